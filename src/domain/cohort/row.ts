/** One folder on the board: what an advisor reads of it, and no story. */
import { computeCoverage, type BlockState, type Coverage, type CoverageInput } from '../coverage.ts';
import { daysBetween } from '../dates.ts';
import type { FindingCode } from '../findings.ts';
import type { Portfolio } from '../portfolio.ts';
import { evidenceFaults } from '../rules/evidence-rules.ts';
import { awaitedProofs, proofsToAskFor, type AwaitedProof } from '../evidence/awaited.ts';
import { compareStandings, type Changes } from './changes.ts';
import { deadlinesOf, type Deadline } from './deadlines.ts';
import { isBlank, standingOf, type Standing } from './standing.ts';

export interface BlockStanding {
  readonly code: string;
  readonly state: BlockState;
  readonly supported: number;
  readonly competences: number;
  /** Of an acquired block, where the candidate gave it. */
  readonly juryDate: string | undefined;
}

/**
 * How a folder's changes are known:
 * - `known`: how it stood when the day began is known, by its history or by the board compared with;
 * - `new`: nothing was there before (`on`: first save), or the board compared with did not have it;
 * - `partly`: its history begins or was cut later, so that changes are counted from `on`;
 * - `unknown`: no history came with the folder;
 * - `unreadable`: how it stood then cannot be read.
 */
export type Reach = 'known' | 'new' | 'partly' | 'unknown' | 'unreadable';

/** What changes are counted from: the beginning of a day, by each folder's history, or the board of that day. */
export interface SinceWhen {
  readonly by: 'history' | 'board';
  readonly day: string;
}

export interface Since {
  readonly reach: Reach;
  readonly on: string | undefined;
  readonly changes: Changes | undefined;
}

/** What was found of an earlier moment, before it is compared. */
export type Earlier =
  | {
      readonly reach: 'known' | 'new' | 'partly';
      readonly on: string | undefined;
      readonly standing: Standing;
    }
  | { readonly reach: 'new' | 'unknown' | 'unreadable'; readonly on: string | undefined };

/** The last save, by the history; else the day the file carries, which a copy may have changed. */
export interface LastSave {
  readonly on: string;
  readonly source: 'history' | 'file';
  /** The day the file carries, where it is later than the last save: edited by hand, or copied. */
  readonly fileOn: string | undefined;
}

/** A proof whose file is not what was recorded, by the code that a check gives it. */
export interface ProofFault {
  readonly id: string;
  readonly title: string;
  readonly code: FindingCode;
}

export interface CohortRow {
  readonly folder: string;
  readonly id: string;
  readonly name: string;
  /** The name, with the folder's where two folders bear the same. */
  readonly label: string;
  readonly fictional: boolean;
  readonly certification: string;
  readonly stage: Portfolio['stage'];
  readonly summary: Coverage['summary'];
  readonly blocks: readonly BlockStanding[];
  /** Ids of the competences that count: of blocks aimed at and not acquired. */
  readonly counted: readonly string[];
  readonly standing: Standing;
  readonly blank: boolean;
  readonly since: Since | undefined;
  readonly lastSave: LastSave;
  /** Days since the last save, 0 or more. */
  readonly quietDays: number;
  /** The jury has met: nothing is waited for any more. */
  readonly done: boolean;
  readonly deadlines: readonly Deadline[];
  readonly awaited: readonly AwaitedProof[];
  readonly toAskFor: number;
  /** Lines that portfolio.yaml lost at its end since it was saved: all of the row is of the rest. */
  readonly linesLost: number | undefined;
  readonly faults: readonly ProofFault[];
}

export interface RowInput extends CoverageInput {
  readonly folder: string;
  readonly lastSave: LastSave;
  readonly earlier: Earlier | undefined;
  readonly today: string;
  readonly linesLost: number | undefined;
}

const isCounted = (state: BlockState): boolean => state !== 'acquired' && state !== 'not-targeted';

export const cohortRow = (input: RowInput): CohortRow => {
  const { folder, portfolio, referential, lastSave, earlier, today } = input;
  const coverage = computeCoverage(input);
  const standing = standingOf(portfolio, coverage);
  const counted = coverage.blocks
    .filter(({ state }) => isCounted(state))
    .flatMap(({ competences }) => competences.map(({ id }) => id));
  const { jury } = portfolio.dates;
  return {
    folder,
    id: portfolio.id,
    name: portfolio.candidate.name,
    label: portfolio.candidate.name,
    fictional: portfolio.candidate.fictional === 'oui',
    certification: referential.code,
    stage: portfolio.stage,
    summary: coverage.summary,
    blocks: coverage.blocks.map(({ code, state, juryDate, competences }) => ({
      code,
      state,
      juryDate,
      supported: competences.filter(({ grade }) => grade === 'supported' || grade === 'analysed').length,
      competences: competences.length,
    })),
    counted,
    standing,
    blank: isBlank(standing),
    since: earlier && sinceThen(earlier, standing, counted),
    lastSave,
    quietDays: Math.max(0, daysBetween(lastSave.on, today)),
    done: jury !== undefined && jury < today,
    deadlines: deadlinesOf(portfolio, referential, today),
    awaited: awaitedProofs(portfolio, today),
    toAskFor: proofsToAskFor(portfolio),
    linesLost: input.linesLost,
    faults: faultsOf(input),
  };
};

/** One for each proof, though the version that may be shown is at fault too. */
const faultsOf = ({ portfolio, files }: CoverageInput): readonly ProofFault[] => {
  const found = evidenceFaults(portfolio, files).toReversed();
  const codes = new Map(found.map(({ code, args }) => [String(args['id']), code]));
  return portfolio.evidence.flatMap(({ id, title }) => {
    const code = codes.get(id);
    return code === undefined ? [] : [{ id, title, code }];
  });
};

export const sinceThen = (earlier: Earlier, now: Standing, counted: readonly string[]): Since => ({
  reach: earlier.reach,
  on: earlier.on,
  changes: 'standing' in earlier ? compareStandings(earlier.standing, now, counted) : undefined,
});

/** The last part of a path, whichever system wrote it. */
export const folderName = (folder: string): string =>
  folder.split(/[\\/]/u).findLast((part) => part !== '') ?? folder;

/** Tells rows of one name apart by their folders. */
export const labelRows = (rows: readonly CohortRow[]): readonly CohortRow[] => {
  const counts = new Map<string, number>();
  for (const { name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1);
  return rows.map((row) =>
    counts.get(row.name) === 1 ? row : { ...row, label: `${row.name} (${folderName(row.folder)})` },
  );
};
