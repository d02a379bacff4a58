/** The styles of a Word document: Word's own by their own names, so that its menus find them, and a few of ours. */
import { words } from '../../catalogue/index.ts';
import { blockProperties, COLORS, FONTS, textProperties, type BlockLook, type TextLook } from './looks.ts';
import { el, HEAD, NAMESPACES, val } from './xml.ts';

export interface Style extends BlockLook, TextLook {
  readonly based?: string | undefined;
  readonly next?: string | undefined;
}

/** What a kind of file has beside the styles of every document, or in their place. By id; the name is what programs keep. */
export interface Vocabulary {
  readonly paragraphs: Readonly<Record<string, readonly [name: string, look: Style]>>;
  readonly characters: Readonly<Record<string, readonly [name: string, look: TextLook]>>;
  /** Styles of paragraphs, by role. */
  readonly roles: Readonly<Record<string, string>>;
}

/** Width of the text on a page upright, in points: A4 less 25 mm on both sides. */
export const TEXT_WIDTH = 453.5;
/** Where the words of a fact begin, beside their label. */
export const SIDE = 120;

const { accent, soft, rule } = COLORS;

const heading = (level: number, look: Style): Style => ({
  font: 'titles', bold: true, keepNext: true, keepLines: true, next: 'Normal', outline: level - 1, color: accent, line: 1.05, ...look,
}); // prettier-ignore

/** By Word's own names: `Heading1` is `heading 1` in each language. */
const BUILT_IN: Readonly<Record<string, readonly [name: string, look: Style]>> = {
  Title: ['Title', { font: 'titles', bold: true, size: 34, color: accent, before: 6, after: 30, line: 1.05, next: 'Normal' }],
  Subtitle: ['Subtitle', { font: 'text', size: 18, after: 30, next: 'Normal' }],
  Heading1: ['heading 1', heading(1, { size: 20, after: 14, before: 20 })],
  Heading2: ['heading 2', heading(2, { size: 14, before: 20, after: 5 })],
  Heading3: ['heading 3', heading(3, { size: 12, before: 14, after: 4, color: COLORS.ink })],
  Heading4: ['heading 4', heading(4, { size: 11, before: 10, after: 3, color: COLORS.ink })],
  Heading5: ['heading 5', heading(5, { size: 11, before: 8, after: 3, bold: false, italic: true, color: COLORS.ink })],
  Heading6: ['heading 6', heading(6, { size: 11, before: 8, after: 3, bold: false, italic: true, color: soft })],
  TOCHeading: ['TOC Heading', { font: 'titles', bold: true, size: 20, color: accent, before: 36, after: 14, keepNext: true, next: 'Normal' }],
  TOC1: ['toc 1', { bold: true, before: 8, after: 1, rightTab: { at: TEXT_WIDTH, dots: true } }],
  TOC2: ['toc 2', { size: 10, left: 14, after: 1, rightTab: { at: TEXT_WIDTH, dots: true } }],
  TOC3: ['toc 3', { size: 10, left: 28, after: 1, rightTab: { at: TEXT_WIDTH, dots: true } }],
  Quote: ['Quote', { italic: true, left: 14, after: 6, borders: ['left'] }],
  Caption: ['caption', { font: 'titles', size: 9, color: soft, before: 6, after: 4 }],
  List: ['List', { after: 2 }],
  ListBullet: ['List Bullet', { after: 3, numbering: 1 }],
  ListNumber: ['List Number', { after: 3 }],
  ListContinue: ['List Continue', { left: 18, after: 3 }],
  ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 9].map((level) => [`ListContinue${level}`, [`List Continue ${level}`, { left: 18 * level, after: 3 }]])),
  Header: ['header', { font: 'titles', size: 8.5, color: soft, after: 0, line: 1, rightTab: { at: TEXT_WIDTH, dots: false } }],
  Footer: ['footer', { font: 'titles', size: 8.5, color: soft, after: 0, line: 1, rightTab: { at: TEXT_WIDTH, dots: false } }],
}; // prettier-ignore

