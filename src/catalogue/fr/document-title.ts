import type { DocumentModel } from '../../domain/documents/document.ts';
import { documents } from './documents.ts';

/** What a document is called, on its cover, in its metadata and while it is made. A missing title is a bug and says so. */
export const documentTitle = ({ kind, audience }: Pick<DocumentModel, 'kind' | 'audience'>): string => {
  const titles: Readonly<Record<string, string>> = documents.titles;
  const title = titles[`${kind}-${audience}`];
  if (title === undefined) throw new Error(`no title for ${kind} (${audience})`);
  return title;
};
