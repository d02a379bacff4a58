import { zipSync } from 'fflate';
import type { Block, Flow } from '../flow/flow.ts';
import { writeBlocks } from './blocks.ts';
import { writeField } from './contents.ts';
import { embeddedFonts } from './embedded-fonts.ts';
import { writeFontTable } from './font-table.ts';
import { writeNumbering } from './numbering.ts';
import { createParts, type Parts } from './parts.ts';
import { writeProperties, type Properties } from './properties.ts';
import { TEXT_WIDTH, writeStyles, type Vocabulary } from './styles.ts';
import { el, escapeText, HEAD, NAMESPACES, twips, val } from './xml.ts';

/** What a document says of itself, and on the edges of its pages. */
export interface WordSetting extends Properties {
  readonly running: {
    readonly topLeft: string;
    readonly topRight: string;
    readonly bottomLeft: string;
  };
  readonly vocabulary?: Vocabulary | undefined;
  /** Carries the faces, 125 kB, for whoever has none of them. */
  readonly carriesFonts: boolean;
}

const MARGIN = twips(25);
const SHORT_SIDE = 11_906;
const LONG_SIDE = 16_838;

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const FIXED_PARTS = [
  ['styles', 'styles+xml'],
  ['numbering', 'numbering+xml'],
  ['settings', 'settings+xml'],
  ['fontTable', 'fontTable+xml'],
  ['header', 'header+xml'],
  ['footer', 'footer+xml'],
] as const;

const isBook = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind === 'contents');

const contentTypes = (
  { media }: Parts,
  properties: readonly { readonly path: string; readonly contentType: string }[],
): string =>
  HEAD +
  el(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    el('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    el('Default', {
      Extension: 'odttf',
      ContentType: 'application/vnd.openxmlformats-officedocument.obfuscatedFont',
    }),
    ...[...new Set(media.map(({ name }) => name.split('.')[1] ?? ''))].map((extension) =>
      el('Default', { Extension: extension, ContentType: `image/${extension}` }),
    ),
    el('Override', { PartName: '/word/document.xml', ContentType: `${WORD_TYPE}.document.main+xml` }),
    ...FIXED_PARTS.map(([name, type]) =>
      el('Override', { PartName: `/word/${name}.xml`, ContentType: `${WORD_TYPE}.${type}` }),
    ),
    ...properties.map(({ path, contentType }) =>
      el('Override', { PartName: `/${path}`, ContentType: contentType }),
    ),
  );

const relationships = (
  relations: readonly { id: string; type: string; target: string; external?: boolean }[],
): string =>
  HEAD +
  el(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    ...relations.map(({ id, type, target, external }) =>
      el('Relationship', {
        Id: id,
        Type: type,
        Target: target,
        TargetMode: external === true ? 'External' : undefined,
      }),
    ),
  );

