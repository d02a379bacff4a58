import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentModel } from '../../src/domain/documents/document.ts';
import type { ToldDocument } from '../../src/domain/documents/told-document.ts';
import { renderPage } from '../../src/render/html.ts';
import { renderText } from '../../src/render/text-formats.ts';
import { unpackWoff } from '../../src/render/word/embedded-fonts.ts';
import { fullPortfolio } from '../support/full-portfolio.ts';
import { makeHostile } from '../support/hostile.ts';
import { attributeOf, firstNamed, readDocx, wordsOf, type ReadDocx } from '../support/read-docx.ts';
import { elementsNamed } from '../support/read-xml.ts';
import { memoireOf, portfolioOf } from '../support/story-documents.ts';
import { readStory } from '../support/stories.ts';

const wordOf = async (model: DocumentModel): Promise<Uint8Array> =>
  (await renderText(model, 'docx')) as Uint8Array;

/** Level and words of each heading of the HTML, the title of the contents aside: it stands in no contents. */
const headingsOfHtml = async (model: DocumentModel): Promise<[number, string][]> => {
  const found: [number, string][] = [];
  const walk = (node: any): void => {
    const level = /^h([1-6])$/u.exec(node.tagName ?? '')?.[1];
    if (level !== undefined && !node.attrs.some((each: any) => each.value === 'contents'))
      found.push([
        Number(level),
        textOf(node)
          .replaceAll(/[ \n]+/gu, ' ')
          .trim(),
      ]);
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse((await renderPage(model, 'screen')).html));
  return found;
};
const textOf = (node: any): string => node.value ?? (node.childNodes ?? []).map(textOf).join('');

const headingsOfWord = ({ paragraphs }: ReadDocx): [number, string][] =>
  paragraphs
    .map(({ style, text }): [number, string] => [
      style === 'Title' ? 1 : Number(/^Heading(\d)$/u.exec(style)?.[1] ?? -9) + 1,
      text.replaceAll(/ +/gu, ' ').trim(),
    ])
    .filter(([level]) => level > 0);

