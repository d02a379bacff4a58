import { Portfolio } from '../../src/domain/portfolio.ts';
import { readDocument } from '../../src/storage/portfolio/read-portfolio.ts';
import { changedText } from '../../src/storage/portfolio/write-portfolio.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The portfolio a text holds; throws with every defect when it holds none. */
export const readText = (text: string): Portfolio => {
  const { portfolio, defects } = readDocument(bytesOf(text), 'portfolio.yaml');
  if (portfolio === undefined || defects.length > 0) throw new Error(JSON.stringify(defects));
  return portfolio;
};

/** What a save makes of `text` when its portfolio is changed by `edit`. */
export const editText = (text: string, edit: (portfolio: Portfolio) => Portfolio): string => {
  const before = readText(text);
  return changedText(text, before, edit(before));
};

export interface LineChange {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The lines between the common beginning and the common end: all that changed, and maybe more. */
export const changedLines = (before: string, after: string): LineChange => {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++;
  return { removed: old.slice(start, old.length - end), added: now.slice(start, now.length - end) };
};
