import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import { findBrowser, spareFonts } from '../../src/render/browser/find-browser.ts';
import { fontConfiguration } from '../../src/render/browser/launch-browser.ts';

/** Where the system has no font at all, a page never finishes loading. */
const fontsFile = (fonts: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'acquis-test-fonts-'));
  writeFileSync(join(folder, 'fonts.conf'), fontConfiguration(fonts, join(folder, 'cache')));
  return join(folder, 'fonts.conf');
};

/** A browser that runs scripts, which the product's never does; for documents of ours alone, so without sandbox. */
export const launchScripted = async (): Promise<Browser> => {
  const found = await findBrowser({ env: process.env });
  const fonts = await spareFonts(found, process.env);
  return launch({
    executablePath: found.path,
    headless: found.carried ? 'shell' : true,
    args: ['--no-sandbox'],
    env: {
      ...process.env,
      ...(found.carried && { LD_LIBRARY_PATH: found.carried.libraries }),
      ...(fonts !== undefined && { FONTCONFIG_FILE: fontsFile(fonts) }),
    },
  });
};
