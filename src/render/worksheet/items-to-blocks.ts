import { plainText, type Block, type Run } from './blocks.ts';
import type { Item, Paragraph } from './docx-items.ts';
import { STYLES } from './docx-styles.ts';

interface OpenList {
  /** Of the item added last. */
  number: string;
  readonly abstract: string;
  readonly level: number;
  readonly ordered: boolean;
  readonly items: Block[][];
}

const isEmpty = (runs: readonly Run[]): boolean => plainText(runs).trim() === '';

const RAW = STYLES.raw.toLowerCase();
const QUOTES: ReadonlySet<string> = new Set([STYLES.quote.toLowerCase(), 'intense quote']);
const CONTINUATION = new RegExp(`^${STYLES.continuation.toLowerCase()}(?: ([1-9]))?$`);

/** Headings of a text stand one level below those of the form. */
const levelInText = (heading: number): number => Math.max(1, heading - 1);

/** What stands under one heading of the form as blocks of Markdown. Empty paragraphs only make room. */
export const blocksOf = (items: readonly Item[]): Block[] => {
  const blocks: Block[] = [];
  let open: OpenList[] = [];
  const close = (): void => void (open = []);
  for (const item of items) {
    if (item.type === 'table') {
      close();
      if (item.rows.length > 0) blocks.push(item);
      continue;
    }
    const { runs, style, heading, list } = item;
    if (isEmpty(runs)) continue;
    const [isContinued, deep = '1'] = CONTINUATION.exec(style) ?? [];
    const continued = isContinued === undefined ? 0 : Number(deep);
    if (style === RAW) {
      close();
      blocks.push({ type: 'raw', source: plainText(runs) });
    } else if (heading !== undefined) {
      close();
      blocks.push({ type: 'heading', level: levelInText(heading), runs });
    } else if (list) open = addItem(item, list, open, blocks);
    else if (continued > 0 && open.length > 0) {
      open = open.slice(0, continued);
      open.at(-1)?.items.at(-1)?.push({ type: 'paragraph', runs });
    } else {
      close();
      if (QUOTES.has(style)) addQuote(runs, blocks);
      else blocks.push({ type: 'paragraph', runs });
    }
  }
  return blocks;
};

const addQuote = (runs: readonly Run[], blocks: Block[]): void => {
  const last = blocks.at(-1);
  if (last?.type === 'quote')
    blocks[blocks.length - 1] = { type: 'quote', paragraphs: [...last.paragraphs, runs] };
  else blocks.push({ type: 'quote', paragraphs: [runs] });
};

/** Puts an item where its level says; returns the lists that stay open behind it. */
const addItem = (
  { runs }: Paragraph,
  { number, abstract, restarts, level, ordered, start }: NonNullable<Paragraph['list']>,
  lists: readonly OpenList[],
  blocks: Block[],
): OpenList[] => {
  const open = lists.filter((list) => list.level <= level);
  const last = open.at(-1);
  const item: Block[] = [{ type: 'paragraph', runs }];
  // A program may give the first item of a list, where it begins anew, a number of its own.
  const goesOn = last?.number === number || (last?.abstract === abstract && !restarts);
  if (last?.level === level && goesOn && last.ordered === ordered) {
    last.items.push(item);
    last.number = number;
    return open;
  }
  if (last?.level === level) open.pop();
  const items = [item];
  (open.at(-1)?.items.at(-1) ?? blocks).push({ type: 'list', ordered, start, items });
  return [...open, { number, abstract, level, ordered, items }];
};
