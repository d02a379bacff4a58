import { defaultArgs } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { standardFlags } from '../../../src/render/browser/browser-flags.ts';

it.each([
  ['a browser', false, true],
  ['the shell', true, 'shell'],
] as const)('%s starts with the flags that puppeteer would give it', (_name, isShell, headless) => {
  const given = standardFlags({ isShell, disabled: ['Own'] });
  // The page it opens with is the launcher's to name.
  const expected = defaultArgs({ headless, args: ['--disable-features=Own'] }).filter(
    (flag) => flag !== 'about:blank',
  );
  expect(given.toSorted()).toEqual(expected.toSorted());
});
