import type { Coverage } from './coverage.ts';
import type { Finding } from './findings.ts';
import type { Portfolio } from './portfolio.ts';
import type { Referential } from './referential.ts';
import type { CertificationStatus } from './referential/registration.ts';

/** Everything one check found, before any word or layout. */
export interface CheckReport {
  /** Day it speaks of, `YYYY-MM-DD`. */
  readonly date: string;
  readonly stage: Portfolio['stage'];
  readonly portfolio: Portfolio;
  readonly referential: Referential;
  readonly certification: CertificationStatus;
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
  /** True where texts and proofs were read for personal data: what no program finds is then said too. */
  readonly privacy: boolean;
  /** No `error`, no `gap`, and not below the minimum asked for. */
  readonly passed: boolean;
}
