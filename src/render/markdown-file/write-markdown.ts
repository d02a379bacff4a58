import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown';
import {
  plainText,
  type Block,
  type Cell,
  type Flow,
  type Paragraph,
  type Picture,
  type Table,
} from '../flow/flow.ts';
import { toPhrases, type PhrasingContent, type RootContent, type TableRow } from './phrases.ts';

type ListBlock = Extract<Block, { kind: 'list' }>;
type FactsBlock = Extract<Block, { kind: 'facts' }>;

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const strong = (children: PhrasingContent[]): PhrasingContent => ({ type: 'strong', children });

/** Lines of one thing: the claim under a competence. */
const goesOn = (block: Block, before: Block | undefined): boolean =>
  block.kind === 'paragraph' && before?.kind === 'paragraph' && block.goesOn === true;

/** Two spaces at the end of the line: a backslash is right too, and in the way of whoever reads the file as it is. */
const writeBreak: (typeof defaultHandlers)['break'] = (...given) => {
  const written = defaultHandlers.break(...given);
  return written === '\\\n' ? '  \n' : written;
};
const writeBlocks = (blocks: readonly Block[]): RootContent[] => {
  const written: RootContent[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = written.at(-1);
    if (goesOn(block, blocks[index - 1]) && block.kind === 'paragraph' && last?.type === 'paragraph')
      last.children.push({ type: 'break' }, ...toPhrases(block.content));
    else written.push(...writeBlock(block));
  }
  return written;
};

const writeBlock = (block: Block): RootContent[] => {
  switch (block.kind) {
    case 'heading':
      return [{ type: 'heading', depth: Math.min(6, block.level) as 1, children: toPhrases(block.content) }];
    case 'paragraph':
      return block.content.length === 0 ? [] : [{ type: 'paragraph', children: toPhrases(block.content) }];
    case 'list':
      return [writeList(block)];
    case 'facts':
      return writeFacts(block);
    case 'table':
      return writeTable(block);
    case 'quote':
      return [{ type: 'blockquote', children: writeBlocks(block.blocks) as [] }];
    case 'box':
      return [{ type: 'blockquote', children: writeBlocks(block.blocks) as [] }];
    case 'cover':
      return [...writeBlocks(block.blocks), { type: 'thematicBreak' }];
    case 'contents':
      return [
        ...(block.heading === undefined
          ? []
          : ([{ type: 'heading', depth: 2, children: toPhrases(block.heading.content) }] as const)),
        writeContents(block),
      ];
    case 'picture':
      return writePicture(block);
    case 'preformatted':
      return [{ type: 'code', value: block.text }];
    case 'rule':
      return [{ type: 'thematicBreak' }];
  }
};

const isShort = (blocks: readonly Block[]): boolean =>
  blocks.every((block, index) => index === 0 || goesOn(block, blocks[index - 1]));

/** One thing and what it consists of: no empty line between. */
const isTight = (blocks: readonly Block[]): boolean =>
  blocks.every(
    (block, index) =>
      index === 0 ||
      goesOn(block, blocks[index - 1]) ||
      (block.kind === 'list' && block.items.every(isTight)),
  );

const writeList = ({ ordered, start, items }: ListBlock): RootContent => ({
  type: 'list',
  ordered,
  start: ordered ? start : null,
  spread: !items.every(isTight),
  children: items.map((item) => ({
    type: 'listItem',
    spread: !isTight(item),
    children: writeBlocks(item) as [],
  })),
});

/** Entries by their level. Links to headings are left out: each program that shows Markdown names these differently. */
const writeContents = ({ entries }: Extract<Block, { kind: 'contents' }>): RootContent => {
  type Item = { type: 'listItem'; spread: false; children: [] };
  const root: Item[] = [];
  let inner: Item[] | undefined;
  for (const { level, content } of entries) {
    const item = {
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: toPhrases(content) }],
    };
    if (level <= 2 || root.length === 0) {
      inner = undefined;
      root.push(item as unknown as Item);
    } else if (inner === undefined) {
      inner = [item as unknown as Item];
      (root.at(-1) as unknown as { children: unknown[] }).children.push({
        type: 'list', ordered: false, spread: false, children: inner,
      }); // prettier-ignore
    } else inner.push(item as unknown as Item);
  }
  return { type: 'list', ordered: false, spread: false, children: root };
};

