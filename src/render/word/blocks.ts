import { words } from '../../catalogue/index.ts';
import { plainText, type Block, type Inline, type Paragraph, type Room } from '../flow/flow.ts';
import { writeContents } from './contents.ts';
import { writeParagraph } from './paragraphs.ts';
import type { Parts } from './parts.ts';
import { writePicture } from './pictures.ts';
import { SIDE } from './styles.ts';
import { writeTable } from './tables.ts';
import { el, escapeText, val } from './xml.ts';

/** Where blocks stand. */
export interface Place {
  readonly parts: Parts;
  /** In twips. */
  readonly width: number;
  readonly within: 'page' | 'cell' | 'cover' | 'quote' | 'card' | 'aside' | 'box';
  /** How deep in lists; 0 outside. */
  readonly depth: number;
  /** Styles of paragraphs of a role, before any of those below. */
  readonly roles: Readonly<Record<string, string>>;
}

type FactsBlock = Extract<Block, { kind: 'facts' }>;
type ListBlock = Extract<Block, { kind: 'list' }>;

/** A paragraph's class says what it is; the place decides where it says nothing. */
const BY_ROLE: Readonly<Record<string, string>> = {
  statement: 'AcquisStatement',
  short: 'AcquisCellTitle',
  meta: 'AcquisMeta',
  note: 'AcquisNote',
  'post-title': 'AcquisSubhead',
  'organisation-name': 'AcquisSubhead',
  'material-title': 'AcquisSubhead',
  figcaption: 'Caption',
};
const ON_COVER: Readonly<Record<string, string>> = {
  mark: 'AcquisMark',
  kicker: 'AcquisKicker',
  candidate: 'Subtitle',
  title: 'AcquisCertification',
};
const BY_PLACE: Readonly<Record<Place['within'], string>> = {
  page: 'Normal',
  cell: 'AcquisCell',
  cover: 'AcquisCoverLine',
  quote: 'Quote',
  card: 'AcquisFactMore',
  aside: 'AcquisNote',
  box: 'AcquisBox',
};

const ROOM: Readonly<Record<Room, string>> = { line: 'AcquisLine', signature: 'AcquisSignature' };

const LIST_INDENT = 360;
/** In letters, before the stop of a card. */
const LONGEST_LABEL = 22;

const styleOf = (role: string, { within, roles }: Place): string =>
  roles[role] ?? (within === 'cover' ? ON_COVER[role] : BY_ROLE[role]) ?? BY_PLACE[within];

export const writeBlocks = (blocks: readonly Block[], place: Place): string =>
  blocks
    .map((block, index) => {
      const next = blocks[index + 1];
      // Two tables in a row would be one; text would stick to the rule under a table.
      const gap = block.kind === 'table' && place.within !== 'cell' && next?.kind !== 'heading';
      return (
        writeBlock(block, place, blocks[index - 1]) +
        (gap ? writeParagraph([], { style: 'AcquisGap' }, place.parts) : '')
      );
    })
    .join('');

const writeBlock = (block: Block, place: Place, before: Block | undefined): string => {
  const { parts } = place;
  switch (block.kind) {
    case 'heading': {
      const style = block.level === 1 ? 'Title' : `Heading${block.level - 1}`;
      const newPage = block.opensPage && block.level > 1;
      return writeParagraph(block.content, { style, anchors: block.anchors, newPage }, parts);
    }
    case 'paragraph':
      return writeText(block, place);
    case 'list':
      return writeList(block, place, before?.kind === 'list');
    case 'facts':
      return writeFacts(block, place);
    case 'table':
      return writeTable(
        block,
        place.width,
        (inner, width) => writeBlocks(inner, { ...place, within: 'cell', width, depth: 0 }),
        parts,
      );
    case 'quote':
      return writeBlocks(block.blocks, { ...place, within: 'quote' });
    case 'box':
      return writeBlocks(block.blocks, { ...place, within: block.role });
    case 'cover':
      return writeBlocks(block.blocks, { ...place, within: 'cover' });
    case 'contents':
      return writeContents(block, parts);
    case 'picture':
      return writePicture(block, place.width, parts, words.word.drawing);
    case 'preformatted':
      return writeLines(block.text, parts);
    case 'rule':
      return writeParagraph([], { style: 'AcquisRule' }, parts);
  }
};

