import type { DocumentSettings, NarrativeField } from '../portfolio.ts';
import type { Competence } from '../referential.ts';

/** The sections of a professional mémoire, in the order they are read. */
export const MEMOIRE_SECTIONS = [
  'introduction', 'context', 'diagnosis', 'problem', 'framework', 'method', 'plan', 'implementation', 'reflection',
  'conclusion',
] as const; // prettier-ignore
export type MemoireSectionCode = (typeof MEMOIRE_SECTIONS)[number];

interface SectionPlan {
  /** Pages to aim at; ours, since no fiche states a length: 35 in all, annexes left out. */
  readonly pages: number;
  /** Answers of the activities' telling that belong here. */
  readonly fields: readonly NarrativeField[];
  /** Sections of the portfolio whose text may be taken up here. */
  readonly fromPortfolio: readonly Exclude<keyof DocumentSettings, 'activities'>[];
}

export const MEMOIRE_PLAN: Readonly<Record<MemoireSectionCode, SectionPlan>> = {
  introduction: { pages: 2, fields: [], fromPortfolio: ['introduction'] },
  context: { pages: 4, fields: [], fromPortfolio: [] },
  diagnosis: { pages: 5, fields: ['context', 'stakeholders'], fromPortfolio: [] },
  problem: { pages: 2, fields: ['goal'], fromPortfolio: [] },
  framework: { pages: 3, fields: [], fromPortfolio: ['glossary'] },
  method: { pages: 2, fields: ['role', 'means'], fromPortfolio: [] },
  plan: { pages: 6, fields: ['approach'], fromPortfolio: [] },
  implementation: { pages: 6, fields: ['results'], fromPortfolio: [] },
  reflection: { pages: 3, fields: ['difficulties', 'analysis', 'learning'], fromPortfolio: ['synthesis'] },
  conclusion: { pages: 2, fields: [], fromPortfolio: ['project', 'conclusion'] },
};

/**
 * Where a competence is best shown, read from the first verbs of its statement: ours, a proposal the candidate may leave.
 * The first rule that matches wins; what matches none is shown by what was done.
 */
const PLACES: readonly (readonly [RegExp, MemoireSectionCode])[] = [
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

/** Section of the plan in which a competence is to be shown. */
export const placeOf = ({ statement }: Pick<Competence, 'statement'>): MemoireSectionCode => {
  const opening = statement.toLowerCase().slice(0, 60);
  return PLACES.find(([pattern]) => pattern.test(opening))?.[1] ?? 'implementation';
};
