import type { PrintableDocument } from '../app/ports/document-printer.ts';
import type { TemplateSet } from '../app/ports/templates.ts';
import type { DocumentModel } from '../domain/documents/document.ts';
import { documentTitle } from '../catalogue/fr/document-title.ts';
import { words } from '../catalogue/index.ts';
import { cleanTexts } from './clean-text.ts';
import { cssString } from './css-text.ts';
import { templateOf } from './document-templates.ts';
import { fontFaces } from './fonts.ts';
import { annexLink, type DocumentData } from './helpers.ts';
import { requireHead, withHead } from './page-head.ts';
import { runningTitles } from './running-titles.ts';
import { typography } from './typography.ts';

/** A document's HTML with its style apart, so that whoever needs no fonts reads none. */
export interface RenderedPage {
  /** Without the first lines of its head. */
  readonly html: string;
  readonly style: string;
  readonly title: string;
  readonly author: string;
}

/** `templates` stand in for ours, by name. Throws `invalid-templates` for what fails in them. */
export const renderPage = async (
  given: DocumentModel,
  medium: 'paper' | 'screen',
  templates?: TemplateSet,
): Promise<RenderedPage> => {
  const model = cleanTexts(given);
  const { page, style } = await templateOf(model.kind, templates);
  const heading = documentTitle(model);
  const { candidate, certification } = model.cover;
  const title = `${heading} – ${candidate} – ${typography(certification.title)}`;
  const paged = medium === 'paper';
  const html = page(
    { ...model, title, heading },
    { ...documentData(model, paged), ...boundOf(model, paged), working: model.audience === 'working' },
  );
  requireHead(html, model.kind, templates);
  return { html, style: `${style}\n${marginBoxes(model)}`, title, author: candidate };
};

/**
 * One document as one self-contained file: style and fonts inside, no script, nothing to fetch. `paper` reserves the
 * places of page numbers for the printer; `screen` does without them.
 */
export const renderHtml = async (
  model: DocumentModel,
  medium: 'paper' | 'screen',
  templates?: TemplateSet,
): Promise<PrintableDocument> => {
  const { html, style, title, author } = await renderPage(model, medium, templates);
  // Fonts are chosen by what the document says.
  const css = `${await fontFaces(html)}\n${style}`;
  return { html: withHead(html, css), title, author, lang: 'fr' };
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

/** Whether annexes have pages, whether these stand in this very document, and whether it holds nothing else. */
const boundOf = (
  model: DocumentModel,
  paged: boolean,
): { readonly bound: boolean; readonly behind: boolean; readonly apart: boolean } => {
  const where = paged && 'bound' in model ? model.bound : undefined;
  return {
    bound: where !== undefined,
    behind: where === 'suite',
    apart: model.kind === 'dossier-validation-annexes',
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