const writeText = ({ role, anchors, content }: Paragraph, place: Place): string =>
  writeParagraph(content, { style: styleOf(role, place), anchors }, place.parts);

const writeLines = (text: string, parts: Parts): string => {
  const lines: Inline[] = text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index === 0 ? [] : [{ kind: 'break' } as const]),
      { kind: 'text', text: line, marks: new Set(['typed'] as const) },
    ]);
  return writeParagraph(lines, { style: 'AcquisPreformatted' }, parts);
};

/** Word's own styles for what goes on under an item; it has them for five levels. */
const continued = (level: number): string => `ListContinue${level === 0 ? '' : level + 1}`;

/** Marks stand before the first paragraph of an item; what follows is set under it. */
const writeList = (list: ListBlock, place: Place, follows: boolean): string => {
  const { parts, depth, within } = place;
  const unmarked = list.role === 'blocks';
  // Two lists of bullets in a row would be one.
  const numbering = list.ordered || follows ? parts.numbering(list.ordered ? list.start : undefined) : 1;
  const level = Math.min(depth, 8);
  const own = within === 'page' || within === 'quote';
  const style = unmarked
    ? own
      ? 'List'
      : BY_PLACE[within]
    : own
      ? list.ordered
        ? 'ListNumber'
        : 'ListBullet'
      : BY_PLACE[within];
  const left = within === 'card' ? SIDE * 20 : 0;
  const inner: Place = { ...place, depth: depth + 1 };
  return list.items
    .map((item) =>
      item
        .map((block, index) => {
          if (block.kind !== 'paragraph') return writeBlock(block, inner, item[index - 1]);
          const { content, anchors } = block;
          if (index === 0)
            return writeParagraph(
              content,
              {
                style,
                anchors,
                ...(unmarked ? {} : { list: { numbering, level } }),
                ...(left > 0 && !unmarked ? { indent: left + LIST_INDENT * (level + 1) } : {}),
              },
              parts,
            );
          if (own) return writeParagraph(content, { style: continued(level), anchors }, parts);
          const indent = unmarked ? undefined : left + LIST_INDENT * (level + 1);
          return writeParagraph(content, { style, anchors, indent }, parts);
        })
        .join(''),
    )
    .join('');
};

/** A card sets label and words side by side on a tab stop; fields of a telling stand under their labels. */
const writeFacts = ({ role, entries }: FactsBlock, place: Place): string => {
  const { parts } = place;
  return entries
    .map(({ term, blocks, room }) => {
      if (role !== 'card' || place.within !== 'page')
        return (
          writeParagraph(term.content, { style: 'AcquisField', anchors: term.anchors }, parts) +
          writeBlocks(blocks, place) +
          (room === undefined ? '' : writeParagraph([], { style: ROOM[room] }, parts))
        );
      const [first, ...rest] = blocks.flatMap(flattened);
      const label = el(
        'w:r',
        {},
        el('w:rPr', {}, val('w:rStyle', 'AcquisLabel')),
        ...term.content.map((part) =>
          part.kind === 'text' ? el('w:t', { 'xml:space': 'preserve' }, escapeText(part.text)) : '',
        ),
      );
      // A label that reaches beyond the stop has a line of its own.
      const isLong = plainText(term.content).length > LONGEST_LABEL;
      const before = `${label}<w:r>${isLong ? '<w:br/>' : '<w:tab/>'}</w:r>`;
      const isText = first?.kind === 'paragraph';
      const line = writeParagraph(
        isText ? first.content : [],
        { style: 'AcquisFact', before, anchors: term.anchors },
        parts,
      );
      const others = isText ? rest : first === undefined ? [] : [first, ...rest];
      return line + writeBlocks(others, { ...place, within: 'card', width: place.width - SIDE * 20 });
    })
    .join('');
};

/** Lists without marks are lines like others. */
const flattened = (block: Block): readonly Block[] =>
  block.kind === 'list' && block.role === 'blocks' ? block.items.flat() : [block];
