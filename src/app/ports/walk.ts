/** What the guided interview shows between its questions; the words are put in by the adapter. */
import type { CompetenceCoverage, Coverage } from '../../domain/coverage.ts';
import type { Finding } from '../../domain/findings.ts';
import type { ListedThread } from '../../domain/review/listed-threads.ts';
import type { Need } from '../../domain/next-step.ts';
import type { Activity, Evidence } from '../../domain/portfolio.ts';
import type { Block, Competence, Referential } from '../../domain/referential.ts';
import type { Permission } from '../../domain/referential/registration.ts';
import type { AcquisError, ErrorArgs } from '../errors.ts';
import type { Workspace } from './world.ts';

export type NoticeCode =
  | 'welcome'
  | 'profiles'
  | 'activities'
  | 'toolbox'
  | 'enough-activities'
  | 'ticks'
  | 'inventory-done'
  | 'pdf-making'
  | 'pdf-written'
  | 'file-copied'
  | 'bad-url'
  | 'end-before-start'
  | 'unlinked-activities'
  | 'orphan-evidence'
  | 'damaged-evidence'
  | 'all-proposed'
  | 'all-supported'
  | 'certification-closed'
  | 'resume-evidence'
  | 'created'
  | 'folder-taken'
  | 'not-a-portfolio'
  | 'reviews-waiting'
  | 'saved';

export type WalkView =
  | { readonly kind: 'registration'; readonly permission: Permission }
  | { readonly kind: 'standing'; readonly referential: Referential; readonly coverage: Coverage }
  | { readonly kind: 'block'; readonly block: Block }
  | {
      readonly kind: 'competence';
      readonly block: Block;
      readonly competence: Competence;
      readonly covered: CompetenceCoverage;
      readonly need: Need;
      readonly activities: readonly Activity[];
      readonly evidence: readonly Evidence[];
    }
  /** What somebody wrote about the portfolio, before the question about it. */
  | { readonly kind: 'review'; readonly thread: ListedThread }
  | { readonly kind: 'notice'; readonly code: NoticeCode; readonly args?: ErrorArgs }
  /** What the bytes of a file that was just given tell. */
  | { readonly kind: 'finding'; readonly finding: Finding }
  /** Something failed that does not end the interview (a file that is not there). */
  | { readonly kind: 'failure'; readonly error: AcquisError };

export interface WalkDisplay {
  show(view: WalkView): void;
}

/** Makes the first PDF of a portfolio; returns the files written, as paths to show. */
export type MakeFirstPdf = (workspace: Workspace) => Promise<readonly string[]>;
