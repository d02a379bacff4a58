import type { DocumentSection } from '../document-settings.ts';
import type { DocumentPlan } from './document-plan.ts';

/** Read from the first verbs of a statement; what matches none is shown by what was done, in the story. */
const PLACES: readonly (readonly [RegExp, DocumentSection])[] = [
  [/veille|^[eé]valuer le contexte|^(cartographier|repérer|identifier)/, 'situation'],
  [/^([eé]valuer|mesurer|analyser|diagnosti)/, 'analysis'],
  [/^(garantir|promouvoir|appliquer)/, 'theory'],
  [/^(capitaliser|valoriser)/, 'transfer'],
];

/** A reflective text on one situation of work: 12 pages in all, annexes left out. */
export const ECRIT_REFLEXIF_PLAN = {
  kind: 'ecrit-reflexif',
  sections: [
    { code: 'situation', pages: 2, fields: ['context', 'goal'], also: ['summary', 'organisations'] },
    { code: 'story', pages: 3, fields: ['role', 'stakeholders', 'means', 'approach', 'results'] },
    { code: 'analysis', pages: 3, fields: ['difficulties', 'analysis'] },
    { code: 'theory', pages: 2, excerpts: ['glossary', 'bibliography'] },
    { code: 'learning', pages: 1, fields: ['learning'], excerpts: ['learning', 'synthesis'] },
    { code: 'transfer', pages: 1, excerpts: ['project'], also: ['transversal'] },
  ],
  placeOf: ({ statement }) => {
    const opening = statement.toLowerCase().slice(0, 60);
    return PLACES.find(([pattern]) => pattern.test(opening))?.[1] ?? 'story';
  },
} as const satisfies DocumentPlan;
