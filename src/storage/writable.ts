import type { Defect } from '../app/errors.ts';
import { Portfolio } from '../domain/portfolio.ts';
import { findBrokenReferences } from '../domain/references.ts';
import type { Referential } from '../domain/referential.ts';
import { invalidPortfolio, PORTFOLIO_FILE } from './read-portfolio.ts';
import { dotted } from './yaml-tree.ts';

const place = (path: readonly PropertyKey[], code: string, found?: string): Defect => ({
  file: PORTFOLIO_FILE,
  path: dotted(path),
  code,
  ...(found !== undefined && { found }),
});

/** What would not open again is not written. */
export const requireWritable = (portfolio: Portfolio, referential: Referential): Portfolio => {
  const parsed = Portfolio.safeParse(portfolio);
  const defects = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => place(path, message)),
    ...findBrokenReferences(portfolio, referential).map(({ path, code, found }) => place(path, code, found)),
  ];
  if (!parsed.success || defects.length > 0) throw invalidPortfolio(PORTFOLIO_FILE, defects);
  return parsed.data;
};
