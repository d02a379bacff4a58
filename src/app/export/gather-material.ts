/** What documents need beside the portfolio, read only where one of them asks for it. */
import { computeCoverage } from '../../domain/coverage.ts';
import type { Standing } from '../../domain/documents/coverage-document.ts';
import type { EvidenceFiles } from '../../domain/evidence/files.ts';
import type { Pictures } from '../../domain/images/picture.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import { runRules } from '../../domain/rules/index.ts';
import type { ReferentialSource, Workspace } from '../ports/world.ts';

/** Read only where the candidate placed herself: most exports need none of it. */
export const transversalNames = async (
  { essProfile }: Portfolio,
  referentials: ReferentialSource,
): Promise<ReadonlyMap<string, string>> => {
  if (essProfile.transversal.length === 0) return new Map();
  const { transversal } = await referentials.essPortfolio();
  return new Map(transversal.map(({ id, title }) => [id, title]));
};

/** What `check` would say of the same folder on the same day. */
export const standingOf = async (
  { portfolio, referential }: Workspace,
  { files, pictures }: { readonly files: EvidenceFiles; readonly pictures: Pictures },
  referentials: ReferentialSource,
  today: string,
): Promise<Standing> => {
  const coverage = computeCoverage({ referential, portfolio, files });
  const shipped = await referentials.find(referential.code);
  const context = { referential, portfolio, files, pictures, coverage, shipped, today };
  return { coverage, findings: runRules(context, portfolio.stage) };
};
