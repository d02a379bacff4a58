import { concat, crc32, utf8 } from '../../bytes.ts';
import { directoryRecord, endRecord, FIRST_DOS_DAY, localRecord } from '../../zip-records.ts';
import { escapeMarkup } from '../../text/escape-markup.ts';

/** A ZIP archive of stored entries. */
const makeZip = (entries: Readonly<Record<string, string>>): Uint8Array => {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(entries)) {
    const data = utf8(text);
    const { length } = data;
    const record = {
      path,
      method: 'stored',
      dosDay: FIRST_DOS_DAY,
      crc: crc32(data),
      packed: length,
    } as const;
    const local = concat(...localRecord({ ...record, bytes: length }), data);
    directory.push(...directoryRecord({ ...record, bytes: length }, offset));
    parts.push(local);
    offset += local.length;
  }
  const index = concat(...directory);
  return concat(...parts, index, endRecord(Object.keys(entries).length, index.length, offset));
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const run = (text: string, bold: boolean): string =>
  `<w:p><w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r></w:p>`;

/** A text document of plain paragraphs, the title in bold. */
export const makeDocx = (title: string, paragraphs: readonly string[]): Uint8Array => {
  const body = [run(title, true), ...paragraphs.map((text) => run(text, false))].join('');
  return makeZip({
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
};