/** « **Nom :** Noémie » for short facts; a label above what is told at length. */
const writeFacts = ({ role, entries }: FactsBlock): RootContent[] => {
  const labelled = entries.map(({ term, blocks, room }): RootContent[] => {
    const [first] = blocks;
    if (role === 'card' && first?.kind === 'paragraph' && isShort(blocks)) {
      const [line] = writeBlocks(blocks);
      const words = line?.type === 'paragraph' ? line.children : [];
      return [
        {
          type: 'paragraph',
          children: [strong([...toPhrases(term.content), text(COLON)]), text(' '), ...words],
        },
      ];
    }
    const label = strong(toPhrases(term.content));
    // Room to write by hand, for whoever prints the file.
    if (room !== undefined)
      return [
        { type: 'paragraph', children: [strong([...toPhrases(term.content), text(COLON)]), text(DOTS)] },
      ];
    return [{ type: 'paragraph', children: [label] }, ...writeBlocks(blocks)];
  });
  if (role !== 'card') return labelled.flat();
  return [
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: labelled.map((children) => ({ type: 'listItem', spread: false, children: children as [] })),
    },
  ];
};

const COLON = '\u00a0:';
const DOTS = ` ${'…'.repeat(24)}`;

const fitsOneLine = ({ blocks, columns, rows }: Cell): boolean =>
  columns === 1 &&
  rows === 1 &&
  blocks.length <= 1 &&
  blocks.every((block) => block.kind === 'paragraph' && block.content.every(({ kind }) => kind === 'text'));

const phrasesOf = ({ blocks }: Cell): PhrasingContent[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? toPhrases(block.content) : []));

/** A table where each cell is one line; else a list, row by row, its cells named by their columns. */
const writeTable = (table: Table): RootContent[] => {
  const { caption, head, body } = table;
  const above: RootContent[] =
    caption === undefined
      ? []
      : [{ type: 'paragraph', children: [{ type: 'emphasis', children: toPhrases(caption.content) }] }];
  const [titles] = head;
  if (titles !== undefined && head.length === 1 && [...head, ...body].flat().every(fitsOneLine)) {
    const rows = [titles, ...body].map((row): TableRow => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: phrasesOf(cell) })),
    }));
    return [...above, { type: 'table', children: rows }];
  }
  return [...above, writeRows(titles ?? [], body)];
};

const writeRows = (titles: readonly Cell[], body: Table['body']): RootContent => ({
  type: 'list',
  ordered: false,
  spread: true,
  children: body.map((row) => ({
    type: 'listItem',
    spread: true,
    children: row.flatMap((cell, index): RootContent[] => {
      if (cell.blocks.every((block) => block.kind === 'paragraph' && plainText(block.content) === ''))
        return [];
      const title = titles[index];
      if (index === 0 || title === undefined) return writeBlocks(cell.blocks);
      const label = strong([...phrasesOf(title), text(COLON)]);
      if (isShort(cell.blocks)) {
        const [line] = writeBlocks(cell.blocks);
        if (line?.type === 'paragraph')
          return [{ type: 'paragraph', children: [label, text(' '), ...line.children] }];
      }
      return [{ type: 'paragraph', children: [label] }, ...writeBlocks(cell.blocks)];
    }) as [],
  })),
});

/** What a picture shows, in words: a Markdown file has nothing beside it. */
const writePicture = ({ alt, caption }: Picture): RootContent[] => {
  const said: Paragraph | undefined = caption;
  const shown = [alt, said === undefined ? '' : plainText(said.content)].filter((part) => part !== '');
  return shown.map((part) => ({
    type: 'paragraph',
    children: [{ type: 'emphasis', children: [text(part)] }],
  }));
};

/** CommonMark with the tables of GitHub; text of people stays text whatever it looks like. */
export const writeMarkdown = ({ blocks }: Flow): string =>
  toMarkdown(
    { type: 'root', children: writeBlocks(blocks) },
    {
      bullet: '-',
      emphasis: '_',
      rule: '-',
      listItemIndent: 'one',
      handlers: { break: writeBreak },
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown()],
    },
  );