describe('a portfolio with every field, as a Word document', () => {
  let model: ToldDocument;
  let docx: ReadDocx;
  beforeAll(async () => {
    model = await portfolioOf(fullPortfolio(1));
    docx = await readDocx(await wordOf(model));
  });

  test('has the headings of the HTML, one level up under the title, in styles with outline levels', async () => {
    const expected = await headingsOfHtml(model);
    expect(expected.length).toBeGreaterThan(25);
    expect(headingsOfWord(docx)).toEqual(expected);
    const levels = elementsNamed('w:style', docx.styles)
      .filter((style) => attributeOf(style, 'w:styleId')?.startsWith('Heading'))
      .map((style) => [
        attributeOf(firstNamed('w:name', style)),
        attributeOf(firstNamed('w:outlineLvl', style)),
      ]);
    expect(levels).toEqual([1, 2, 3, 4, 5, 6].map((level) => [`heading ${level}`, String(level - 1)]));
  });

  test('uses only styles that it defines, and real ones for what they are for', () => {
    const defined = elementsNamed('w:style', docx.styles).map((style) => attributeOf(style, 'w:styleId'));
    for (const kind of ['w:pStyle', 'w:rStyle', 'w:tblStyle'])
      for (const used of elementsNamed(kind, docx.document)) expect(defined).toContain(attributeOf(used));
    const styles = new Set(docx.paragraphs.map(({ style }) => style));
    for (const style of [
      'Title',
      'Subtitle',
      'Heading1',
      'Heading2',
      'TOC1',
      'TOC2',
      'TOCHeading',
      'Caption',
      'ListBullet',
      'AcquisStatement',
      'AcquisNote',
      'AcquisField',
      'AcquisFact',
    ])
      // prettier-ignore
      expect(styles).toContain(style);
    const names = elementsNamed('w:name', docx.styles).map((name) => attributeOf(name));
    expect(new Set(names).size).toBe(names.length);
  });

  test('prints every official statement in its own style', () => {
    const statements = docx.paragraphs.filter(({ style }) => style === 'AcquisStatement');
    expect(statements.map(({ text }) => text)).toEqual(
      model.grid.blocks.flatMap(({ rows }) => rows.map(({ statement }) => statement)),
    );
  });

  test('begins with a field for its contents, filled with the entries, each leading to its heading', () => {
    const codes = elementsNamed('w:instrText', docx.document).map(({ text }) => text.trim());
    expect(codes[0]).toBe('TOC \\o "1-2" \\h \\z \\u');
    const entries = docx.paragraphs.filter(({ style }) => /^TOC\d$/u.test(style));
    expect(entries).toHaveLength(model.contents.length);
    const headings = new Map(headingsOfWord(docx).map(([level, text]) => [text, level]));
    for (const { text, style } of entries) expect(headings.get(text.trim())).toBe(Number(style.at(-1)) + 1);
    const fields = elementsNamed('w:fldChar', docx.document).map((each) =>
      attributeOf(each, 'w:fldCharType'),
    );
    for (const kind of ['begin', 'separate', 'end'])
      expect(fields.filter((each) => each === kind)).toHaveLength(codes.length);
    expect(docx.files.get('word/settings.xml')).toContain('<w:updateFields/>');
  });

  test('leads every link inside it to a place that is there, by a name Word accepts', () => {
    const places = elementsNamed('w:bookmarkStart', docx.document).map(
      (place) => attributeOf(place, 'w:name') ?? '',
    );
    expect(new Set(places).size).toBe(places.length);
    for (const place of places) expect(place).toMatch(/^[A-Za-z]\w{0,39}$/u);
    const targets = elementsNamed('w:hyperlink', docx.document).flatMap(
      (link) => attributeOf(link, 'w:anchor') ?? [],
    );
    expect(targets.length).toBeGreaterThan(40);
    for (const target of targets) expect(places).toContain(target);
  });

  test('repeats the heads of its tables and cuts no row', () => {
    const tables = elementsNamed('w:tbl', docx.document);
    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) {
      const rows = elementsNamed('w:tr', table);
      expect(elementsNamed('w:tblHeader', rows[0] as never)).toHaveLength(1);
      expect(elementsNamed('w:cantSplit', table)).toHaveLength(rows.length);
      const columns = elementsNamed('w:gridCol', table).map((column) => Number(attributeOf(column, 'w:w')));
      expect(columns.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9100);
      for (const row of rows) {
        const spans = elementsNamed('w:tcPr', row).map((cell) =>
          Number(attributeOf(firstNamed('w:gridSpan', cell)) ?? 1),
        );
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns.length);
      }
    }
  });

  test('speaks French to the spelling checker, everywhere but in other scripts', () => {
    const language = firstNamed('w:lang', firstNamed('w:docDefaults', docx.styles) as never);
    expect(attributeOf(language)).toBe('fr-FR');
    expect(elementsNamed('w:lang', docx.document).filter((each) => attributeOf(each) !== undefined)).toEqual(
      [],
    );
    expect(docx.files.get('word/settings.xml')).toContain('<w:themeFontLang w:val="fr-FR"');
  });

  test('carries title, author, language and the one date there is', () => {
    const core = docx.files.get('docProps/core.xml') ?? '';
    expect(core).toContain(`<dc:creator>${model.cover.candidate}</dc:creator>`);
    expect(core).toContain('<dc:language>fr-FR</dc:language>');
    expect(core.match(/\d{4}-\d\d-\d\dT[^<]*/gu)).toEqual(['2026-11-22T00:00:00Z', '2026-11-22T00:00:00Z']);
  });

  test('has name, certification, mark and page number on every page but the cover', () => {
    expect(docx.files.get('word/header.xml')).toContain(model.cover.candidate);
    expect(docx.files.get('word/header.xml')).toContain(model.cover.certification.code);
    expect(docx.files.get('word/footer.xml')).toContain('> PAGE <');
    expect(docx.files.get('word/footer.xml')).toContain('fictifs');
    expect(elementsNamed('w:titlePg', docx.document)).toHaveLength(1);
  });

  test('holds no macro, fetches nothing and leads only to secure addresses', () => {
    expect([...docx.files.keys()].filter((name) => /vba|\.bin$|ole|embeddings/iu.test(name))).toEqual([]);
    const relations = [...docx.files]
      .filter(([name]) => name.endsWith('.rels'))
      .map(([, text]) => text)
      .join('');
    for (const [, type, target] of relations.matchAll(
      /Type="([^"]*)" Target="([^"]*)" TargetMode="External"/gu,
    )) {
      expect(type).toMatch(/hyperlink$/u);
      expect(target).toMatch(/^(?:https:|mailto:)/u);
    }
  });

  test('carries its faces, so that it looks alike where nobody has them', () => {
    const table = docx.files.get('word/fontTable.xml') ?? '';
    const named = [...table.matchAll(/w:name="([^"]*)"><w:altName w:val="([^"]*)"/gu)].map(
      ([, ...names]) => names,
    );
    expect(named.slice(0, 2)).toEqual([['Literata', 'Cambria'], ['Source Sans 3', 'Calibri']]); // prettier-ignore
    expect(table.match(/<w:embed\w+ r:id="rId\d" w:fontKey="\{[0-9A-F-]{36}\}"/gu)).toHaveLength(5);
    expect([...docx.files.keys()].filter((name) => name.endsWith('.odttf'))).toHaveLength(5);
  });

  test('is the same, byte for byte, another time and elsewhere', async () => {
    const zone = process.env['TZ'];
    const first = Buffer.from(await wordOf(model));
    process.env['TZ'] = 'Pacific/Auckland';
    const second = Buffer.from(await wordOf(model));
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(second.equals(first)).toBe(true);
  });
});