const writeSettings = (carriesFonts: boolean, book: boolean): string =>
  HEAD +
  el(
    'w:settings',
    NAMESPACES,
    carriesFonts ? '<w:embedTrueTypeFonts/>' : '',
    val('w:defaultTabStop', 709),
    // Page numbers of the contents are known once the pages are laid out; Word asks before it does so.
    book ? '<w:updateFields/>' : '',
    el(
      'w:compat',
      {},
      el('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ),
    el('w:themeFontLang', { 'w:val': 'fr-FR', 'w:bidi': 'ar-SA' }),
    val('w:decimalSymbol', ','),
    val('w:listSeparator', ';'),
  );

const words = (text: string): string =>
  el('w:r', {}, el('w:t', { 'xml:space': 'preserve' }, escapeText(text)));

/** Two texts at the ends of a line, in the style of headers or footers. */
const edge = (name: 'hdr' | 'ftr', left: string, right: string, textWidth: number): string => {
  const tab =
    textWidth === Math.round(TEXT_WIDTH * 20)
      ? ''
      : el(
          'w:tabs',
          {},
          el('w:tab', { 'w:val': 'clear', 'w:pos': Math.round(TEXT_WIDTH * 20) }),
          el('w:tab', { 'w:val': 'right', 'w:pos': textWidth }),
        );
  return (
    HEAD +
    el(
      `w:${name}`,
      NAMESPACES,
      el(
        'w:p',
        {},
        el('w:pPr', {}, val('w:pStyle', name === 'hdr' ? 'Header' : 'Footer'), tab),
        left === '' ? '' : words(left),
        '<w:r><w:tab/></w:r>',
        name === 'hdr' ? words(right) : right,
      ),
    )
  );
};

const section = (landscape: boolean, covered: boolean): string =>
  el(
    'w:sectPr',
    {},
    el('w:headerReference', { 'w:type': 'default', 'r:id': 'rIdheader' }),
    el('w:footerReference', { 'w:type': 'default', 'r:id': 'rIdfooter' }),
    el('w:pgSz', {
      'w:w': landscape ? LONG_SIDE : SHORT_SIDE,
      'w:h': landscape ? SHORT_SIDE : LONG_SIDE,
      'w:orient': landscape ? 'landscape' : undefined,
    }),
    el('w:pgMar', {
      'w:top': MARGIN, 'w:right': MARGIN, 'w:bottom': MARGIN, 'w:left': MARGIN, 'w:header': twips(12), 'w:footer': twips(12), 'w:gutter': 0,
    }), // prettier-ignore
    // The cover says all of this itself.
    covered ? '<w:titlePg/>' : '',
  );

/** A Word document (ISO 29500, transitional). The same flow gives the same bytes: no clock, no chance, a compressor of our own lock file. */
export const writeWord = ({ blocks, landscape }: Flow, setting: WordSetting): Uint8Array => {
  const parts = createParts();
  const width = (landscape ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
  const body = writeBlocks(blocks, {
    parts, width, within: 'page', depth: 0, roles: setting.vocabulary?.roles ?? {},
  }); // prettier-ignore
  const { topLeft, topRight, bottomLeft } = setting.running;
  const page = writeField('PAGE', el('w:r', {}, el('w:t', {}, '2')));
  const fonts = setting.carriesFonts ? embeddedFonts() : [];
  const book = isBook(blocks);
  const properties = writeProperties(setting);
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(parts, properties),
    '_rels/.rels': relationships([
      { id: 'rId1', type: `${OFFICE}/officeDocument`, target: 'word/document.xml' },
      ...properties.map(({ path, relation }, index) => ({
        id: `rId${index + 2}`,
        type: relation,
        target: path,
      })),
    ]),
    ...Object.fromEntries(properties.map(({ path, xml }) => [path, xml])),
    'word/document.xml':
      HEAD +
      el(
        'w:document',
        NAMESPACES,
        el(
          'w:body',
          {},
          body,
          section(
            landscape,
            blocks.some(({ kind }) => kind === 'cover'),
          ),
        ),
      ),
    'word/_rels/document.xml.rels': relationships([
      ...FIXED_PARTS.map(([name]) => ({
        id: `rId${name}`,
        type: `${OFFICE}/${name}`,
        target: `${name}.xml`,
      })),
      ...parts.relations,
    ]),
    'word/styles.xml': writeStyles({ book, slides: landscape }, setting.vocabulary),
    'word/numbering.xml': writeNumbering(parts.starts),
    'word/settings.xml': writeSettings(setting.carriesFonts, book),
    'word/fontTable.xml': writeFontTable(fonts),
    'word/_rels/fontTable.xml.rels': relationships(
      fonts.map((_, index) => ({
        id: `rId${index + 1}`,
        type: `${OFFICE}/font`,
        target: `fonts/font${index + 1}.odttf`,
      })),
    ),
    'word/header.xml': edge('hdr', topLeft, topRight, width),
    'word/footer.xml': edge('ftr', bottomLeft, page, width),
  };
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries([
      ...Object.entries(files).map(([name, text]) => [name, encoder.encode(text)] as const),
      ...fonts.map(({ bytes }, index) => [`word/fonts/font${index + 1}.odttf`, bytes] as const),
      ...parts.media.map(({ name, bytes }) => [`word/media/${name}`, bytes] as const),
    ]),
    // The first day the format knows, in whatever zone: it has none.
    { mtime: new Date(1980, 0, 1), level: 6 },
  );
};
