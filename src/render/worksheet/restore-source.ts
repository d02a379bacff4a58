/** Gives blocks that nobody touched their own Markdown back, whatever other way of writing them there is. */
import { commonSequence } from '../../domain/worksheet/common-sequence.ts';
import type { Block } from './blocks.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { markdownAfter, markdownOfBlock } from './write-markdown.ts';

interface Kept {
  /** Index among the blocks of the text before. */
  readonly at: number;
  readonly source: string;
}

const join = (blocks: readonly Block[]): string => {
  let text = '';
  let before = '';
  for (const block of blocks) {
    const written = markdownAfter(before, block);
    text += text === '' ? written : `\n\n${written}`;
    before = written;
  }
  return text;
};

/** Blocks as one text. */
export const markdownOf = (blocks: readonly Block[]): string =>
  join(blocks.filter((block) => markdownOfBlock(block) !== ''));

/**
 * `before`: the text a fresh form would be made of. `fresh`: how an untouched form of it reads. `read`: what came back.
 * Falls back to new Markdown throughout where the two cannot be laid side by side.
 */
export const restoreSource = (before: string, fresh: readonly Block[], read: readonly Block[]): string => {
  const { blocks, lines, hasDefinitions } = parseMarkdown(before);
  const now = read.filter((block) => markdownOfBlock(block) !== '');
  if (hasDefinitions || blocks.length !== fresh.length) return join(now);
  const kept = new Map<number, Kept>(
    commonSequence(fresh.map(markdownOfBlock), now.map(markdownOfBlock)).map(([at, index]) => {
      const [start, end] = blocks[at]?.lines ?? [0, 0];
      return [index, { at, source: lines.slice(start, end).join('\n') }];
    }),
  );
  const gap = (one: number, other: number): string =>
    `\n${lines
      .slice(blocks[one]?.lines[1], blocks[other]?.lines[0])
      .map((line) => `${line}\n`)
      .join('')}`;
  let text = '';
  let last = '';
  now.forEach((block, index) => {
    const mine = kept.get(index);
    const above = kept.get(index - 1);
    const written = mine?.source ?? markdownAfter(last, block);
    const isNext = mine !== undefined && above !== undefined && mine.at === above.at + 1;
    text += index === 0 ? written : `${isNext ? gap(above.at, mine.at) : '\n\n'}${written}`;
    last = written;
  });
  // A list of new signs may have run into an old one: what is read must be what was meant.
  return parseMarkdown(text).blocks.length === now.length ? text : join(now);
};
