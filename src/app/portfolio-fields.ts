/** What a portfolio says of itself, beside its lists, with the option that gives it. Help, parsing and errors follow from here. */

export interface PortfolioField {
  /** Without its dashes. */
  readonly flag: string;
  /** Dotted, as in portfolio.yaml. */
  readonly field: string;
  /** `blocks`: codes; `acquired`: codes, each with the day of its jury (`BC01=2025-06`). Both are given whole. */
  readonly kind: 'text' | 'texts' | 'blocks' | 'acquired';
}

const texts = (owner: string, fields: Readonly<Record<string, string>>): readonly PortfolioField[] =>
  Object.entries(fields).map(([flag, field]) => ({ flag, field: `${owner}${field}`, kind: 'text' }));

export const PORTFOLIO_FIELDS: readonly PortfolioField[] = [
  ...texts('', { stage: 'stage' }),
  { flag: 'blocks', field: 'target.blocks', kind: 'blocks' },
  { flag: 'acquired', field: 'target.acquired', kind: 'acquired' },
  ...texts('dates.', {
    sent: 'sent',
    eligible: 'eligible',
    'last-activity': 'lastActivity',
    deposit: 'deposit',
    jury: 'jury',
  }),
  ...texts('candidate.', {
    name: 'name',
    'birth-date': 'birthDate',
    email: 'email',
    phone: 'phone',
    address: 'address',
    postcode: 'postcode',
    city: 'city',
  }),
  { flag: 'degree', field: 'candidate.degrees', kind: 'texts' },
  ...texts('candidate.', { summary: 'summary' }),
];

/** What one option asks for; a single empty value takes the field away. */
export interface PortfolioAssignment {
  readonly spec: PortfolioField;
  readonly values: readonly string[];
}
