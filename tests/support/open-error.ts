/** What opening a spoilt portfolio ends with; its bytes have to be what they were. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { AcquisError } from '../../src/app/errors.ts';
import { folderOf, testStore } from './portfolio-folder.ts';

/** The least that stands above what a test spoils. */
export const HEAD = 'version: 1\nid: essai\ncertification: ESSAI1\ncandidate: {name: Ada Fictive}\n';

export const openError = async (content: string | Uint8Array): Promise<AcquisError> => {
  const folder = folderOf({ 'portfolio.yaml': content });
  const error: unknown = await testStore()
    .open(folder)
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  expect(readFileSync(join(folder, 'portfolio.yaml')).equals(Buffer.from(content))).toBe(true);
  expect(error).toBeInstanceOf(AcquisError);
  return error as AcquisError;
};

/** Each defect as `line path code found`. */
export const defectsOf = async (content: string | Uint8Array): Promise<string[]> =>
  (await openError(content)).details.map(
    ({ line, path, code, found }) =>
      `${line ?? '-'} ${path} ${code}${found === undefined ? '' : ` ${found}`}`,
  );
