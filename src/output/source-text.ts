import { words } from '../catalogue/index.ts';
import type { Source } from '../domain/referential.ts';
import type { Page } from './page.ts';

/** Where a référentiel comes from, under which licence, and what we noticed in it: the last lines of each. */
export const saySource = (
  { source, notes }: { readonly source: Source; readonly notes: readonly string[] },
  page: Page,
): void => {
  const { heads } = words.referential;
  page.head(heads.source);
  const { name, publisher, licence, url, date, note } = source;
  for (const part of [name, publisher, licence, url, date]) if (part !== undefined) page.item(part);
  if (note !== undefined) page.ours(note, 1);
  if (notes.length > 0) page.head(heads.notes);
  for (const one of notes) page.ours(one, 1);
};
