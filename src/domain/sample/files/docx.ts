import { concat, crc32, littleEndian, utf8 } from '../../bytes.ts';

/** The first day the format knows. */
const DOS_DATE = 0x21;
const UTF8_NAMES = 0x800;

/** A ZIP archive of stored entries. */
const makeZip = (entries: Readonly<Record<string, string>>): Uint8Array => {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(entries)) {
    const [name, data] = [utf8(path), utf8(text)];
    const facts = littleEndian(
      [2, 20], [2, UTF8_NAMES], [2, 0], [2, 0], [2, DOS_DATE], [4, crc32(data)], [4, data.length], [4, data.length],
      [2, name.length], [2, 0],
    ); // prettier-ignore
    const local = concat(littleEndian([4, 0x04034b50]), facts, name, data);
    directory.push(
      littleEndian([4, 0x02014b50], [2, 20]),
      facts,
      littleEndian([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      name,
    );
    parts.push(local);
    offset += local.length;
  }
  const index = concat(...directory);
  const count = Object.keys(entries).length;
  const end = littleEndian(
    [4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, index.length], [4, offset], [2, 0],
  ); // prettier-ignore
  return concat(...parts, index, end);
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const run = (text: string, bold: boolean): string =>
  `<w:p><w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;

/** A text document of plain paragraphs, the title in bold. */
export const makeDocx = (title: string, paragraphs: readonly string[]): Uint8Array => {
  const body = [run(title, true), ...paragraphs.map((text) => run(text, false))].join('');
  return makeZip({
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
};
