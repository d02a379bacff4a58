import type { PrintableDocument } from '../app/document-printer.ts';
import type { DocumentModel } from '../domain/documents/document.ts';
import { documentTitle } from '../catalogue/fr/document-title.ts';
import { words } from '../catalogue/index.ts';
import { cleanTexts } from './clean-text.ts';
import { cssString, shorten } from './css-text.ts';
import { fontFaces } from './fonts.ts';
import { annexLink, helpers, type DocumentData } from './helpers.ts';
import { loadTemplate } from './templates.ts';
import { typography } from './typography.ts';

const STYLE_PLACE = 'STYLE-PLACE';

const compiled = new Map<DocumentModel['kind'], ReturnType<typeof loadTemplate>>();

/** Folders whose partials and style a kind builds on, besides what all share. */
const BUILDS_ON: Partial<Record<DocumentModel['kind'], readonly string[]>> = {
  'dossier-validation': ['portfolio'],
  'ecrit-reflexif': ['memoire'],
};

/** Each kind of document is read and compiled once per process. */
const templateOf = (kind: DocumentModel['kind']): ReturnType<typeof loadTemplate> => {
  const known = compiled.get(kind) ?? loadTemplate(kind, helpers, ['shared', ...(BUILDS_ON[kind] ?? [])]);
  compiled.set(kind, known);
  return known;
};

/**
 * One document as one self-contained file: style and fonts inside, no script, nothing to fetch. `paper` reserves the
 * places of page numbers for the printer; `screen` does without them.
 */
export const renderHtml = async (
  given: DocumentModel,
  medium: 'paper' | 'screen',
): Promise<PrintableDocument> => {
  const model = cleanTexts(given);
  const { page, style } = templateOf(model.kind);
  const heading = documentTitle(model);
  const { candidate, certification } = model.cover;
  const title = `${heading} – ${candidate} – ${typography(certification.title)}`;
  const data = documentData(model, medium === 'paper');
  const html = page(
    { ...model, title, heading, style: STYLE_PLACE },
    { ...data, working: model.audience === 'working' },
  );
  // Fonts are chosen by what the document says. The place is the first thing in the head, before any text of a person.
  const css = `${await fontFaces(html)}\n${style}\n${marginBoxes(model)}`;
  return { html: html.replace(STYLE_PLACE, () => css), title, author: candidate, lang: 'fr' };
};

const documentData = (model: DocumentModel, paged: boolean): DocumentData => {
  const annexes = new Map(model.annexes.map(({ id, number }) => [id, number]));
  return {
    paged,
    surroundings: {
      annexes,
      withheld: new Set(model.withheld),
      cite: (id, number) => annexLink(id, number, paged),
      citeWithheld: words.documents.withheld,
    },
  };
};

/** Running titles and page numbers, on every page but the cover. */
const marginBoxes = ({ cover, audience }: DocumentModel): string => {
  const { fictional, working } = words.documents;
  const foot = [audience === 'working' ? working.mark : '', cover.fictional ? fictional : '']
    .filter((part) => part !== '')
    .join(' · ');
  const certification = `${shorten(cover.certification.title, 60)} · ${cover.certification.code}`;
  return `@page {
  @top-left { content: ${cssString(shorten(cover.candidate, 40))}; }
  @top-right { content: ${cssString(certification)}; }
  @bottom-left { content: ${cssString(foot)}; }
  @bottom-right { content: counter(page); }
}`;
};
