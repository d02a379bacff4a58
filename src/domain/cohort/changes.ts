import { GRADES, type Grade } from '../coverage.ts';
import type { Standing } from './standing.ts';

export interface GradeChange {
  readonly competence: string;
  readonly from: Grade;
  readonly to: Grade;
}

interface SetChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What differs between two moments of one folder. */
export interface Changes {
  /** The former certification, where the folder changed it: grades are then not compared. */
  readonly formerCertification: string | undefined;
  readonly up: readonly GradeChange[];
  readonly down: readonly GradeChange[];
  readonly activities: SetChange;
  readonly proofs: SetChange;
  /** How many texts. */
  readonly answers: { readonly written: number; readonly rewritten: number; readonly erased: number };
}

const changedSet = (before: ReadonlySet<string>, after: ReadonlySet<string>): SetChange => ({
  added: [...after].filter((id) => !before.has(id)),
  removed: [...before].filter((id) => !after.has(id)),
});

const isUp = ({ from, to }: GradeChange): boolean => GRADES.indexOf(to) > GRADES.indexOf(from);

/** `counted`: the competences of blocks that are aimed at and not acquired; no other grade is compared. */
export const compareStandings = (before: Standing, after: Standing, counted: readonly string[]): Changes => {
  const isSame = before.certification === after.certification;
  const grades = (isSame ? counted : []).flatMap((competence): GradeChange[] => {
    const [from, to] = [before.grades.get(competence), after.grades.get(competence)];
    return from === undefined || to === undefined || from === to ? [] : [{ competence, from, to }];
  });
  const places = [...after.answers.keys()];
  return {
    formerCertification: isSame ? undefined : before.certification,
    up: grades.filter(isUp),
    down: grades.filter((change) => !isUp(change)),
    activities: changedSet(before.activities, after.activities),
    proofs: changedSet(before.proofs, after.proofs),
    answers: {
      written: places.filter((place) => !before.answers.has(place)).length,
      rewritten: places.filter(
        (place) => before.answers.has(place) && before.answers.get(place) !== after.answers.get(place),
      ).length,
      erased: [...before.answers.keys()].filter((place) => !after.answers.has(place)).length,
    },
  };
};

export const isUnchanged = ({
  formerCertification,
  up,
  down,
  activities,
  proofs,
  answers,
}: Changes): boolean =>
  formerCertification === undefined &&
  [up, down, activities.added, activities.removed, proofs.added, proofs.removed].every(
    ({ length }) => length === 0,
  ) &&
  answers.written + answers.rewritten + answers.erased === 0;
