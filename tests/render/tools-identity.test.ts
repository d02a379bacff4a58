import { chmodSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browserIdentity } from '../../src/render/browser/browser-identity.ts';
import { fontFaces, fontFiles } from '../../src/render/fonts.ts';
import { hashFiles, toolsIdentity } from '../../src/render/tools-identity.ts';
import { changeByte } from '../support/made-folder.ts';
import { folderOf } from '../support/portfolio-folder.ts';

const browserIn = (script: string): { readonly path: string; readonly folder: string } => {
  const folder = folderOf({ chrome: script });
  // As root the browser runs as somebody else.
  chmodSync(folder, 0o755);
  const path = join(folder, 'chrome');
  chmodSync(path, 0o755);
  return { path, folder };
};

const identityOf = (path: string): Promise<string | undefined> =>
  browserIdentity({ env: {}, browserPath: path });

test('the same installation says the same of itself, and a browser counts only where one prints', async () => {
  const { path } = browserIn('#!/bin/sh\n');
  const printing = await toolsIdentity({ env: {}, browserPath: path });
  expect(printing).toBe(await toolsIdentity({ env: {}, browserPath: path }));
  expect(printing).not.toBe(await toolsIdentity(undefined));
});

test('one changed byte or name in a file of the installation is seen, the order in which they are found is not', () => {
  const folder = folderOf({ 'page.hbs': 'un', 'style.css': 'deux' });
  const files = ['page.hbs', 'style.css'].map((name) => join(folder, name));
  const before = hashFiles(files);
  expect(hashFiles(files.toReversed())).toBe(before);
  changeByte(files[1]!, 2);
  expect(hashFiles(files)).not.toBe(before);
  changeByte(files[1]!, 2);
  expect(hashFiles(files)).toBe(before);
  expect(hashFiles(files.slice(1))).not.toBe(before);
});

test('every font a document can hold is among the files looked at', async () => {
  const held = new Set((await fontFiles()).map((file) => readFileSync(file, 'base64')));
  const faces = await fontFaces('Œuvre Żółć Ελλάδα Привет Việt שלום سلام ∑ ☀ 😀');
  const used = [...faces.matchAll(/base64,([^)]+)\)/g)].map(([, data = '']) => data);
  expect(used.length).toBeGreaterThan(30);
  expect(used.filter((data) => !held.has(data))).toEqual([]);
});

test('a browser that was replaced is another one, whatever its version says', async () => {
  const { path, folder } = browserIn('#!/bin/sh\nexec /opt/chrome "$@"\n');
  const before = await identityOf(path);
  expect(before).toContain(path);
  expect(await identityOf(path)).toBe(before);
  // A link to it leads to the same.
  symlinkSync(path, join(folder, 'lien'));
  expect(await identityOf(join(folder, 'lien'))).toBe(before);
  changeByte(path, 15);
  expect(await identityOf(path)).not.toBe(before);
  truncateSync(path, 5);
  expect(await identityOf(path)).not.toBe(before);
});

test('a launcher that stays while its browser is replaced tells nothing', async () => {
  expect(await identityOf(browserIn('#!/bin/sh\nexec /snap/bin/chromium "$@"\n').path)).toBeUndefined();
  const flatpak = browserIn('');
  writeFileSync(flatpak.path, '#!/bin/sh\nexec /usr/bin/flatpak run org.chromium.Chromium "$@"\n');
  expect(await identityOf(flatpak.path)).toBeUndefined();
  expect(await toolsIdentity({ env: {}, browserPath: flatpak.path })).toBeUndefined();
});
