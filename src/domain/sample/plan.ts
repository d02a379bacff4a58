import { competencesOf, type Competence, type Referential } from '../referential.ts';
import type { Random } from './random.ts';

/** How far a fictional candidate has come with each competence. */
export type Level = 'absent' | 'cited' | 'supported';

export interface Plan {
  /** By competence id. */
  readonly levels: ReadonlyMap<string, Level>;
  /** Competences that one activity tells together, in register order; never an absent one. */
  readonly groups: readonly (readonly Competence[])[];
}

/** What some defects ask of the plan, whatever the completeness. */
export interface PlanWishes {
  readonly absent: boolean;
  readonly unsupported: boolean;
  readonly thin: boolean;
  readonly supported: boolean;
}

/** A jury reads six to ten activities; small certifications get fewer. */
const PER_ACTIVITY = 3.4;

/** The least number that reads as `completeness` percent once rounded down; short of a hundred, one stays open. */
const supportedFor = (completeness: number, total: number): number =>
  completeness === 100 ? total : Math.min(total - 1, Math.ceil((completeness * total) / 100));

const spread = (referential: Referential, wanted: number, random: Random): Set<string> => {
  // One competence of each block in turn: no block is left behind the others.
  const queues = referential.blocks.map(({ competences }) => random.shuffle(competences));
  const order = Array.from({ length: Math.max(...queues.map(({ length }) => length)) }, (_, turn) =>
    queues.flatMap((queue) => {
      const at = Math.floor((turn * queue.length) / Math.max(...queues.map(({ length }) => length)));
      const before = Math.floor(
        ((turn - 1) * queue.length) / Math.max(...queues.map(({ length }) => length)),
      );
      const found = queue[at];
      return found !== undefined && (turn === 0 || at !== before) ? [found.id] : [];
    }),
  ).flat();
  return new Set(order.slice(0, wanted));
};

const levelsOf = (
  referential: Referential,
  completeness: number,
  wishes: PlanWishes,
  random: Random,
): Map<string, Level> => {
  const ids = competencesOf(referential).map(({ competence }) => competence.id);
  const thin = wishes.thin ? random.pick(referential.blocks) : undefined;
  const thinIds = new Set(thin?.competences.map(({ id }) => id));
  const open = {
    ...referential,
    blocks: referential.blocks.filter((block) => block !== thin),
  };
  const room = ids.length - thinIds.size;
  const spared = wishes.absent || wishes.unsupported ? (wishes.absent && wishes.unsupported ? 2 : 1) : 0;
  const wanted = Math.max(
    wishes.thin || wishes.supported ? 1 : 0,
    Math.min(
      supportedFor(completeness, ids.length),
      wishes.thin && wishes.absent ? room - 1 : room,
      ids.length - spared,
    ),
  );
  const supported = spread(open, wanted, random.fork('supported'));
  const rest = random.fork('rest').shuffle(ids.filter((id) => !supported.has(id) && !thinIds.has(id)));
  // A third is not even named; where all may be open, one stays named, so that there is something to tell.
  const absent = new Set(rest.slice(0, Math.floor(rest.length / 3)));
  if (wishes.absent && absent.size === 0) absent.add(rest[0] ?? ids[0] ?? '');
  return new Map(
    ids.map((id) => [id, supported.has(id) ? 'supported' : absent.has(id) ? 'absent' : 'cited']),
  );
};

/** `list` in `count` runs of nearly equal length. */
const inRuns = <T>(list: readonly T[], count: number): T[][] =>
  Array.from({ length: count }, (_, index) =>
    list.slice(Math.floor((index * list.length) / count), Math.floor(((index + 1) * list.length) / count)),
  );

export const planSample = (
  referential: Referential,
  completeness: number,
  wishes: PlanWishes,
  random: Random,
): Plan => {
  const levels = levelsOf(referential, completeness, wishes, random);
  const groups = referential.blocks.flatMap(({ competences }) => {
    const told = competences.filter(({ id }) => levels.get(id) !== 'absent');
    return told.length === 0 ? [] : inRuns(told, Math.max(1, Math.round(told.length / PER_ACTIVITY)));
  });
  return { levels, groups };
};