/** Ours; their names stand in the catalogue. */
const OWN: Readonly<Record<keyof typeof words.word.styles, Style>> = {
  AcquisStatement: { size: 9.5, after: 3 },
  AcquisField: { font: 'titles', bold: true, size: 10, color: accent, before: 8, after: 2, keepNext: true, next: 'Normal' },
  AcquisFact: { font: 'titles', size: 10, left: SIDE, hanging: SIDE, after: 4, line: 1.05 },
  AcquisFactMore: { font: 'titles', size: 10, left: SIDE, after: 4, line: 1.05 },
  AcquisSubhead: { bold: true, before: 8, after: 3, keepNext: true, next: 'Normal' },
  AcquisMeta: { font: 'titles', size: 9.5, color: soft, after: 6, keepNext: true, next: 'Normal' },
  AcquisNote: { font: 'titles', size: 9.5, color: soft, before: 6, after: 6 },
  AcquisBox: { font: 'titles', size: 10, left: 14, before: 2, after: 2, borders: ['top', 'left', 'bottom', 'right'], borderColor: accent, next: 'Normal' },
  AcquisCell: { font: 'titles', size: 9.5, after: 2, line: 1.05 },
  AcquisCellTitle: { font: 'titles', size: 9.5, bold: true, after: 1, line: 1.05 },
  AcquisKicker: { font: 'titles', size: 11, color: soft, before: 110, after: 0 },
  AcquisMark: { font: 'titles', bold: true, size: 11, after: 0 },
  AcquisCertification: { font: 'titles', bold: true, size: 14, after: 4, borders: ['top'], before: 12 },
  AcquisCoverLine: { font: 'titles', size: 10.5, color: soft, after: 3 },
  AcquisPreformatted: { font: 'titles', size: 9.5, after: 6, line: 1 },
  AcquisRule: { size: 4, after: 8, line: 1, borders: ['bottom'] },
  AcquisGap: { size: 4, after: 0, line: 1 },
  AcquisLine: { before: 16, after: 4, borders: ['bottom'], next: 'Normal' },
  AcquisSignature: { before: 80, after: 4, borders: ['bottom'], next: 'Normal' },
  AcquisPicture: { after: 4, keepNext: true, line: 1 },
}; // prettier-ignore

const CHARACTERS: Vocabulary['characters'] = {
  AcquisCode: [words.word.characters.AcquisCode, { font: 'titles', bold: true, color: accent, unproofed: true, underline: false }],
  AcquisAside: [words.word.characters.AcquisAside, { font: 'titles', bold: false, color: soft }],
  AcquisReference: [words.word.characters.AcquisReference, { underline: false }],
  AcquisLabel: [words.word.characters.AcquisLabel, { font: 'titles', bold: true, color: accent }],
  Hyperlink: ['Hyperlink', { color: accent, underline: true }],
}; // prettier-ignore

const isOurs = (id: string): boolean => id.startsWith('Acquis');

const paragraphStyle = (id: string, name: string, look: Style): string =>
  el(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': isOurs(id) ? 1 : undefined, 'w:styleId': id },
    val('w:name', name),
    val('w:basedOn', look.based ?? 'Normal'),
    look.next === undefined ? '' : val('w:next', look.next),
    val('w:uiPriority', isOurs(id) ? 30 : 9),
    '<w:qFormat/>',
    el('w:pPr', {}, blockProperties(look)),
    el('w:rPr', {}, textProperties(look)),
  );

const LANGUAGE = el('w:lang', { 'w:val': 'fr-FR', 'w:eastAsia': 'fr-FR', 'w:bidi': 'ar-SA' });

/** In points. */
const BASE = 10.5;
/** Slides are read from across a room. */
const ENLARGED = 1.7;
const LARGEST = 36;

const enlarge = <Look extends Style>(look: Look): Look => ({
  ...look,
  ...(look.size !== undefined && { size: Math.min(LARGEST, Math.round(look.size * ENLARGED)) }),
  ...(look.left !== undefined && { left: look.left * ENLARGED }),
  ...(look.hanging !== undefined && { hanging: look.hanging * ENLARGED }),
});

const defaults = (size: number): string =>
  el(
    'w:docDefaults',
    {},
    el(
      'w:rPrDefault',
      {},
      el(
        'w:rPr',
        {},
        el('w:rFonts', {
          'w:ascii': FONTS.text,
          'w:hAnsi': FONTS.text,
          'w:eastAsia': FONTS.text,
          'w:cs': 'Times New Roman',
        }),
        val('w:color', COLORS.ink),
        val('w:sz', size * 2),
        val('w:szCs', size * 2),
        LANGUAGE,
      ),
    ),
    el('w:pPrDefault', {}, el('w:pPr', {}, blockProperties({ after: 7, line: 1 }))),
  );

