import type { DocumentRenderer } from '../app/ports/export.ts';
import type { TemplateSet } from '../app/ports/templates.ts';

/** Puts documents into words, by our templates or with those of a set in their place; each format is loaded when asked for. */
export const createDocumentRenderer = (templates?: TemplateSet): DocumentRenderer => ({
  render: async (model, medium) => (await import('./html.ts')).renderHtml(model, medium, templates),
  renderText: async (model, format) =>
    (await import('./text-formats.ts')).renderText(model, format, templates),
});
