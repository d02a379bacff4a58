import type { Pictures } from '../images/picture.ts';
import type { Portfolio } from '../portfolio.ts';
import type { Referential } from '../referential.ts';
import type { AnnexMode, AnnexNumbers } from './annexes.ts';
import type { Standing } from './coverage-document.ts';
import type { LengthPlan } from './page-budget.ts';

/** What every document is built from. */
export interface DocumentInput {
  readonly portfolio: Portfolio;
  readonly referential: Referential;
  /** Full codes of the blocks to show; none means every block aimed at and not yet acquired. */
  readonly blocks?: readonly string[];
  /** `YYYY-MM-DD`, printed on the cover. */
  readonly date: string;
  /** Names of the transversal competences by id, where the candidate placed herself on some. */
  readonly transversal?: ReadonlyMap<string, string>;
  /** What the disk holds of the organigrammes; without them none is shown. */
  readonly pictures?: Pictures | undefined;
  /** Given where a document is made that says where the portfolio stands. */
  readonly standing?: Standing | undefined;
  /** Where the pages of annexes go, in the one document that joins them; without it they are listed alone. */
  readonly annexes?: AnnexMode | undefined;
  /** Numbers that another document of the same run gave. */
  readonly numbers?: AnnexNumbers | undefined;
  /** Documents made before it in the same run, that will be printed: their lengths are known by then. */
  readonly lengths?: readonly LengthPlan[];
}
