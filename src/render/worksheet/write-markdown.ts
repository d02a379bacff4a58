import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import type { Block } from './blocks.ts';
import { blockNode, type BlockNode } from './mdast.ts';
import { parseMarkdown } from './parse-markdown.ts';

/** How candidates and the questions of the interview write lists and emphasis. */
const STYLE: Options = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  strong: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown()],
};

/** How a block reads, whatever way it is written. */
const meaning = (markdown: string): string =>
  JSON.stringify(parseMarkdown(markdown).blocks.map(({ block }) => block));

/** The library escapes every sign that might mean something somewhere; those that mean nothing here are left bare. */
const unescape = (markdown: string): string => {
  if (!/\\[!-/:-@[-`{-~]/.test(markdown)) return markdown;
  const bare = markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
  return meaning(bare) === meaning(markdown) ? bare : markdown;
};

const write = (node: BlockNode, options: Options = STYLE): string =>
  unescape(toMarkdown({ type: 'root', children: [node] }, options).replace(/\n$/, ''));

/** One block alone. A paragraph of nothing but spaces is empty. */
export const markdownOfBlock = (block: Block): string => write(blockNode(block));

/** Two lists side by side need another sign each, or they are one. `before`: the Markdown of the block above. */
export const markdownAfter = (before: string, block: Block): string => {
  const [, bullet, delimiter] = /^ {0,3}(?:([-*+])|\d{1,9}([.)]))(?:\s|$)/u.exec(before) ?? [];
  if (block.type !== 'list' || (block.ordered ? delimiter : bullet) === undefined)
    return markdownOfBlock(block);
  return write(blockNode(block), {
    ...STYLE,
    ...(bullet === '-' && { bullet: '*', bulletOther: '-' }),
    ...(delimiter === '.' && { bulletOrdered: ')' }),
  });
};
