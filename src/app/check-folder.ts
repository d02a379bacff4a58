import { checkPortfolio, type CheckOptions } from './check-portfolio.ts';
import type { PortfolioStore, ReferentialSource } from './ports/world.ts';
import type { CheckedFolder } from './ports/batch.ts';

/** A check reduced to its outcome, which is all that a run over many folders keeps. */
export const checkFolder = async (
  store: PortfolioStore,
  referentials: ReferentialSource,
  folder: string,
  options: CheckOptions,
): Promise<CheckedFolder> => {
  const { referential, passed, coverage, findings } = await checkPortfolio(
    store,
    referentials,
    folder,
    options,
  );
  return { certification: referential.code, passed, summary: coverage.summary, findings };
};
