import type { Coverage } from '../coverage.ts';
import type { EvidenceFiles } from '../evidence/files.ts';
import type { Finding } from '../findings.ts';
import type { Pictures } from '../images/picture.ts';
import type { Portfolio } from '../portfolio.ts';
import type { Referential } from '../referential.ts';

/** All a rule may know. Nothing else: no disk, no clock. */
export interface RuleContext {
  readonly referential: Referential;
  readonly portfolio: Portfolio;
  readonly files: EvidenceFiles;
  /** Without them nothing is said of them. */
  readonly pictures?: Pictures;
  readonly coverage: Coverage;
  /** The référentiel of that code as shipped, where one is; the folder carries its own copy. */
  readonly shipped?: Referential | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export type Rule = (context: RuleContext) => Finding[];
