import type { PrintableDocument } from '../../app/ports/document-printer.ts';
import { attachFiles } from './attachments.ts';
import { placeAnnexes } from './annexes.ts';
import { markContent } from './content.ts';
import { nameHeads } from './ids.ts';
import { describeLinks } from './links.ts';
import { readPdfObjects } from './objects.ts';
import { keepsPdfUaPromise } from './promise.ts';
import { readTags, repairTags } from './tags.ts';
import { hexText } from './text.ts';
import { changePdf } from './writer.ts';
import { escapeMarkup } from '../../domain/text/escape-markup.ts';

const escapeXml = (text: string): string => escapeMarkup(text.replaceAll(/[\p{Cc}\ufffe\uffff]/gu, ' '));

const PDF_UA_MARK = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`;

const xmp = ({ title, author, lang }: PrintableDocument, isAccessible: boolean): string =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>${isAccessible ? PDF_UA_MARK : ''}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;

/** Pages that count on from another file's bear the same number in a reader's margin as on their foot. */
const pageLabels = ({ firstPage = 1 }: PrintableDocument): string =>
  firstPage === 1 ? '' : `\n/PageLabels <</Nums [0 <</S /D /St ${firstPage}>>]>>`;

/**
 * Makes of what Chromium printed a PDF that a reader may be handed: title, author, language, XMP packet, words for each
 * link, tags in the shape that PDF/UA-1 asks for, and its mark where the document deserves it. No moment of printing
 * stays in it: the same document gives the same bytes. (Loading and saving it with a PDF library costs 130 to 210 ms for
 * 50 pages, as much as printing them.)
 */
export const withMetadata = (printed: Uint8Array, document: PrintableDocument): Uint8Array => {
  const pdf = readPdfObjects(printed);
  const changes = changePdf(pdf);
  const tags = readTags(pdf);
  nameHeads(pdf, tags, changes);
  repairTags(pdf, tags, changes);
  // All of them, whatever the others say: each leaves the document better than it was.
  const kept = [
    markContent(pdf, tags, changes),
    describeLinks(pdf, changes, document.firstPage),
    document.annexes === undefined || placeAnnexes(pdf, changes, document.annexes),
    keepsPdfUaPromise(pdf, tags),
    document.title.trim() !== '',
  ];
  const packet = Buffer.from(xmp(document, kept.every(Boolean)), 'utf8');
  const metadata = changes.add(
    Buffer.concat([
      Buffer.from(`<</Type /Metadata /Subtype /XML /Length ${packet.length}>>\nstream\n`),
      packet,
      Buffer.from('\nendstream'),
    ]),
  );
  const attached = attachFiles(document.attachments ?? [], changes);
  const catalog = pdf
    .body(pdf.root)
    .replaceAll(/\n?\/(?:Lang \([^)]*\)|Metadata \d+ 0 R)/gu, '')
    .replace(
      />>$/u,
      `\n/Lang (${document.lang})${pageLabels(document)}\n/Metadata ${metadata} 0 R${attached}>>`,
    );
  changes.set(pdf.root, catalog);
  const facts = `<</Title ${hexText(document.title)}\n/Author ${hexText(document.author)}\n/Creator (acquis)>>`;
  const info = pdf.info ?? changes.add('');
  changes.set(info, facts);
  return changes.write({ root: pdf.root, info });
};
