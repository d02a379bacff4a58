import type { CheckReport } from '../../domain/check-report.ts';
import { words } from '../../catalogue/index.ts';
import { csvDocument } from '../csv.ts';

/** One row per competence. */
export const checkTable = ({ referential, coverage }: CheckReport): string => {
  const { check } = words;
  const shorts = new Map(
    referential.blocks.flatMap(({ competences }) => competences.map(({ id, short }) => [id, short] as const)),
  );
  return csvDocument([
    check.csv,
    ...coverage.blocks.flatMap(({ code, state, competences }) =>
      competences.map(({ id, grade, fragility, activities, evidence }) => [
        code,
        check.states[state],
        id,
        shorts.get(id) ?? '',
        check.grades[grade],
        fragility === undefined ? check.no : check.yes,
        activities.join(' '),
        evidence.join(' '),
      ]),
    ),
  ]);
};
