/**
 * Documentary coverage: what a portfolio shows of each competence. Never a judgement of the competence itself, which
 * belongs to the jury.
 */
import type { EvidenceFiles } from './evidence/files.ts';
import type { Activity, Evidence, Portfolio } from './portfolio.ts';
import {
  resolveBlockCode,
  resolveCompetenceId,
  type Block,
  type Competence,
  type Referential,
} from './referential.ts';

export const GRADES = ['absent', 'cited', 'supported', 'analysed'] as const;
export type Grade = (typeof GRADES)[number];
export type BlockState = 'complete' | 'partial' | 'empty' | 'acquired' | 'not-targeted';
/** Why a supported competence still wants a stronger proof. */
export type Fragility = 'testimony-alone' | 'image-alone' | 'one-form-of-two';

export interface CompetenceCoverage {
  readonly id: string;
  readonly grade: Grade;
  readonly fragility: Fragility | undefined;
  /** Ids of the activities that name it, in the portfolio's order. */
  readonly activities: readonly string[];
  /** Ids of every evidence linked to it, usable or not. */
  readonly evidence: readonly string[];
}

export interface BlockCoverage {
  readonly code: string;
  readonly state: BlockState;
  /** Present for an acquired block whose date the candidate gave. */
  readonly juryDate: string | undefined;
  readonly competences: readonly CompetenceCoverage[];
}

export interface CoverageSummary {
  /** All counts cover targeted blocks that are not acquired. */
  readonly competences: number;
  readonly cited: number;
  readonly supported: number;
  readonly analysed: number;
  readonly fragile: number;
  /** Supported over targeted, 0–100, rounded down. */
  readonly percent: number;
  readonly complete: boolean;
}

export interface Coverage {
  readonly summary: CoverageSummary;
  readonly blocks: readonly BlockCoverage[];
}

export interface CoverageInput {
  readonly referential: Referential;
  readonly portfolio: Portfolio;
  readonly files: EvidenceFiles;
}

export const isAtLeast = (grade: Grade, floor: Grade): boolean =>
  GRADES.indexOf(grade) >= GRADES.indexOf(floor);

/** Received, there, unaltered, and not « à ne pas joindre ». */
export const isUsable = (evidence: Evidence, files: EvidenceFiles): boolean =>
  evidence.confidentiality !== 'à ne pas joindre' &&
  (evidence.file !== undefined ? files.get(evidence.id)?.state === 'present' : evidence.url !== undefined);

/** The telling goes beyond description: results, analysis, and what was hard or learnt. */
export const isAnalysed = (activity: Activity): boolean =>
  activity.results !== undefined &&
  activity.analysis !== undefined &&
  (activity.difficulties !== undefined || activity.learning !== undefined);

export const computeCoverage = (input: CoverageInput): Coverage => {
  const links = linksOf(input);
  const blocks = input.referential.blocks.map((block) => coverBlock(block, input, links));
  const counted = blocks
    .filter(({ state }) => state !== 'acquired' && state !== 'not-targeted')
    .flatMap(({ competences }) => competences);
  const atLeast = (floor: Grade): number => counted.filter(({ grade }) => isAtLeast(grade, floor)).length;
  const supported = atLeast('supported');
  return {
    blocks,
    summary: {
      competences: counted.length,
      cited: atLeast('cited'),
      supported,
      analysed: atLeast('analysed'),
      fragile: counted.filter(({ fragility }) => fragility !== undefined).length,
      percent: counted.length === 0 ? 100 : Math.floor((100 * supported) / counted.length),
      complete: supported === counted.length,
    },
  };
};

interface Links {
  readonly activities: ReadonlyMap<string, readonly Activity[]>;
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
}

/** Who names each competence, in the portfolio's order. */
const linksOf = ({ referential, portfolio }: CoverageInput): Links => {
  const byCompetence = <T>(all: readonly T[], namesOf: (one: T) => readonly string[]): Map<string, T[]> => {
    const links = new Map<string, T[]>();
    for (const one of all)
      for (const id of new Set(namesOf(one).map((typed) => resolveCompetenceId(referential, typed))))
        if (id !== undefined) links.set(id, [...(links.get(id) ?? []), one]);
    return links;
  };
  return {
    activities: byCompetence(portfolio.activities, ({ competences }) => competences.map(({ id }) => id)),
    evidence: byCompetence(portfolio.evidence, ({ shows }) => shows.map(({ competence }) => competence)),
  };
};

const coverBlock = (block: Block, input: CoverageInput, links: Links): BlockCoverage => {
  const competences = block.competences.map((competence) => coverCompetence(competence, input, links));
  const { blocks: targeted, acquired } = input.portfolio.target;
  const sameBlock = (typed: string): boolean => resolveBlockCode(input.referential, typed) === block.code;
  const jury = acquired.find((entry) => sameBlock(entry.block));
  const base = { code: block.code, competences, juryDate: jury?.juryDate };
  if (jury) return { ...base, state: 'acquired' };
  if (targeted.length > 0 && !targeted.some(sameBlock)) return { ...base, state: 'not-targeted' };
  if (competences.every(({ grade }) => isAtLeast(grade, 'supported'))) return { ...base, state: 'complete' };
  return { ...base, state: competences.every(({ grade }) => grade === 'absent') ? 'empty' : 'partial' };
};

const coverCompetence = (
  competence: Competence,
  { files }: CoverageInput,
  links: Links,
): CompetenceCoverage => {
  const activities = links.activities.get(competence.id) ?? [];
  const linked = links.evidence.get(competence.id) ?? [];
  const usable = linked.filter((evidence) => isUsable(evidence, files));
  const grade = gradeOf(activities, usable);
  return {
    id: competence.id,
    grade,
    fragility: isAtLeast(grade, 'supported') ? fragilityOf(competence, usable) : undefined,
    activities: activities.map(({ id }) => id),
    evidence: linked.map(({ id }) => id),
  };
};

const gradeOf = (activities: readonly Activity[], usable: readonly Evidence[]): Grade => {
  if (activities.length === 0) return 'absent';
  if (usable.length === 0) return 'cited';
  return activities.some(isAnalysed) ? 'analysed' : 'supported';
};

const fragilityOf = (competence: Competence, usable: readonly Evidence[]): Fragility | undefined => {
  if (usable.every(({ kind }) => kind === 'témoignage')) return 'testimony-alone';
  if (usable.every(({ kind }) => kind === 'photo' || kind === 'témoignage')) return 'image-alone';
  const shown = new Set(usable.map(({ form }) => form));
  return competence.forms.length > 1 && competence.forms.some((form) => !shown.has(form))
    ? 'one-form-of-two'
    : undefined;
};
