/** What is left to do, chosen so that it fits two pages: the command that lists the rest is named beside it. */
import { isAtLeast, type BlockCoverage, type CompetenceCoverage, type Fragility } from '../coverage.ts';
import { SEVERITIES, type Finding, type FindingArgs, type FindingCode, type Severity } from '../findings.ts';
import type { NextStep } from '../next-step.ts';
import { shorten } from '../review/target.ts';

export interface WorkRow {
  readonly id: string;
  /** `BC02-C04`. */
  readonly mark: string;
  /** Ours. */
  readonly short: string;
  readonly grade: CompetenceCoverage['grade'];
  readonly fragility: Fragility | undefined;
  /** What to do about it; a word of the catalogue. */
  readonly step: WorkStep;
  readonly activities: readonly string[];
  readonly evidence: readonly string[];
}

export type WorkStep = 'tell' | 'resume' | 'prove' | 'replace' | 'wait' | Fragility;

/** Competences that are not supported yet, or by a weak proof alone, in the register's order. */
export const workRows = (
  blocks: readonly BlockCoverage[],
  steps: readonly NextStep[],
  nameOf: (id: string) => { readonly mark: string; readonly short: string } | undefined,
): WorkRow[] =>
  blocks
    .flatMap(({ competences }) => competences)
    .filter(({ grade, fragility }) => !isAtLeast(grade, 'supported') || fragility !== undefined)
    .map(({ id, grade, fragility, activities, evidence }) => {
      const { mark, short } = nameOf(id) ?? { mark: id, short: '' };
      const need = steps.find(({ competence }) => competence === id)?.need;
      const waiting = need === 'awaited' ? 'wait' : evidence.length > 0 ? 'replace' : 'prove';
      const step: WorkStep =
        grade === 'absent' ? 'tell' : (fragility ?? (need === 'resume' ? 'resume' : waiting));
      return { id, mark, short, grade, fragility, step, activities, evidence };
    });

/** Findings of one kind: its next step is said once. */
export interface FindingRun {
  readonly code: FindingCode;
  readonly items: readonly FindingArgs[];
  /** Found as well, and not shown. */
  readonly more: number;
}

export interface FindingGroup {
  readonly severity: Severity;
  readonly count: number;
  readonly runs: readonly FindingRun[];
  /** Of this severity, and not shown. */
  readonly more: number;
}

/** What another part of the page already says; open comments are counted there, and none is quoted in a document. */
const SAID_ELSEWHERE: ReadonlySet<FindingCode> = new Set([
  'competence-absent',
  'competence-unsupported',
  'competence-fragile',
  'evidence-awaited',
  'assessment-elsewhere',
  'prerequisite-training',
  'registration-closed',
  'registration-ended',
  'registration-expiring',
  'registration-replaced',
  'review-altered',
  'review-answered',
  'review-crossed',
  'review-open',
  'review-target-gone',
] satisfies FindingCode[]);

/** Lines of each severity, and of one kind within it. */
const MOST: Record<Severity, readonly [all: number, each: number]> = {
  error: [8, 8],
  gap: [6, 6],
  warning: [12, 3],
  info: [5, 2],
};
const TITLE_SIGNS = 60;
/** Lines of all severities together. */
const MOST_LINES = 18;
const TEXT_SIGNS = 320;

/** The gravest first; `shown` kinds keep the order in which the rules found them. */
export const findingGroups = (findings: readonly Finding[]): FindingGroup[] => {
  let room = MOST_LINES;
  return SEVERITIES.flatMap((severity) => {
    const group = findings.filter((found) => found.severity === severity && !SAID_ELSEWHERE.has(found.code));
    if (group.length === 0) return [];
    const [all, each] = MOST[severity];
    let left = Math.min(all, room);
    room -= Math.min(left, group.length);
    const runs = [...new Set(group.map(({ code }) => code))].flatMap((code): FindingRun[] => {
      const found = group.filter((one) => one.code === code);
      const items = found.slice(0, Math.min(each, left)).map(({ args }) => shortened(args));
      left -= items.length;
      return items.length === 0 ? [] : [{ code, items, more: found.length - items.length }];
    });
    const shown = runs.reduce((sum, { items, more }) => sum + items.length + more, 0);
    return [{ severity, count: group.length, runs, more: group.length - shown }];
  });
};

/** Titles and quoted words may be whole paragraphs. */
const shortened = (args: FindingArgs): FindingArgs =>
  Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      typeof value === 'string' ? shorten(value, key === 'text' ? TEXT_SIGNS : TITLE_SIGNS) : value,
    ]),
  );
