import type { PrintableDocument } from '../app/document-printer.ts';
import type { DocumentModel } from '../domain/documents/document.ts';
import { documentTitle } from '../catalogue/fr/document-title.ts';
import { words } from '../catalogue/index.ts';
import { cleanTexts } from './clean-text.ts';
import { cssString } from './css-text.ts';
import { fontFaces } from './fonts.ts';
import { annexLink, helpers, type DocumentData } from './helpers.ts';
import { runningTitles } from './running-titles.ts';
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

/** A document's HTML with its style apart, so that whoever needs no fonts reads none. */
export interface RenderedPage {
  /** Holds `STYLE_PLACE` where the style belongs: the first thing in the head, before any text of a person. */
  readonly html: string;
  readonly style: string;
  readonly title: string;
  readonly author: string;
}

export const renderPage = (given: DocumentModel, medium: 'paper' | 'screen'): RenderedPage => {
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
  return { html, style: `${style}\n${marginBoxes(model)}`, title, author: candidate };
};

/**
 * One document as one self-contained file: style and fonts inside, no script, nothing to fetch. `paper` reserves the
 * places of page numbers for the printer; `screen` does without them.
 */
export const renderHtml = async (
  model: DocumentModel,
  medium: 'paper' | 'screen',
): Promise<PrintableDocument> => {
  const { html, style, title, author } = renderPage(model, medium);
  // Fonts are chosen by what the document says.
  const css = `${await fontFaces(html)}\n${style}`;
  return { html: html.replace(STYLE_PLACE, () => css), title, author, lang: 'fr' };
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
const marginBoxes = (model: DocumentModel): string => {
  const { topLeft, topRight, bottomLeft } = runningTitles(model);
  return `@page {
  @top-left { content: ${cssString(topLeft)}; }
  @top-right { content: ${cssString(topRight)}; }
  @bottom-left { content: ${cssString(bottomLeft)}; }
  @bottom-right { content: counter(page); }
}`;
};
