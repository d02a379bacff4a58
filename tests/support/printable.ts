import type { PrintableDocument } from '../../src/app/ports/document-printer.ts';

/** A small complete document around a body. */
export const printable = (body: string, style = ''): PrintableDocument => ({
  html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title><style>@page{size:A4;margin:20mm}${style}</style></head><body>${body}</body></html>`,
  title: 'Dossier d’été <& co>',
  author: 'Zoé Fictive',
  lang: 'fr',
});
