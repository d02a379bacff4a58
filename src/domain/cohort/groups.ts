import { competencesOf, type Referential } from '../referential.ts';
import { certificationStatus, type CertificationStatus } from '../referential/registration.ts';
import type { CohortRow } from './row.ts';

/** How many folders of one certification lack something for one competence. */
export interface MissingCompetence {
  readonly id: string;
  readonly short: string;
  /** Folders in which the competence counts. */
  readonly folders: number;
  /** No activity names it. */
  readonly absent: number;
  /** An activity names it, no usable proof shows it. */
  readonly unsupported: number;
}

export interface CertificationGroup {
  readonly code: string;
  readonly title: string;
  readonly status: CertificationStatus;
  readonly blocks: readonly { readonly code: string; readonly short: string }[];
  readonly rows: readonly CohortRow[];
  /** Every competence that counts somewhere and is not supported everywhere, most missing first. */
  readonly missing: readonly MissingCompetence[];
}

const missingIn = (referential: Referential, rows: readonly CohortRow[]): readonly MissingCompetence[] =>
  competencesOf(referential)
    .map(({ competence: { id, short } }) => {
      const grades = rows
        .filter(({ counted }) => counted.includes(id))
        .map(({ standing }) => standing.grades.get(id));
      return {
        id,
        short,
        folders: grades.length,
        absent: grades.filter((grade) => grade === 'absent').length,
        unsupported: grades.filter((grade) => grade === 'cited').length,
      };
    })
    .filter(({ absent, unsupported }) => absent + unsupported > 0)
    .toSorted((a, b) => b.absent + b.unsupported - a.absent - a.unsupported || b.absent - a.absent);

/** Rows by certification, the largest group first, by name inside. `referentials`: the one that names each group. */
export const groupByCertification = (
  rows: readonly CohortRow[],
  referentials: ReadonlyMap<string, Referential>,
  today: string,
): readonly CertificationGroup[] =>
  [...referentials.values()]
    .map((referential) => {
      const own = rows.filter(({ certification }) => certification === referential.code);
      return {
        code: referential.code,
        title: referential.title,
        status: certificationStatus(referential, today),
        blocks: referential.blocks.map(({ code, short }) => ({ code, short })),
        rows: own.toSorted((a, b) => a.label.localeCompare(b.label, 'fr')),
        missing: missingIn(referential, own),
      };
    })
    .toSorted((a, b) => b.rows.length - a.rows.length || a.code.localeCompare(b.code));
