import type { EvidenceFiles } from '../evidence/files.ts';
import type { Finding } from '../findings.ts';
import type { Pictures } from '../images/picture.ts';
import type { Portfolio } from '../portfolio.ts';
import type { Referential } from '../referential.ts';
import type { DocumentModel } from './document.ts';

/** What is about to be handed in. */
export interface FinalContext {
  readonly portfolio: Portfolio;
  readonly referential: Referential;
  /** Documents for a jury, and the outlines of those that are not written yet. */
  readonly models: readonly DocumentModel[];
  readonly files: EvidenceFiles;
  /** Without them nothing is said of them. */
  readonly pictures?: Pictures;
}

/** Notices what keeps documents from being handed in. */
export type FinalRule = (context: FinalContext) => Finding[];
