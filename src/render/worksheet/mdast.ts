import type { toMarkdown } from 'mdast-util-to-markdown';
import { CITATION } from '../../domain/citations.ts';
import type { Block, List, Run } from './blocks.ts';

type Nodes = Parameters<typeof toMarkdown>[0];
type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { readonly type: Type }>;
type PhrasingContent = NodeOf<'paragraph'>['children'][number];
type BlockContent = NodeOf<'blockquote'>['children'][number];
/** A block as the library that writes Markdown takes it. */
export type BlockNode = NodeOf<'root'>['children'][number];

type Mark = 'url' | 'strong' | 'emphasis' | 'delete';
const MARKS: readonly Mark[] = ['url', 'strong', 'emphasis', 'delete'];

const isBlank = ({ text, isBreak, code }: Run): boolean => !code && (isBreak === true || text.trim() === '');

/** Marks around spaces mean nothing on paper and are no Markdown: a space keeps those alone that both its neighbours have. */
const undressSpaces = (runs: readonly Run[]): Run[] => {
  const pieces = runs.flatMap((run) =>
    run.code || run.isBreak
      ? [run]
      : (run.text.match(/\s+|\S+/gu) ?? []).map((text): Run => ({ ...run, text })),
  );
  return pieces.map((piece, index) => {
    if (!isBlank(piece)) return piece;
    const before = pieces.slice(0, index).findLast((run) => !isBlank(run));
    const after = pieces.slice(index + 1).find((run) => !isBlank(run));
    const kept = MARKS.filter(
      (mark) => piece[mark] && before?.[mark] === piece[mark] && after?.[mark] === piece[mark],
    );
    return {
      text: piece.text,
      ...(piece.isBreak && { isBreak: true }),
      ...Object.fromEntries(kept.map((mark) => [mark, piece[mark]])),
    };
  });
};

const textNodes = (text: string): PhrasingContent[] => {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const match of text.matchAll(CITATION)) {
    if (match.index > at) nodes.push({ type: 'text', value: text.slice(at, match.index) });
    // Written as it stands: escaped brackets would cite nothing.
    nodes.push({ type: 'html', value: match[0] });
    at = match.index + match[0].length;
  }
  if (at < text.length) nodes.push({ type: 'text', value: text.slice(at) });
  return nodes;
};

const leaf = ({ text, isBreak, code }: Run): PhrasingContent[] => {
  if (isBreak) return [{ type: 'break' }];
  return code ? [{ type: 'inlineCode', value: text }] : textNodes(text);
};

const wrap = (mark: Mark, value: Run[Mark], children: PhrasingContent[]): PhrasingContent =>
  mark === 'url' ? { type: 'link', url: String(value), children } : { type: mark, children };

const nest = (runs: readonly Run[], inside: readonly Mark[]): PhrasingContent[] => {
  const nodes: PhrasingContent[] = [];
  for (let at = 0; at < runs.length;) {
    const run = runs[at]!;
    const extents = MARKS.filter((mark) => run[mark] && !inside.includes(mark)).map((mark) => {
      let end = at;
      while (end < runs.length && runs[end]?.[mark] === run[mark]) end++;
      return { mark, end };
    });
    const widest = extents.toSorted((one, other) => other.end - one.end)[0];
    if (widest === undefined) {
      // Text of the same dress is one node: what may stand unescaped depends on its neighbours.
      const others =
        run.code || run.isBreak ? 0 : runs.slice(at + 1).findIndex((next) => !isPlainText(next, inside));
      const end = others < 0 ? runs.length : at + 1 + others;
      const text = runs
        .slice(at, end)
        .map((one) => one.text)
        .join('');
      nodes.push(...leaf({ ...run, text }));
      at = end;
    } else {
      nodes.push(
        wrap(widest.mark, run[widest.mark], nest(runs.slice(at, widest.end), [...inside, widest.mark])),
      );
      at = widest.end;
    }
  }
  return nodes;
};

const isPlainText = (run: Run, inside: readonly Mark[]): boolean =>
  !run.code && !run.isBreak && MARKS.every((mark) => !run[mark] || inside.includes(mark));

const edgeless = (runs: readonly Run[]): Run[] => {
  const start = runs.findIndex((run) => !isBlank(run));
  return start < 0 ? [] : runs.slice(start, runs.findLastIndex((run) => !isBlank(run)) + 1);
};

/** The runs of a paragraph as nested marks, the widest outside; white space at both ends is no part of it. */
const phrasing = (runs: readonly Run[]): PhrasingContent[] => nest(edgeless(undressSpaces(runs)), []);

const listNode = ({ ordered, start, items }: List): BlockNode => ({
  type: 'list',
  ordered,
  ...(ordered && { start }),
  spread: false,
  children: items.map((item): NodeOf<'listItem'> => ({
    type: 'listItem',
    spread: item.filter(({ type }) => type === 'paragraph').length > 1,
    children: item.map((block) => blockNode(block) as BlockContent),
  })),
});

const tableNode = (rows: readonly (readonly (readonly Run[])[])[]): NodeOf<'table'> => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((runs) => ({
      type: 'tableCell',
      // A row of a table is one line.
      children: phrasing(
        runs.map((run) => (run.isBreak ? { ...run, isBreak: undefined, text: ' ' } : run) as Run),
      ),
    })),
  })),
});

export const blockNode = (block: Block): BlockNode => {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: phrasing(block.runs) };
    case 'heading':
      return {
        type: 'heading',
        depth: Math.min(6, Math.max(1, block.level)) as 1,
        children: phrasing(block.runs),
      };
    case 'quote':
      return {
        type: 'blockquote',
        children: block.paragraphs.map((runs) => ({ type: 'paragraph', children: phrasing(runs) })),
      };
    case 'list':
      return listNode(block);
    case 'table':
      return tableNode(block.rows);
    case 'raw':
      return { type: 'html', value: block.source };
  }
};
