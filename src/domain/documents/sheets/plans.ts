import type { Competence } from '../../referential.ts';
import type { NarrativeField } from '../../portfolio.ts';

/** One moment of an interview, a case or a role play, and the candidate's own material to draw on. */
export interface PlannedStep {
  readonly code: string;
  /** Its part of the time, relative to the others; ours, as no fiche says. */
  readonly weight: number;
  /** Answers of the activities' telling that belong here; the first that is written speaks for an activity. */
  readonly fields: readonly NarrativeField[];
  /** Section that the candidate may have written for this moment. */
  readonly own?: 'introduction' | 'project';
  /** True where the career is told. */
  readonly career?: true;
}

export interface SheetPlan {
  readonly steps: readonly PlannedStep[];
  /** Where a competence is to be shown, read from its statement: ours. The first rule that matches wins. */
  readonly places: readonly (readonly [RegExp, string])[];
  /** Step of the competences that match none. */
  readonly otherwise: string;
}

const SOUTENANCE: SheetPlan = {
  steps: [
    { code: 'opening', weight: 1, fields: [], own: 'introduction' },
    { code: 'career', weight: 2, fields: [], career: true },
    { code: 'situation', weight: 3, fields: ['context', 'goal', 'stakeholders'] },
    { code: 'approach', weight: 4, fields: ['approach', 'role', 'means'] },
    { code: 'results', weight: 3, fields: ['results'] },
    { code: 'learning', weight: 2, fields: ['learning', 'analysis', 'difficulties'] },
    { code: 'ahead', weight: 1, fields: [], own: 'project' },
  ],
  places: [
    [/veille|^analyser|diagnosti|contexte|besoins/, 'situation'],
    [/^([eé]valuer|mesurer)|résultat|indicateur/, 'results'],
    [/^(capitaliser|valoriser)|éthique|valeurs/, 'learning'],
  ],
  otherwise: 'approach',
};

const ETUDE_DE_CAS: SheetPlan = {
  steps: [
    { code: 'brief', weight: 2, fields: [] },
    { code: 'diagnosis', weight: 4, fields: ['context', 'stakeholders'] },
    { code: 'needs', weight: 2, fields: ['goal', 'context'] },
    { code: 'strategy', weight: 4, fields: ['approach', 'goal'] },
    { code: 'action-plan', weight: 3, fields: ['approach', 'role'] },
    { code: 'money', weight: 2, fields: ['means'] },
    { code: 'risks', weight: 2, fields: ['difficulties'] },
    { code: 'indicators', weight: 2, fields: ['results'] },
  ],
  places: [
    [/indicateur|^([eé]valuer|mesurer)|bilan/, 'indicators'],
    [/appels à projet|financement|budg|montage financier|comptable/, 'money'],
    [/diagnosti|veille|^analyser/, 'diagnosis'],
    [/plan de mise en œuvre|^(conduire|gérer|animer|appliquer|mettre en œuvre)/, 'action-plan'],
    [/risque/, 'risks'],
    [/usagers|adhérents|besoins(?!.*stratégie)/, 'needs'],
  ],
  otherwise: 'strategy',
};

const MISE_EN_SITUATION: SheetPlan = {
  steps: [
    { code: 'instruction', weight: 2, fields: [] },
    { code: 'people', weight: 3, fields: ['stakeholders', 'role'] },
    { code: 'decision', weight: 4, fields: ['approach', 'means'] },
    { code: 'speaking', weight: 3, fields: ['results'] },
    { code: 'setbacks', weight: 2, fields: ['difficulties'] },
    { code: 'distance', weight: 2, fields: ['learning', 'analysis'] },
  ],
  places: [
    [/communi|^présenter|anglais|médias/, 'speaking'],
    [/collaboration|partenaires|équipe/, 'people'],
    [/^capitaliser|évaluation|évaluer/, 'distance'],
    [/aléas|ajust|écarts/, 'setbacks'],
  ],
  otherwise: 'decision',
};

export const SHEET_PLANS = {
  'soutenance-plan': SOUTENANCE,
  'etude-de-cas': ETUDE_DE_CAS,
  'mise-en-situation': MISE_EN_SITUATION,
} as const satisfies Readonly<Record<string, SheetPlan>>;
export type SheetKind = keyof typeof SHEET_PLANS;

/** The step of a plan in which a competence is to be shown. */
export const stepOf = (
  { places, otherwise }: SheetPlan,
  { statement }: Pick<Competence, 'statement'>,
): string => {
  const text = statement.toLowerCase();
  return places.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;
};
