import type { Defect, DefectCode } from '../../app/defects.ts';
import { Portfolio } from '../../domain/portfolio.ts';
import { findBrokenReferences } from '../../domain/references.ts';
import type { Referential } from '../../domain/referential.ts';
import { kindOf } from './portfolio-defects.ts';
import { PORTFOLIO_FILE } from '../../domain/folder-names.ts';
import { invalidPortfolio } from './read-portfolio.ts';
import { dotted } from '../yaml/tree.ts';

const place = (path: readonly PropertyKey[], code: DefectCode, found?: string): Defect => ({
  file: PORTFOLIO_FILE,
  path: dotted(path),
  code,
  ...(found !== undefined && { found }),
});

/** What would not open again is not written. */
export const requireWritable = (portfolio: Portfolio, referential: Referential): Portfolio => {
  const parsed = Portfolio.safeParse(portfolio, { reportInput: true });
  const defects = [
    ...(parsed.error?.issues ?? []).map((issue) => place(issue.path, kindOf(issue).code)),
    ...findBrokenReferences(portfolio, referential).map(({ path, code, found }) => place(path, code, found)),
  ];
  if (!parsed.success || defects.length > 0) throw invalidPortfolio(PORTFOLIO_FILE, defects);
  return parsed.data;
};
