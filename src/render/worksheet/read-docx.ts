/** A form as Word, LibreOffice, Google Docs or OnlyOffice saved it. */
import { words } from '../../catalogue/index.ts';
import type { FormNotice, FormReading, Unrecognised } from '../../app/ports/worksheet.ts';
import type { ReadField } from '../../domain/worksheet/compare.ts';
import type { Worksheet } from '../../domain/worksheet/worksheet.ts';
import { plainText, type Block } from './blocks.ts';
import { readItems, type Item, type ItemContext } from './docx-items.ts';
import { openDocxPackage, type DocxPackage } from './docx-package.ts';
import { readNumbering, readRelations, readStyles, type Relation } from './docx-tables.ts';
import type { Met } from './docx-runs.ts';
import { cutAtHeadings, type FormSection } from './form-sections.ts';
import { landmarksOf } from './form.ts';
import { blocksOf } from './items-to-blocks.ts';
import { printOf, readMark, type FormMark } from './mark.ts';
import { markdownOf } from './restore-source.ts';
import { unreadable } from './unreadable.ts';
import { childOf, elementsOf, parseXml, textOf, type XmlElement } from './xml-tree.ts';

export interface DocxForm {
  readonly mark: FormMark | undefined;
  readonly items: readonly Item[];
  /** Texts outside the page's own. */
  readonly aside: readonly { readonly place: Unrecognised['place']; readonly items: readonly Item[] }[];
  readonly notices: readonly FormNotice[];
}

type Parts = (name: string) => Promise<XmlElement | undefined>;

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

