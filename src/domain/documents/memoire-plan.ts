import type { DocumentSection } from '../document-settings.ts';
import type { DocumentPlan } from './document-plan.ts';

/** Read from the first verbs of a statement. The first rule that matches wins; what matches none is shown by what was done. */
const PLACES: readonly (readonly [RegExp, DocumentSection])[] = [
  [/^(capitaliser|valoriser)|dimension éthique/, 'reflection'],
  [/^[eé]valuer (le contexte|les besoins)|veille|^analyser|diagnosti/, 'diagnosis'],
  [/^([eé]valuer|mesurer)/, 'implementation'],
  [/recherche[ -]action/, 'method'],
  [/^(garantir|promouvoir|appliquer)/, 'framework'],
  [
    /^([eé]laborer|coconstruire|préconiser|concevoir|construire|caractériser|définir|décliner|établir)/,
    'plan',
  ],
];

/** A professional mémoire: 35 pages in all, annexes left out. */
export const MEMOIRE_PLAN = {
  kind: 'memoire',
  sections: [
    { code: 'introduction', pages: 2, excerpts: ['introduction'], also: ['summary'] },
    { code: 'context', pages: 4, also: ['organisations'] },
    { code: 'diagnosis', pages: 5, fields: ['context', 'stakeholders'] },
    { code: 'problem', pages: 2, fields: ['goal'] },
    { code: 'framework', pages: 3, excerpts: ['glossary'] },
    { code: 'method', pages: 2, fields: ['role', 'means'] },
    { code: 'plan', pages: 6, fields: ['approach'] },
    { code: 'implementation', pages: 6, fields: ['results'] },
    {
      code: 'reflection',
      pages: 3,
      fields: ['difficulties', 'analysis', 'learning'],
      excerpts: ['synthesis'],
      also: ['transversal'],
    },
    { code: 'conclusion', pages: 2, excerpts: ['project', 'conclusion'] },
  ],
  placeOf: ({ statement }) => {
    const opening = statement.toLowerCase().slice(0, 60);
    return PLACES.find(([pattern]) => pattern.test(opening))?.[1] ?? 'implementation';
  },
} as const satisfies DocumentPlan;
