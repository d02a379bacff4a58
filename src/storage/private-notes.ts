/**
 * Notes for oneself live outside the portfolio's folder, in the person's own data folder: the folder goes to and fro
 * between candidate and advisor, and no code that makes documents, reports or archives of it can meet them.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import type { PrivateNotes } from '../app/ports/review.ts';
import { homeFolder } from '../assets.ts';
import { words } from '../catalogue/index.ts';
import { NOTES_FORMAT, PrivateNotesFile } from '../domain/private-notes.ts';
import { cannotWrite, codeOf } from './disk-errors.ts';
import { requireReadable } from './document-text.ts';
import { writeDurably } from './durable-file.ts';
import { underLock } from './folder-lock.ts';
import { makeFolders } from './own-folder.ts';
import { readSmallDocument } from './small-document.ts';
import { storedMap, type StoredMap } from './portfolio/stored-form.ts';
import { sha256 } from './versions/versions.ts';
import { changedDocument } from './portfolio/write-portfolio.ts';
import { mapText } from './yaml/text.ts';

/** `ACQUIS_NOTES` wins; otherwise where the system keeps a person's own data. */
const homeOf = (env: NodeJS.ProcessEnv, platform = process.platform): string => {
  if (env['ACQUIS_NOTES']) return env['ACQUIS_NOTES'];
  const home = homeFolder(env);
  if (home === undefined) throw new AcquisError('io', 'no-home');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'acquis', 'notes');
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'acquis', 'notes');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'acquis', 'notes');
};

const read = async (path: string, portfolio: string): Promise<PrivateNotesFile> => {
  try {
    return await readSmallDocument(path, {
      schema: PrivateNotesFile,
      code: 'unreadable-notes',
      refuse: () => [],
    });
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (codeOf(cause) === 'ENOENT') return { format: NOTES_FORMAT, portfolio, notes: [] };
    throw error;
  }
};

const freshText = (wanted: StoredMap): string =>
  `${words.storage.notesHeading.map((line) => `# ${line}`).join('\n')}\n${mapText(wanted, 0)}\n`;

const interpret = (value: unknown): StoredMap | undefined => {
  const parsed = PrivateNotesFile.safeParse(value);
  return parsed.success ? storedMap(parsed.data) : undefined;
};

/** What the person wrote around their notes in an editor stays. */
const textWith = async (path: string, before: PrivateNotesFile, after: PrivateNotesFile): Promise<string> => {
  const [old, wanted] = [storedMap(before), storedMap(after)];
  const fresh = (): string => freshText(wanted);
  if (before.notes.length === 0) return fresh();
  return changedDocument(await readFile(path, 'utf8'), [old, wanted], { interpret, fresh });
};

export const openPrivateNotes = (env: NodeJS.ProcessEnv): PrivateNotes => {
  // An id comes from a file that anybody may have written: it names no path.
  const pathOf = (portfolio: string): string => join(homeOf(env), `${sha256(portfolio).slice(0, 16)}.yaml`);
  return {
    pathOf,
    list: async (portfolio) => (await read(pathOf(portfolio), portfolio)).notes,
    add: async (portfolio, note) => {
      const path = pathOf(portfolio);
      try {
        await makeFolders(dirname(path), { isPrivate: true });
        await underLock(dirname(path), async () => {
          const file = await read(path, portfolio);
          const text = await textWith(path, file, { ...file, notes: [...file.notes, note] });
          requireReadable(text, path);
          await writeDurably(path, text);
        });
      } catch (error) {
        throw cannotWrite(path, error);
      }
    },
  };
};
