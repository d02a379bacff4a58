import type { Finding } from '../domain/findings.ts';
import {
  everyProofOpens,
  everyPublicVersionDiffers,
  noAnnexIsHuge,
  noNameLies,
  noProofIsThereTwice,
} from '../domain/rules/proof-content-rules.ts';
import { computeCoverage } from '../domain/coverage.ts';
import type { PortfolioStore, Workspace } from './ports/world.ts';

/** Worth saying at once, while the person still has the file at hand. */
const RULES = [
  noProofIsThereTwice,
  everyPublicVersionDiffers,
  everyProofOpens,
  noNameLies,
  noAnnexIsHuge,
] as const;

/** What the files of one proof tell, without reading those of the others. */
export const findingsOfProof = async (
  store: PortfolioStore,
  workspace: Workspace,
  id: string,
  today: string,
): Promise<readonly Finding[]> => {
  const { portfolio, referential } = workspace;
  const evidence = portfolio.evidence.filter((one) => one.id === id);
  const files = await store.inspectEvidence({ ...workspace, portfolio: { ...portfolio, evidence } });
  const coverage = computeCoverage({ referential, portfolio, files });
  const context = { referential, portfolio, files, coverage, today };
  return RULES.flatMap((rule) => rule(context)).filter(
    ({ path, args }) => path === `evidence.${id}` || args['other'] === id,
  );
};
