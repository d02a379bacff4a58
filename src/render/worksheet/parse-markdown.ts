import MarkdownIt, { type Token } from 'markdown-it';
import { DEEPEST_LIST, type Block, type Run } from './blocks.ts';

export interface SourceBlock {
  readonly block: Block;
  /** Lines it stands on, from 0, the last one excluded. */
  readonly lines: readonly [start: number, end: number];
}

export interface ParsedMarkdown {
  readonly lines: readonly string[];
  readonly blocks: readonly SourceBlock[];
  /** Some links get their address from a line elsewhere in the text. */
  readonly hasDefinitions: boolean;
}

/** The same reading as that of the documents, but for addresses: a form keeps them as they were typed. */
const createParser = (): InstanceType<typeof MarkdownIt> => {
  const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
  markdown.disable('image');
  markdown.normalizeLink = (url) => url;
  markdown.normalizeLinkText = (url) => url;
  return markdown;
};
const parser = createParser();

/** Top-level blocks in order; what a word processor cannot carry is `raw`. */
export const parseMarkdown = (text: string): ParsedMarkdown => {
  const source = text.replaceAll(/\r\n?/g, '\n');
  const lines = source.split('\n');
  const env: { references?: Record<string, { title: string; href: string }> } = {};
  const tokens = parser.parse(source, env);
  const cursor = { tokens, at: 0 };
  const blocks: SourceBlock[] = [];
  while (cursor.at < tokens.length) {
    const [start, end] = tokens[cursor.at]?.map ?? [0, 0];
    const last = lastFilled(lines, start, end);
    const block = readBlock(cursor, 0) ?? { type: 'raw', source: lines.slice(start, last).join('\n') };
    blocks.push({ block, lines: [start, last] });
  }
  return { lines, blocks, hasDefinitions: Object.keys(env.references ?? {}).length > 0 };
};

const lastFilled = (lines: readonly string[], start: number, end: number): number => {
  let last = end;
  while (last > start + 1 && lines[last - 1]?.trim() === '') last--;
  return last;
};

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

/** The token after the one that closes `open`. */
const skip = (cursor: Cursor): void => {
  const { level, nesting } = cursor.tokens[cursor.at] as Token;
  cursor.at += 1;
  if (nesting !== 1) return;
  while (cursor.tokens[cursor.at]?.level !== level) cursor.at += 1;
  cursor.at += 1;
};

/** The block at the cursor, which moves behind it; undefined where only its source can stand for it. */
const readBlock = (cursor: Cursor, depth: number): Block | undefined => {
  const token = cursor.tokens[cursor.at] as Token;
  const inline = cursor.tokens[cursor.at + 1];
  switch (token.type) {
    case 'paragraph_open':
      skip(cursor);
      return { type: 'paragraph', runs: runsOf(inline) };
    case 'heading_open':
      skip(cursor);
      return { type: 'heading', level: Number(token.tag.slice(1)), runs: runsOf(inline) };
    case 'blockquote_open':
      return readQuote(cursor);
    case 'bullet_list_open':
    case 'ordered_list_open':
      return readList(cursor, depth);
    default:
      skip(cursor);
      return undefined;
  }
};

const readQuote = (cursor: Cursor): Block | undefined => {
  const after = { ...cursor };
  skip(after);
  const paragraphs: Run[][] = [];
  let isPlain = true;
  for (cursor.at += 1; cursor.at < after.at - 1;) {
    const block = readBlock(cursor, 0);
    if (block?.type === 'paragraph') paragraphs.push([...block.runs]);
    else isPlain = false;
  }
  cursor.at = after.at;
  return isPlain && paragraphs.length > 0 ? { type: 'quote', paragraphs } : undefined;
};

const readList = (cursor: Cursor, depth: number): Block | undefined => {
  const token = cursor.tokens[cursor.at] as Token;
  const after = { ...cursor };
  skip(after);
  const items: Block[][] = [];
  let isPlain = depth < DEEPEST_LIST;
  cursor.at += 1;
  while (cursor.at < after.at - 1) {
    const next = { ...cursor };
    skip(next);
    const item: Block[] = [];
    for (cursor.at += 1; cursor.at < next.at - 1;) {
      const block = readBlock(cursor, depth + 1);
      if (block === undefined || !['paragraph', 'list'].includes(block.type)) isPlain = false;
      else item.push(block);
    }
    isPlain &&= item[0]?.type === 'paragraph';
    items.push(item);
    cursor.at = next.at;
  }
  cursor.at = after.at;
  const start = Number(token.attrGet('start') ?? 1);
  return isPlain ? { type: 'list', ordered: token.type === 'ordered_list_open', start, items } : undefined;
};

type Dress = Omit<Run, 'text' | 'isBreak'>;
const OPENING: Readonly<Record<string, keyof Dress>> = {
  strong_open: 'strong',
  em_open: 'emphasis',
  s_open: 'delete',
};

const runsOf = (inline: Token | undefined): Run[] => {
  const runs: Run[] = [];
  const dresses: Dress[] = [{}];
  for (const token of inline?.children ?? []) {
    const dress = dresses.at(-1) ?? {};
    const mark = OPENING[token.type];
    if (token.type === 'link_open') dresses.push({ ...dress, url: String(token.attrGet('href') ?? '') });
    else if (mark) dresses.push({ ...dress, [mark]: true });
    else if (token.nesting === -1) dresses.pop();
    else if (token.type === 'hardbreak') runs.push({ ...dress, text: '', isBreak: true });
    else if (token.type === 'softbreak') runs.push({ ...dress, text: '\n' });
    else if (token.type === 'code_inline') runs.push({ ...dress, text: token.content, code: true });
    else if (token.content !== '') runs.push({ ...dress, text: token.content });
  }
  return runs;
};