test('« document de travail » stands at the foot of every page of a plan, and on its cover', async () => {
  const plan = await memoireOf(readStory('recit-a-rncp38126'));
  const { files, paragraphs } = await readDocx(await wordOf(plan as DocumentModel));
  expect(files.get('word/footer.xml')).toMatch(/Document de travail/iu);
  expect(paragraphs.find(({ style }) => style === 'AcquisMark')?.text).toMatch(/Document de travail/iu);
});

test('hostile text in every field stays text, in well-formed parts', async () => {
  const { portfolio } = makeHostile(readStory('recit-a-rncp38126'));
  const { document, files } = await readDocx(await wordOf(await portfolioOf(portfolio)));
  const text = wordsOf(document);
  for (const part of [
    '<script>fetch("http://127.0.0.1:9911/s")</script>',
    '{{x}}',
    '<!-- --> ]]> <textarea>',
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  for (const [name, content] of files)
    if (name.endsWith('.rels')) expect(content).not.toMatch(/9911|javascript|file:/u);
});

test('a face is unpacked to the tables it was made from, and nothing else', () => {
  const woff = readFileSync(
    createRequire(import.meta.url).resolve('@fontsource/literata/files/literata-latin-400-normal.woff'),
  );
  const font = unpackWoff(woff);
  expect(font.length).toBe(woff.readUInt32BE(16));
  const sum = (bytes: Buffer): number => {
    let total = 0;
    for (let at = 0; at < bytes.length; at += 4) total = (total + bytes.readUInt32BE(at)) >>> 0;
    return total;
  };
  expect(sum(font)).toBe(0xb1b0afba);
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    const table = Buffer.concat([font.subarray(offset, offset + length), Buffer.alloc(-length & 3)]);
    if (font.toString('latin1', at, at + 4) === 'head') table.writeUInt32BE(0, 8);
    expect(sum(table)).toBe(font.readUInt32BE(at + 4));
  }
});
