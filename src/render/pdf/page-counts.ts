import type { PageCounter } from '../../app/ports/export.ts';
import { documentTitle } from '../../catalogue/fr/document-title.ts';
import { words } from '../../catalogue/index.ts';
import type { DocumentLength, LengthPlan } from '../../domain/documents/page-budget.ts';
import { readDestinations, readPageCount, readPdfObjects } from './objects.ts';
import { typography } from '../typography.ts';
import { escapeMarkup } from '../../domain/text/escape-markup.ts';

/** What a chapter is called: our word for it, or its own title. */
export const chapterName = ({ heading, title }: LengthPlan['chapters'][number]): string => {
  const headings: Readonly<Record<string, string>> = words.documents.headings;
  return (heading === undefined ? title : headings[heading]) ?? '';
};

/** Texts of people never hold this: their quotes are escaped. */
const PLACE = /<td data-length="(pages|parts)" data-of="([a-z0-9-]+)"><\/td>/gu;

const write = (html: string, lengths: readonly DocumentLength[]): string =>
  html.replaceAll(PLACE, (_, what: string, kind: string) => {
    const length = lengths.find((each) => each.kind === kind);
    if (length === undefined) return '<td></td>';
    const { told, parts } = words.documents.lengths;
    return `<td>${escapeMarkup(typography(what === 'pages' ? told(length) : parts(length, chapterName)))}</td>`;
  });

/** Reads from our own PDFs how long they are, and writes that into the document that says so. */
export const pageCounter: PageCounter = {
  count: (pdf) => {
    const objects = readPdfObjects(pdf);
    return { pages: readPageCount(objects), starts: readDestinations(objects) };
  },
  fill: (document, lengths) => ({ ...document, html: write(document.html, lengths) }),
};

/** The name of a document that a jury reads. */
export const documentName = (kind: LengthPlan['kind']): string => documentTitle({ kind, audience: 'jury' });
