import type { PrintableDocument } from '../app/document-printer.ts';
import { words } from '../catalogue/index.ts';
import { decodeName, readDestinations, readPdfObjects, type PdfObjects } from './pdf-objects.ts';

/** A text string as UTF-16 in hexadecimal: every character, and nothing that could close the string. */
const hexText = (text: string): string => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
};

const escapeXml = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const xmp = ({ title, author, lang }: PrintableDocument): string =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;

/**
 * Chromium stamps the moment of printing into its first object; the same document must give the same bytes, so the
 * stamp becomes a fixed one of the same length and no offset moves.
 */
const fixDates = (bytes: Buffer, infoOffset: number, infoEnd: number): void => {
  const info = bytes.toString('latin1', infoOffset, infoEnd);
  const fixed = info.replaceAll(/\(D:\d{14}([^)]*)\)/gu, (_, zone: string) => `(D:20000101000000${zone})`);
  bytes.write(fixed, infoOffset, 'latin1');
};

const LINK = '<</Type /Annot\n/Subtype /Link';

const describeLink = (body: string, places: ReadonlyMap<string, number>): string | undefined => {
  const target = /\/Dest \/(\S+)/u.exec(body)?.[1];
  const page = target === undefined ? undefined : places.get(decodeName(target));
  if (page !== undefined) return words.browser.linkTo(page);
  return /\/URI \(((?:[^\\()]|\\.)*)\)/u.exec(body)?.[1]?.replaceAll(/\\(.)/gu, '$1');
};

/** Each link with the words that a screen reader says for it; Chromium leaves them out (ISO 14289 §7.18.5 wants them). */
const describedLinks = (pdf: PdfObjects): (readonly [number, Buffer])[] => {
  const places = readDestinations(pdf);
  const links: (readonly [number, Buffer])[] = [];
  for (let number = 1; number < pdf.size; number++) {
    if (!pdf.begins(number, LINK)) continue;
    const body = pdf.body(number);
    const text = body.includes('/Contents') ? undefined : describeLink(body, places);
    if (text === undefined) continue;
    links.push([number, Buffer.from(body.replace(LINK, `${LINK}\n/Contents ${hexText(text)}`), 'latin1')]);
  }
  return links;
};

/**
 * Appends title, author, language, the displayed title and the XMP packet to a printed PDF: an update in the sense of
 * ISO 32000 §7.5.6, so that pages, tags and bookmarks stay byte for byte what Chromium wrote (a whole rewrite by a PDF
 * library costs 130 to 210 ms for 50 pages, as much as printing them).
 */
export const withMetadata = (printed: Uint8Array, document: PrintableDocument): Uint8Array => {
  const pdf = readPdfObjects(Uint8Array.from(printed));
  if (pdf.info !== undefined) {
    const at = pdf.bytes.indexOf(`${pdf.info} 0 obj`);
    fixDates(pdf.bytes, at, pdf.bytes.indexOf('endobj', at));
  }
  const [info, metadata] = [pdf.size, pdf.size + 1];
  const catalog = pdf
    .body(pdf.root)
    .replaceAll(/\n?\/(?:Lang \([^)]*\)|Metadata \d+ 0 R)/gu, '')
    .replace(/>>$/u, `\n/Lang (${document.lang})\n/Metadata ${metadata} 0 R>>`);
  const packet = Buffer.from(xmp(document), 'utf8');
  const dictionary = `<</Type /Metadata /Subtype /XML /Length ${packet.length}>>\nstream\n`;
  const objects: readonly (readonly [number, Buffer])[] = [
    [pdf.root, Buffer.from(catalog, 'latin1')],
    [
      info,
      Buffer.from(
        `<</Title ${hexText(document.title)}\n/Author ${hexText(document.author)}\n/Creator (acquis)>>`,
      ),
    ],
    [metadata, Buffer.concat([Buffer.from(dictionary), packet, Buffer.from('\nendstream')])],
    ...describedLinks(pdf),
  ];
  const parts: Buffer[] = [pdf.bytes, Buffer.from('\n')];
  const entries: string[] = [];
  let offset = pdf.bytes.length + 1;
  for (const [number, body] of objects) {
    const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    entries.push(`${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
    parts.push(part);
    offset += part.length;
  }
  const trailer = `<</Size ${metadata + 1}\n/Root ${pdf.root} 0 R\n/Info ${info} 0 R\n/Prev ${pdf.xrefOffset}>>`;
  parts.push(Buffer.from(`xref\n${entries.join('')}trailer\n${trailer}\nstartxref\n${offset}\n%%EOF\n`));
  return Buffer.concat(parts);
};
