import type { Referential } from '../../referential.ts';
import type { PlanWishes } from '../plan.ts';
import type { Draft } from '../sample.ts';

/** One thing that can be wrong with a folder, made on demand. */
export interface DefectKind {
  /** As it is asked for. */
  readonly name: string;
  /** What `check` calls it: a finding's code, or the code of the error or of its first detail. */
  readonly found: string;
  /** The stage whose rules see it; an unreadable folder hides everything else. */
  readonly stage: 'validation' | 'faisabilite' | 'any' | 'unreadable';
  /** Kinds that name the same thing here contradict each other. */
  readonly about?: 'registration';
  readonly wishes?: Partial<PlanWishes>;
  readonly possible?: (referential: Referential) => boolean;
  readonly apply: (draft: Draft) => Draft;
}

/** Kinds whose name is the code of a finding. */
export const findingKinds = (
  stage: DefectKind['stage'],
  kinds: Readonly<Record<string, DefectKind['apply']>>,
  more: Partial<DefectKind> = {},
): DefectKind[] =>
  Object.entries(kinds).map(([name, apply]) => ({ name, found: name, stage, apply, ...more }));
