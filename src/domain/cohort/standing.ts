/** Where one folder stood at one moment, reduced to what two moments are compared by: no story, no name. */
import { NARRATIVE_FIELDS, isReceived, type Portfolio } from '../portfolio.ts';
import { stableHash } from '../batch/stable-hash.ts';
import type { Coverage, Grade } from '../coverage.ts';

export interface Standing {
  readonly certification: string;
  /** Grade of every competence of the référentiel, aimed at or not. */
  readonly grades: ReadonlyMap<string, Grade>;
  /** Ids of the activities told. */
  readonly activities: ReadonlySet<string>;
  /** Ids of the proofs whose file or link is there. */
  readonly proofs: ReadonlySet<string>;
  /** Every text written, by its place (`A1.results`), with a mark that changes when the text does. */
  readonly answers: ReadonlyMap<string, string>;
}

/** Enough to see that a text changed, too little to get it back. */
const markOf = (text: string): string => stableHash(text).toString(16).padStart(8, '0');

/** The candidate's own texts: the telling of activities, what links say, chapters of documents, feasibility comments. */
const answersOf = (portfolio: Portfolio): ReadonlyMap<string, string> => {
  const answers = new Map<string, string>();
  const note = (place: string, text: string | undefined): void => {
    if (text !== undefined) answers.set(place, markOf(text));
  };
  for (const activity of portfolio.activities) {
    for (const field of NARRATIVE_FIELDS) note(`${activity.id}.${field}`, activity[field]);
    for (const { id, claim } of activity.competences) note(`${activity.id}.${id}`, claim);
  }
  for (const { id, shows } of portfolio.evidence)
    for (const { competence, what } of shows) note(`${id}.${competence}`, what);
  for (const [document, settings] of Object.entries(portfolio.documents))
    for (const [section, text] of Object.entries(settings ?? {}))
      if (typeof text === 'string') note(`${document}.${section}`, text);
  for (const { block, comment } of portfolio.feasibility.blocks) note(`faisabilite.${block}`, comment);
  return answers;
};

export const standingOf = (portfolio: Portfolio, { blocks }: Pick<Coverage, 'blocks'>): Standing => ({
  certification: portfolio.certification,
  grades: new Map(blocks.flatMap(({ competences }) => competences.map(({ id, grade }) => [id, grade]))),
  activities: new Set(portfolio.activities.map(({ id }) => id)),
  proofs: new Set(portfolio.evidence.filter(isReceived).map(({ id }) => id)),
  answers: answersOf(portfolio),
});

/** Nothing told, no proof, no text: a folder that has only been made. */
export const isBlank = ({ activities, proofs, answers }: Standing): boolean =>
  activities.size === 0 && proofs.size === 0 && answers.size === 0;