const resolveTarget = (from: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${from}`).pathname.slice(1);

const relationsOf = async (parts: Parts, path: string): Promise<ReadonlyMap<string, Relation>> =>
  readRelations(await parts(`${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`));

/** The part a relation of that kind leads to. */
const related = async (
  parts: Parts,
  from: string,
  relations: ReadonlyMap<string, Relation>,
  type: string,
): Promise<XmlElement | undefined> => {
  const found = [...relations.values()].find((relation) => relation.type === type && !relation.external);
  return found && parts(resolveTarget(from, found.target));
};

/** Footnotes 0 and -1 are the lines that part them from the text. */
const notesIn = (part: XmlElement | undefined, context: ItemContext): Item[] =>
  (part ? elementsOf(part) : [])
    .filter(({ attributes }) => attributes['w:type'] === undefined)
    .flatMap((note) => readItems(note, context));

const commentsIn = (part: XmlElement | undefined): FormNotice[] =>
  (part ? elementsOf(part) : [])
    .filter(({ name }) => name === 'w:comment')
    .map((comment) => ({
      code: 'comment',
      author: comment.attributes['w:author'] ?? '',
      text: elementsOf(comment).map(wordsOf).join(' ').trim(),
    }));

const wordsOf = (element: XmlElement): string =>
  element.name === 'w:t' ? textOf(element) : elementsOf(element).map(wordsOf).join('');

const countNotices = (met: Met, names: ReadonlySet<string>): FormNotice[] => [
  ...(['insertions', 'deletions', 'images', 'objects'] as const)
    .map((code) => ({ code, count: met[code] }))
    .filter(({ count }) => count > 0),
  ...([...names].some((name) => /vbaProject|macros?\//iu.test(name))
    ? [{ code: 'macros' as const, count: 1 }]
    : []),
];

const markIn = async (parts: Parts, items: readonly Item[]): Promise<FormMark | undefined> => {
  const properties = await parts('docProps/custom.xml');
  const hidden = properties && readMark(elementsOf(properties).map(textOf).join(' '));
  return (
    hidden ??
    readMark(items.map((item) => (item.type === 'paragraph' ? plainText(item.runs) : '')).join('\n'))
  );
};

/** Rejects with `worksheet-unreadable`. */
export const openDocx = async (file: string, bytes: Uint8Array): Promise<DocxForm> => {
  const archive = await openDocxPackage(file, bytes);
  const parts = partsOf(archive, file);
  const main = await mainPart(parts);
  const document = await parts(main);
  const body = childOf(document, 'w:body');
  if (!body) throw unreadable(file, 'no-document');
  const relations = await relationsOf(parts, main);
  const other = (type: string): Promise<XmlElement | undefined> => related(parts, main, relations, type);
  const met: Met = { insertions: 0, deletions: 0, images: 0, objects: 0, textboxes: [] };
  const context: ItemContext = {
    styles: readStyles(await other('styles')),
    numbering: readNumbering(await other('numbering')),
    relations,
    met,
  };
  const items = readItems(body, context);
  const aside = [
    { place: 'footnote' as const, items: notesIn(await other('footnotes'), context) },
    { place: 'endnote' as const, items: notesIn(await other('endnotes'), context) },
    ...(await marginsOf(parts, main, relations, context)),
    // Frames may hold frames: those met last are looked at too.
    { place: 'textbox' as const, items: framesOf(met, context) },
  ];
  return {
    mark: await markIn(parts, items),
    items,
    aside,
    notices: [...commentsIn(await other('comments')), ...countNotices(met, archive.names)],
  };
};

/** Headers and footers; the page's number alone is ours. */
const marginsOf = async (
  parts: Parts,
  main: string,
  relations: ReadonlyMap<string, Relation>,
  context: ItemContext,
): Promise<DocxForm['aside'][number][]> => {
  const margins: DocxForm['aside'][number][] = [];
  for (const { type, target } of relations.values()) {
    if (type !== 'header' && type !== 'footer') continue;
    const part = await parts(resolveTarget(main, target));
    const items = (part ? readItems(part, context) : []).filter(
      (item) =>
        item.type === 'table' || !/^\s*\d*\s*$/u.test(plainText(item.runs).replace(words.worksheet.page, '')),
    );
    margins.push({ place: type, items });
  }
  return margins;
};

const framesOf = (met: Met, context: ItemContext): Item[] => {
  const items: Item[] = [];
  for (let frame = met.textboxes.shift(); frame; frame = met.textboxes.shift())
    items.push(...readItems(frame, context));
  return items;
};

const partsOf =
  (archive: DocxPackage, file: string): Parts =>
  async (name) => {
    const text = await archive.part(name);
    return text === undefined ? undefined : parseXml(text, file);
  };

const mainPart = async (parts: Parts): Promise<string> => {
  const relations = readRelations(await parts('_rels/.rels'));
  const found = [...relations.values()].find(({ type }) => type === 'officeDocument');
  return found ? resolveTarget('', found.target) : 'word/document.xml';
};

const lineOf = (items: readonly Item[]): string =>
  items
    .flatMap((item) => (item.type === 'paragraph' ? [plainText(item.runs).trim()] : []))
    .filter((line) => line !== '')
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();

export interface DocxReading extends Omit<FormReading, 'fields'> {
  readonly fields: ReadonlyMap<string, ReadDocxField>;
}

export interface ReadDocxField extends ReadField {
  readonly blocks: readonly Block[];
}

const readField = ({ items }: FormSection, kind: string): ReadDocxField => {
  const blocks = blocksOf(items);
  const text = kind === 'prose' ? markdownOf(blocks) : lineOf(items);
  return { blocks, text, print: printOf(text) };
};

/** A heading that is none of the form's is the person's own words too. */
const looseBlocks = (place: Unrecognised['place'], heading: string, items: readonly Item[]): Block[] => [
  ...(place === 'heading' ? [{ type: 'heading' as const, level: 1, runs: [{ text: heading }] }] : []),
  ...blocksOf(items),
];

/** `text` of a field is new Markdown: whoever knows the text before gives its blocks back. */
export const readDocxFields = (form: DocxForm, worksheet: Worksheet): DocxReading => {
  const kinds = new Map(worksheet.fields.map(({ key, kind }) => [key, kind]));
  const sections = cutAtHeadings(form.items, landmarksOf(worksheet, form.mark));
  const fields = new Map(
    sections.flatMap((section) =>
      section.key === undefined
        ? []
        : [[section.key, readField(section, kinds.get(section.key) ?? 'prose')] as const],
    ),
  );
  const loose = [
    ...sections.filter(({ key }) => key === undefined),
    ...form.aside.map(({ place, items }) => ({ place, items, heading: '' })),
  ]
    .map(({ place, heading, items }) => ({
      place,
      heading,
      text: markdownOf(looseBlocks(place, heading, items)),
    }))
    .filter(({ text }) => text !== '');
  return { fields, unrecognised: loose, notices: form.notices };
};
