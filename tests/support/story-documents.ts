import { buildMemoireDocument, type MemoireDocument } from '../../src/domain/documents/memoire-document.ts';
import {
  buildPortfolioDocument,
  type PortfolioDocument,
} from '../../src/domain/documents/portfolio-document.ts';
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

export const portfolioOf = async (portfolio: Portfolio, blocks: string[] = []): Promise<PortfolioDocument> =>
  buildPortfolioDocument({
    portfolio,
    referential: await shippedReferential(portfolio.certification),
    blocks,
    date: DAY,
  });

export const memoireOf = async (
  portfolio: Portfolio,
  blocks: string[] = [],
): Promise<MemoireDocument | undefined> =>
  buildMemoireDocument({
    portfolio,
    referential: await shippedReferential(portfolio.certification),
    blocks,
    date: DAY,
  });
