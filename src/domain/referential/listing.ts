/** What a reader of the référentiels is shown: what is shipped, and where each certification stands on a day. */
import type { Accompaniment } from '../accompaniment.ts';
import type { EssPortfolio } from '../ess-portfolio.ts';
import type { Referential } from '../referential.ts';
import type { CertificationStatus } from './registration.ts';

export interface Listed {
  readonly referential: Referential;
  readonly status: CertificationStatus;
}

export interface Listing {
  /** The day the statuses hold for, `YYYY-MM-DD`. */
  readonly date: string;
  /** Certifications one may still aim at come first. */
  readonly certifications: readonly Listed[];
  readonly essPortfolio: EssPortfolio;
  readonly accompaniment: Accompaniment;
}

export type Shown =
  | ({ readonly kind: 'certification'; readonly date: string } & Listed)
  | { readonly kind: 'ess-portfolio'; readonly date: string; readonly essPortfolio: EssPortfolio }
  | { readonly kind: 'accompaniment'; readonly date: string; readonly accompaniment: Accompaniment };
