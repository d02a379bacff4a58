import type { DocumentLength, LengthLimit, LengthPlan } from '../../../domain/documents/page-budget.ts';
import { listed } from '../quantities.ts';

const pagesOf = (count: number): string => `${count} ${count > 1 ? 'pages' : 'page'}`;

const SOURCES: Record<LengthLimit['source'], string> = {
  own: 'limite que vous avez fixée',
  certifier: 'demandé par le certificateur',
  advice: 'repère d’Acquis, aucune règle ne fixe de longueur',
};

const limitOf = ({ min, max }: LengthLimit): string => {
  if (min !== undefined && max !== undefined) return min === max ? pagesOf(max) : `${min} à ${pagesOf(max)}`;
  return max === undefined ? `au moins ${pagesOf(min ?? 1)}` : `${pagesOf(max)} au plus`;
};

const excess = ({ counted, limit, verdict }: DocumentLength): string => {
  if (verdict === 'over') return `, ${counted - (limit?.max ?? 0)} de trop`;
  return verdict === 'under' ? `, ${(limit?.min ?? 0) - counted} de moins que le repère` : '';
};

const told = (length: DocumentLength): string =>
  length.counted === length.pages
    ? pagesOf(length.pages)
    : `${pagesOf(length.pages)}, ${length.counted} sans les annexes`;

type Chapter = LengthPlan['chapters'][number];

/** Chapters that begin on the page of the next one are counted with it. */
const sharing = (parts: DocumentLength['parts']) => {
  const groups: { chapters: Chapter[]; pages: number }[] = [];
  let waiting: Chapter[] = [];
  for (const { pages, ...chapter } of parts) {
    waiting.push(chapter);
    if (pages === 0) continue;
    groups.push({ chapters: waiting, pages });
    waiting = [];
  }
  return groups;
};

/** Words of how long documents came out. `nameOf`: what a chapter is called. */
export const lengths = {
  caption: 'Documents faits en même temps que ce bilan',
  columns: { document: 'Document', pages: 'Pages', limit: 'Repère', parts: 'Par partie' },
  none: 'aucun',
  limit: (limit: LengthLimit): string => `${limitOf(limit)} hors annexes (${SOURCES[limit.source]})`,
  told: (length: DocumentLength): string => `${told(length)}${excess(length)}`,
  parts: ({ parts }: Pick<DocumentLength, 'parts'>, nameOf: (chapter: Chapter) => string): string =>
    sharing(parts)
      .map(({ chapters, pages }) => `${listed(chapters.map(nameOf))} ${pages}`)
      .join(', '),
} as const;
