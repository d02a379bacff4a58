/** `remove P07` in the current folder, `remove mon-dossier P07` in another: which of the words is the folder. */
import { stat } from 'node:fs/promises';
import { AcquisError } from '../app/errors.ts';

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Of one word alone, a folder is the portfolio's and anything else the word: no folder is an id or a file. */
export const placedWord = async (
  first: string | undefined,
  second: string | undefined,
): Promise<{ readonly folder: string; readonly word: string | undefined }> => {
  if (first === '' || second === '') throw new AcquisError('usage', 'empty-argument');
  if (first === undefined) return { folder: '.', word: undefined };
  if (second !== undefined) return { folder: first, word: second };
  return (await isFolder(first)) ? { folder: first, word: undefined } : { folder: '.', word: first };
};

/** The same where the word cannot be asked for; `what` it is, for the refusal. */
export const requireWord = async (
  first: string,
  second: string | undefined,
  what: 'id' | 'worksheet' | 'reviews',
): Promise<{ readonly folder: string; readonly word: string }> => {
  const { folder, word } = await placedWord(first, second);
  if (word === undefined) throw new AcquisError('usage', 'missing-word', { what, folder });
  return { folder, word };
};

/** An id and its folder. */
export const placeOf = async (
  first: string,
  second: string | undefined,
): Promise<{ readonly folder: string; readonly id: string }> => {
  const { folder, word } = await requireWord(first, second, 'id');
  return { folder, id: word };
};