const side = (name: string, size: number, color: string): string =>
  el(`w:${name}`, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': color });

const MARGINS = (['top', 'left', 'bottom', 'right'] as const).map((name) =>
  el(`w:${name}`, { 'w:w': name === 'top' || name === 'bottom' ? 50 : 85, 'w:type': 'dxa' }),
);

/** Light rules between rows, a dark one above and under the heads. */
const TABLES = [
  el(
    'w:style',
    { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
    val('w:name', 'Normal Table'),
    val('w:uiPriority', 99),
    '<w:semiHidden/><w:unhideWhenUsed/>',
    el('w:tblPr', {}, el('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), el('w:tblCellMar', {}, ...MARGINS)),
  ),
  el(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': 'AcquisTable' },
    val('w:name', words.word.table),
    val('w:basedOn', 'TableNormal'),
    val('w:uiPriority', 40),
    '<w:qFormat/>',
    el(
      'w:tblPr',
      {},
      el('w:tblBorders', {}, side('top', 8, COLORS.ink), side('bottom', 4, rule), side('insideH', 4, rule)),
    ),
    el(
      'w:tblStylePr',
      { 'w:type': 'firstRow' },
      el('w:rPr', {}, '<w:b/><w:bCs/>'),
      el('w:tcPr', {}, el('w:tcBorders', {}, side('top', 8, COLORS.ink), side('bottom', 6, COLORS.ink))),
    ),
  ),
];

const documentStyles = (book: boolean): Vocabulary['paragraphs'] => ({
  ...BUILT_IN,
  ...(book && { Heading1: ['heading 1', { ...BUILT_IN['Heading1']?.[1], newPage: true, before: 0 }] }),
  ...Object.fromEntries(
    Object.entries(OWN).map(([id, look]) => [id, [words.word.styles[id as keyof typeof OWN], look]]),
  ),
});

const EDGES: ReadonlySet<string> = new Set(['Header', 'Footer']);

const enlarged = (styles: Vocabulary['paragraphs']): Vocabulary['paragraphs'] =>
  Object.fromEntries(
    Object.entries(styles).map(([id, [name, look]]) => [id, [name, EDGES.has(id) ? look : enlarge(look)]]),
  );

export interface Kind {
  /** Chapters begin on a page of their own. */
  readonly book: boolean;
  /** A deck: letters for a wall. */
  readonly slides: boolean;
}

/** `word/styles.xml`. */
export const writeStyles = ({ book, slides }: Kind, vocabulary?: Vocabulary): string =>
  HEAD +
  el(
    'w:styles',
    NAMESPACES,
    defaults(slides ? Math.round(BASE * ENLARGED) : BASE),
    el(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      val('w:name', 'Normal'),
      '<w:qFormat/>',
      el('w:pPr', {}, '<w:widowControl/>'),
      el('w:rPr', {}, LANGUAGE),
    ),
    el(
      'w:style',
      { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
      val('w:name', 'Default Paragraph Font'),
      val('w:uiPriority', 1),
      '<w:semiHidden/><w:unhideWhenUsed/>',
    ),
    ...Object.entries({
      ...(slides ? enlarged(documentStyles(book)) : documentStyles(book)),
      ...vocabulary?.paragraphs,
    }).map(([id, [name, look]]) => paragraphStyle(id, name, look)),
    ...Object.entries({ ...CHARACTERS, ...vocabulary?.characters }).map(([id, [name, look]]) =>
      characterStyle(id, name, look),
    ),
    ...TABLES,
  );

const characterStyle = (id: string, name: string, look: TextLook): string =>
  el(
    'w:style',
    { 'w:type': 'character', 'w:customStyle': isOurs(id) ? 1 : undefined, 'w:styleId': id },
    val('w:name', name),
    val('w:basedOn', 'DefaultParagraphFont'),
    val('w:uiPriority', isOurs(id) ? 30 : 99),
    el('w:rPr', {}, textProperties(look)),
  );
