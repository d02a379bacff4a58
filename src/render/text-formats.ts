/** Documents to go on writing in, made from the HTML for the screen: one set of templates serves every format. */
import type { TextFormat } from '../app/ports/export.ts';
import type { TemplateSet } from '../app/ports/templates.ts';
import type { DocumentModel } from '../domain/documents/document.ts';
import { cleanTexts } from './clean-text.ts';
import { readFlow } from './flow/read-flow.ts';
import { renderPage } from './html.ts';
import { runningTitles } from './running-titles.ts';
import { writeMarkdown } from './markdown-file/write-markdown.ts';
import { writeWord } from './word/write-word.ts';

/** The same model gives the same bytes. */
export const renderText = async (
  model: DocumentModel,
  format: TextFormat,
  templates?: TemplateSet,
): Promise<string | Uint8Array> => {
  const { html, style, title, author } = await renderPage(model, 'screen', templates);
  const flow = readFlow(html, style);
  if (format === 'md') return writeMarkdown(flow);
  return writeWord(flow, {
    title,
    author,
    date: model.cover.date,
    running: runningTitles(cleanTexts(model)),
    carriesFonts: true,
  });
};
