import { readFile, stat } from 'node:fs/promises';
import { AcquisError } from '../app/errors.ts';

/** A chapter, not a book: the whole document has the same limit. */
const MAX_BYTES = 1_000_000;

const readStdin = async (): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
};

const readSmallFile = async (path: string): Promise<Buffer> => {
  try {
    const found = await stat(path);
    // A FIFO would be waited for without end.
    if (!found.isFile()) throw Object.assign(new Error('not a file'), { code: 'not-a-file' });
    if (found.size > MAX_BYTES) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
    return await readFile(path);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? '';
    throw new AcquisError('io', 'cannot-read', { file: path, reason }, { cause });
  }
};

const decode = (flag: string, source: string, bytes: Buffer): string => {
  if (bytes.length > MAX_BYTES)
    throw new AcquisError('usage', 'bad-flag', { flag, value: source, expected: 'long-text' });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // The newline that ends a file is no part of what it says.
    return text.replaceAll('\r\n', '\n').replace(/\n+$/, '');
  } catch {
    throw new AcquisError('usage', 'bad-flag', { flag, value: source, expected: 'utf-8' });
  }
};

/** What stands behind an option: the text itself, `@file`, `-` for standard input, `@@` for a text that begins with `@`. */
export const longText = async (flag: string, typed: string): Promise<string> => {
  if (typed.startsWith('@@')) return typed.slice(1);
  if (typed === '-') {
    const text = decode(flag, typed, await readStdin());
    if (text === '') throw new AcquisError('usage', 'bad-flag', { flag, value: typed, expected: 'stdin' });
    return text;
  }
  return typed.startsWith('@') && typed.length > 1
    ? decode(flag, typed, await readSmallFile(typed.slice(1)))
    : typed;
};
