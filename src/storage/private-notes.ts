/**
 * Notes for oneself live outside the portfolio's folder, in the person's own data folder: the folder goes to and fro
 * between candidate and advisor, and no code that makes documents, reports or archives of it can meet them.
 */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { isMap } from 'yaml';
import type { PrivateNotes } from '../app/ports-review.ts';
import { words } from '../catalogue/index.ts';
import { NOTES_FORMAT, PrivateNotesFile } from '../domain/private-notes.ts';
import { cannotWrite, codeOf } from './disk-errors.ts';
import { writeDurably } from './durable-file.ts';
import { underLock } from './folder-lock.ts';
import { makeFolders } from './own-folder.ts';
import { readSmallDocument } from './small-document.ts';
import { storedMap } from './stored-form.ts';
import { sha256 } from './versions.ts';
import { rewriteYaml } from './yaml-nodes.ts';
import { spliceYaml } from './yaml-splice.ts';
import { mapText } from './yaml-text.ts';
import { parseYaml } from './yaml-tree.ts';

/** `ACQUIS_NOTES` wins; otherwise where the system keeps a person's own data. */
const homeOf = (env: NodeJS.ProcessEnv, platform = process.platform): string => {
  if (env['ACQUIS_NOTES']) return env['ACQUIS_NOTES'];
  const home = env['HOME'] ?? homedir();
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

/** What the person wrote around their notes in an editor stays. */
const textWith = async (path: string, before: PrivateNotesFile, after: PrivateNotesFile): Promise<string> => {
  const [old, wanted] = [storedMap(before), storedMap(after)];
  if (before.notes.length > 0) {
    const text = await readFile(path, 'utf8');
    const document = parseYaml(text);
    const changed = isMap(document.contents)
      ? (spliceYaml(text, document.contents, old, wanted) ?? rewriteYaml(document, old, wanted))
      : undefined;
    if (changed !== undefined) return changed;
  }
  return `${words.storage.notesHeading.map((line) => `# ${line}`).join('\n')}\n${mapText(wanted, 0)}\n`;
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
          await writeDurably(path, await textWith(path, file, { ...file, notes: [...file.notes, note] }));
        });
      } catch (error) {
        throw cannotWrite(path, error);
      }
    },
  };
};
