/**
 * `pseudonymes.yaml`, in the folder's root: read where documents are made, written by its own command, and by nobody else
 * opened. It is reserved (`domain/stored-path.ts`), so that no proof can be it.
 */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Defect } from '../app/defects.ts';
import { AcquisError } from '../app/errors.ts';
import type { PseudonymLists } from '../app/ports/privacy.ts';
import { words } from '../catalogue/index.ts';
import { PSEUDONYM_FORMAT, PSEUDONYM_VERSION, PseudonymFile } from '../domain/privacy/pseudonym-file.ts';
import { cannotWrite, codeOf } from './disk-errors.ts';
import { requireReadable } from './document-text.ts';
import { writeDurably } from './durable-file.ts';
import { underLock } from './folder-lock.ts';
import { readSmallDocument } from './small-document.ts';
import { storedMap, type StoredMap } from './portfolio/stored-form.ts';
import { changedDocument } from './portfolio/write-portfolio.ts';
import { mapText } from './yaml/text.ts';
import { PSEUDONYM_FILE } from '../domain/folder-names.ts';

const EMPTY: PseudonymFile = { format: PSEUDONYM_FORMAT, version: PSEUDONYM_VERSION, names: [] };
const FIELDS = new Set(['format', 'version', 'names', 'id', 'name', 'pseudonym', 'kind', 'aliases']);

/** A key or a value of this file may be somebody's name: a defect keeps its place and its kind, and no word of the file. */
const withoutWords = ({ file, path, code, line, args }: Defect): Defect => ({
  file,
  path: path
    .split(/(?=[.[])/u)
    .filter((part) => /^\[\d+\]$|^\.?\d+$/u.test(part) || FIELDS.has(part.replace(/^\./u, '')))
    .join(''),
  code: code === 'unknown-key' ? 'invalid' : code,
  ...(line !== undefined && { line }),
  ...(args?.['expected'] !== undefined && { args: { expected: args['expected'] } }),
});

const isThere = (path: string): boolean => {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false;
    // What cannot be looked at is told by reading it.
    return true;
  }
};

const read = async (folder: string): Promise<PseudonymFile> => {
  const path = join(folder, PSEUDONYM_FILE);
  if (!isThere(path)) return EMPTY;
  try {
    return await readSmallDocument(path, {
      schema: PseudonymFile,
      code: 'unreadable-pseudonyms',
      refuse: () => [],
    });
  } catch (error) {
    if (!(error instanceof AcquisError) || error.code !== 'unreadable-pseudonyms') throw error;
    const { kind, code, args, details } = error;
    throw new AcquisError(kind, code, args, { details: details.map(withoutWords) });
  }
};

/** For whoever makes documents: without the list they would show what it is there to hide, so a broken one is an error. */
export const readListedNames = async (folder: string): Promise<PseudonymFile['names']> =>
  (await read(folder)).names;

const interpret = (value: unknown): StoredMap | undefined => {
  const parsed = PseudonymFile.safeParse(value);
  return parsed.success ? storedMap(parsed.data) : undefined;
};

const textWith = (folder: string, before: PseudonymFile, after: PseudonymFile): string => {
  const [old, wanted] = [storedMap(before), storedMap(after)];
  const fresh = (): string =>
    `${words.storage.pseudonymHeading.map((line) => `# ${line}`).join('\n')}\n${mapText(wanted, 0)}\n`;
  const path = join(folder, PSEUDONYM_FILE);
  return isThere(path)
    ? changedDocument(readFileSync(path, 'utf8'), [old, wanted], { interpret, fresh })
    : fresh();
};

export const openPseudonymLists = (): PseudonymLists => ({
  list: readListedNames,
  change: async (folder, edit) => {
    const path = join(folder, PSEUDONYM_FILE);
    // An error in the list is told before anything is locked or written.
    await read(folder);
    try {
      return await underLock(folder, async () => {
        const before = await read(folder);
        const names = [...edit(before.names)];
        const text = textWith(folder, before, { ...before, names });
        requireReadable(text, PSEUDONYM_FILE);
        await writeDurably(path, text);
        return names;
      });
    } catch (error) {
      throw error instanceof AcquisError ? error : cannotWrite(path, error);
    }
  },
});
