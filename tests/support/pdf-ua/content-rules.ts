import { PDFArray, PDFRef } from '@cantoo/pdf-lib';
import { dictOf, numberAt } from './pdf-values.ts';
import type { Painted } from './page-content.ts';
import { failing, type PdfUaRule, type ReadForRules } from './rule.ts';

const isInside = ({ marks }: Painted): boolean => marks.some(({ kind }) => kind !== 'other');
const count = (pieces: readonly Painted[], of: string): string[] => {
  const pages = [...new Set(pieces.map(({ page }) => page))];
  return pages.map((page) => `page ${page}: ${pieces.filter((one) => one.page === page).length} ${of}`);
};
const isTagged = ({ marks }: Painted): boolean => marks.at(-1)?.kind === 'tagged';

const mcidsPainted = ({ painted }: ReadForRules): Set<string> =>
  new Set(painted.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'tagged' ? [mark.id] : []))));

/** What the parent tree says of each marked content: `STREAM MCID` → reference of an element. */
const parentsOfContent = ({ document, parents }: ReadForRules): Map<string, string> => {
  const found = new Map<string, string>();
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    const key = numberAt(dictOf(document.context, object), 'StructParents');
    if (key === undefined) continue;
    const value = parents.get(key);
    const list = value instanceof PDFRef ? document.context.lookup(value) : value;
    if (!(list instanceof PDFArray)) continue;
    for (const [mcid, element] of list.asArray().entries())
      if (element instanceof PDFRef) found.set(`${ref.tag} ${mcid}`, element.tag);
  }
  return found;
};

export const CONTENT_RULES: readonly PdfUaRule[] = [
  {
    name: 'tagged-or-artifact',
    source: '01-005',
    find: ({ painted }) =>
      count(
        painted.filter((one) => one.what !== 'mark' && one.what !== 'form' && !isInside(one)),
        'pieces',
      ),
  },
  {
    name: 'artifact-apart',
    source: '01-003, 01-004',
    find: ({ painted }) =>
      count(
        painted.filter(({ what, marks }) => {
          const around = marks.slice(0, -1);
          const kind = marks.at(-1)?.kind;
          return (
            what === 'mark' &&
            ((kind === 'artifact' && around.some((mark) => mark.kind === 'tagged')) ||
              (kind === 'tagged' && around.some((mark) => mark.kind === 'artifact')))
          );
        }),
        'marks',
      ),
  },
  {
    name: 'content-in-tree',
    source: '01-005: each marked content belongs to one element, and each element’s content is there',
    find: (pdf) => {
      const painted = mcidsPainted(pdf);
      const parents = parentsOfContent(pdf);
      const owners = new Map<string, string[]>();
      for (const { content, ref } of pdf.tree.elements)
        for (const id of content) owners.set(id, [...(owners.get(id) ?? []), ref]);
      return [
        ...[...painted].flatMap((id) => {
          const held = owners.get(id) ?? [];
          return failing(
            held.length !== 1 || parents.get(id) !== held[0],
            `content ${id}: ${held.length} owners`,
          );
        }),
        ...[...owners.keys()].filter((id) => !painted.has(id)).map((id) => `no content ${id}`),
      ];
    },
  },
  {
    name: 'form-once',
    source: '30-002',
    find: ({ painted, pages, document }) => {
      const marked = painted.filter((one) => one.what === 'mark' && isTagged(one));
      const ids = marked
        .map(({ marks }) => marks.at(-1))
        .flatMap((mark) => (mark?.kind === 'tagged' ? [mark.id] : []));
      const isPage = new Set(pages.map((_, index) => document.getPage(index).ref.tag));
      return ids.filter((id, index) => ids.indexOf(id) !== index && !isPage.has(id.replace(/ \d+$/u, '')));
    },
  },
  {
    name: 'content-once',
    source: 'ISO 32000-1 §14.7.4.2: a number marks one piece of its stream',
    find: ({ painted, pages, document }) => {
      const isPage = new Set(pages.map((_, index) => document.getPage(index).ref.tag));
      const seen = new Set<string>();
      return painted.flatMap((one) => {
        const mark = one.what === 'mark' ? one.marks.at(-1) : undefined;
        if (mark?.kind !== 'tagged' || !isPage.has(mark.id.replace(/ \d+$/u, ''))) return [];
        const again = seen.has(mark.id);
        seen.add(mark.id);
        return failing(again, mark.id);
      });
    },
  },
];
