import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TemplateSet } from '../../src/app/ports/templates.ts';
import { temporaryFolder } from './story-variant.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A set as the disk would have given it. */
export const templateSet = (files: Files, viewModel?: number): TemplateSet => ({
  folder: 'ecole',
  sha256: '0',
  viewModel,
  files: new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])),
});

/** The same in a folder that goes away with the test. */
export const templateFolder = (files: Files): string => {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
};

/** One transparent point. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
