/**
 * The text as we last wrote it, kept beside the earlier ones. A YAML file that was cut short is often still valid YAML:
 * only who knows what stood there can tell it from one that a person changed, and can give it back.
 */
import { lstatSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutsideChange } from '../../app/ports/integrity.ts';
import { MAX_DOCUMENT_BYTES } from '../document-text.ts';
import { writeDurably } from '../durable-file.ts';
import { PORTFOLIO_FILE, PRIVATE_FOLDER } from '../../domain/folder-names.ts';
import { isPlainFolder, readPlainFile } from '../safe-read.ts';
import { keepVersion, newestDigest, sha256 } from '../versions/versions.ts';

const LAST_SAVED = 'enregistre.yaml';

const pathOf = (folder: string): string => join(folder, PRIVATE_FOLDER, LAST_SAVED);

/** Behind an acknowledged save: what goes wrong here costs a later warning, never the save. */
export const rememberSaved = async (folder: string, content: string | Uint8Array): Promise<void> => {
  await writeDurably(pathOf(folder), content).catch(() => undefined);
};

const read = (folder: string): Uint8Array | undefined => {
  try {
    if (!isPlainFolder(join(folder, PRIVATE_FOLDER))) return undefined;
    const bytes = readPlainFile(pathOf(folder), MAX_DOCUMENT_BYTES);
    return bytes.length > MAX_DOCUMENT_BYTES ? undefined : bytes;
  } catch {
    return undefined;
  }
};

/**
 * Undefined where there is none, or where a kill came between the last save and this note of it: then it is the text
 * which that save replaced, and the newest version.
 */
export const lastSaved = async (folder: string): Promise<Uint8Array | undefined> => {
  const bytes = read(folder);
  if (bytes === undefined) return undefined;
  return (await newestDigest(folder)) === sha256(bytes).slice(0, 8) ? undefined : bytes;
};

const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

const withoutBlankEnd = (bytes: Uint8Array): Uint8Array => {
  let end = bytes.length;
  while (end > 0 && isBlank(bytes[end - 1]!)) end--;
  return bytes.subarray(0, end);
};

const linesIn = (text: string): string[] => text.replace(/\r?\n$/, '').split('\n');

/** How many lines, a started one counted, are missing at the end of `bytes`; 0 when it is anything but a beginning of `saved`. */
export const linesCut = (saved: Uint8Array, bytes: Uint8Array): number => {
  const [whole, left] = [withoutBlankEnd(saved), withoutBlankEnd(bytes)];
  if (left.length >= whole.length) return 0;
  if (Buffer.compare(whole.subarray(0, left.length), left) !== 0) return 0;
  const missing = new TextDecoder().decode(whole.subarray(left.length)).replace(/^\s+/, '');
  return linesIn(missing).length;
};

const sizeOfSaved = (folder: string): number => {
  try {
    return lstatSync(pathOf(folder), { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
};

/** `linesCut` of what was saved last, for readers: of a text that is not shorter than that, nothing more is read. */
export const linesLost = async (folder: string, bytes: Uint8Array): Promise<number> => {
  if (sizeOfSaved(folder) <= bytes.length) return 0;
  const saved = await lastSaved(folder);
  return saved === undefined ? 0 : linesCut(saved, bytes);
};

/** What another program did since we saved: lines that are there no more, and lines that were not there. */
export const outsideChange = (saved: Uint8Array, bytes: Uint8Array): OutsideChange | undefined => {
  if (Buffer.compare(saved, bytes) === 0) return undefined;
  const decoder = new TextDecoder();
  const counts = new Map<string, number>();
  for (const line of linesIn(decoder.decode(saved))) counts.set(line, (counts.get(line) ?? 0) + 1);
  let more = 0;
  for (const line of linesIn(decoder.decode(bytes))) {
    const left = counts.get(line) ?? 0;
    if (left === 0) more++;
    else counts.set(line, left - 1);
  }
  return { fewer: [...counts.values()].reduce((sum, count) => sum + count, 0), more };
};

/** Under the lock: what we saved and somebody replaced is an earlier text like the others, though we did not replace it. */
export const keepLastSaved = async (folder: string, bytes: Uint8Array | undefined): Promise<void> => {
  const saved = await lastSaved(folder);
  if (saved === undefined || (bytes !== undefined && Buffer.compare(saved, bytes) === 0)) return;
  const replacedAt = await lstat(join(folder, PORTFOLIO_FILE)).then(
    ({ mtime }) => mtime,
    () => new Date(),
  );
  await keepVersion(folder, saved, replacedAt);
};
