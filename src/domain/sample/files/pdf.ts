import { latin1 } from '../../bytes.ts';

/** What Windows-1252, the encoding of the standard fonts, has beyond Latin-1 and French needs. */
const BEYOND_LATIN1: Readonly<Record<string, number>> = {
  '€': 0x80, '…': 0x85, 'Œ': 0x8c, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '—': 0x97, 'œ': 0x9c,
  '\u202f': 0xa0,
}; // prettier-ignore

/** What the encoding lacks becomes a question mark. */
const encode = (text: string): string =>
  text.replaceAll(/[^\u0020-\u007e\u00a0-\u00ff]/gu, (char) => {
    const code = BEYOND_LATIN1[char];
    return code === undefined ? '?' : String.fromCharCode(code);
  });

const literal = (text: string): string => `(${encode(text).replaceAll(/[\\()]/g, '\\$&')})`;

const COLUMNS = 82;

/** Breaks at spaces; a word longer than a line stands alone. */
const wrapLines = (text: string, columns = COLUMNS): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= columns) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
};

const font = (name: string): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

/** One A4 page in Helvetica: a title, then paragraphs. */
export const makePdf = (title: string, paragraphs: readonly string[]): Uint8Array => {
  const shown = [
    '/F2 15 Tf 18 TL',
    ...wrapLines(title, 60).map((line) => `${literal(line)} Tj T*`),
    '/F1 10.5 Tf 14 TL',
    ...paragraphs.flatMap((text) => ['T*', ...wrapLines(text).map((line) => `${literal(line)} Tj T*`)]),
  ].join('\n');
  const stream = `BT\n60 770 Td\n${shown}\nET\n`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}endstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Title ${literal(title)} >>`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const xref = `xref\n0 ${size}\n0000000000 65535 f \n${table}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return latin1(file + xref + trailer);
};
