import { words } from '../catalogue/index.ts';
import type { Deadline } from '../domain/cohort/deadlines.ts';
import type { Grade } from '../domain/coverage.ts';
import type { Finding } from '../domain/findings.ts';
import type { CertificationStatus } from '../domain/referential/registration.ts';
import { documentName } from './pdf/page-counts.ts';
import { typography } from './typography.ts';

/** A sentence of the catalogue made of facts: `sentence "coverage" "standing" summary`. */
const sentence = (...given: unknown[]): string => {
  const [area, name, ...args] = given.slice(0, -1);
  const found = (words.documents as Record<string, unknown>)[area as string] as
    Record<string, unknown> | undefined;
  const say = found?.[name as string];
  if (typeof say !== 'function') throw new Error(`no sentence for ${String(area)}.${String(name)}`);
  return typography((say as (...facts: unknown[]) => string)(...args));
};

/** What only documents of the workshop may call: grades, findings and deadlines in words. */
export const coverageHelpers = {
  sentence,
  documentName,
  gradeWord: (grade: Grade): string => words.check.grades[grade],
  severityWord: (severity: Finding['severity']): string => words.check.severities[severity],
  /** One of several findings of a kind, as a finding again. */
  asFinding: (code: Finding['code'], args: Finding['args']): Pick<Finding, 'code' | 'args'> => ({
    code,
    args,
  }),
  findingMessage: ({ code, args }: Pick<Finding, 'code' | 'args'>): string =>
    typography(words.findings[code](args).message),
  findingHint: ({ code, args }: Pick<Finding, 'code' | 'args'>): string =>
    typography(words.findings[code](args).hint),
  deadlineWord: (deadline: Deadline): string => words.cohort.deadline(deadline),
  daysLeft: ({ days }: Deadline): string => words.cohort.left(days),
  registrationWord: (status: CertificationStatus): string => words.cohort.registration(status),
};
