import { contentDefects } from './content-defects.ts';
import { evidenceDefects } from './evidence-defects.ts';
import type { DefectKind } from './kind.ts';
import { registrationDefects } from './registration-defects.ts';
import { reviewDefects } from './review-defects.ts';
import { feasibilityDefects, tellingDefects } from './telling-defects.ts';
import { unreadableDefects } from './unreadable-defects.ts';

/** What is wrong, by what it is wrong with, in the order of the help. */
export const DEFECT_THEMES = {
  telling: tellingDefects,
  evidence: evidenceDefects,
  content: contentDefects,
  registration: registrationDefects,
  reviews: reviewDefects,
  feasibility: feasibilityDefects,
  unreadable: unreadableDefects,
} as const satisfies Readonly<Record<string, readonly DefectKind[]>>;

export type DefectTheme = keyof typeof DEFECT_THEMES;

/** Every kind of defect that can be asked for. */
export const DEFECT_KINDS: readonly DefectKind[] = Object.values(DEFECT_THEMES).flat();

/** Two kinds that cannot be in one folder, or none to object to. */
export const contradiction = (kinds: readonly DefectKind[]): readonly [string, string] | undefined => {
  for (const [index, one] of kinds.entries())
    for (const other of kinds.slice(index + 1)) {
      const hidden = one.stage === 'unreadable' || other.stage === 'unreadable';
      const stages = one.stage !== 'any' && other.stage !== 'any' && one.stage !== other.stage;
      const same = one.about !== undefined && one.about === other.about;
      if (hidden || stages || same) return [one.name, other.name];
    }
  return undefined;
};
