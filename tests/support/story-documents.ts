import { chooseDocuments } from '../../src/domain/documents/choose-documents.ts';
import { MEMOIRE_PLAN } from '../../src/domain/documents/memoire-plan.ts';
import { buildPlanDocument, type PlanDocument } from '../../src/domain/documents/plan-document.ts';
import { openBlocks } from '../../src/domain/documents/scope.ts';
import { buildToldDocument, type ToldDocument } from '../../src/domain/documents/told-document.ts';
import { Portfolio } from '../../src/domain/portfolio.ts';
import type { Referential } from '../../src/domain/referential.ts';
import { openReferentials } from '../../src/storage/referential-source.ts';

export const DAY = '2026-11-22';

/** A shipped référentiel; the build has to have run. */
export const shippedReferential = async (code: string): Promise<Referential> => {
  const found = await openReferentials().find(code);
  if (!found) throw new Error(`no référentiel ${code}`);
  return found;
};

export const portfolioOf = async (portfolio: Portfolio, blocks: string[] = []): Promise<ToldDocument> =>
  buildToldDocument('portfolio', {
    portfolio,
    referential: await shippedReferential(portfolio.certification),
    blocks,
    date: DAY,
  });

/** Over the blocks judged on a mémoire, as `all` makes it; undefined where there is none among those asked for. */
export const memoireOf = async (
  portfolio: Portfolio,
  blocks: string[] = [],
): Promise<PlanDocument | undefined> => {
  const referential = await shippedReferential(portfolio.certification);
  const call = { portfolio, referential, open: openBlocks(portfolio, referential) };
  const chosen = chooseDocuments('all', call, blocks).find(({ id }) => id === 'memoire');
  return (
    chosen && buildPlanDocument(MEMOIRE_PLAN, { portfolio, referential, blocks: chosen.blocks, date: DAY })
  );
};
