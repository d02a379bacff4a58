import { computeCoverage } from '../../src/domain/coverage.ts';
import { chooseDocuments } from '../../src/domain/documents/choose-documents.ts';
import {
  buildCoverageDocument,
  type CoverageDocument,
  type Standing,
} from '../../src/domain/documents/coverage-document.ts';
import type { DocumentModel } from '../../src/domain/documents/document.ts';
import { MEMOIRE_PLAN } from '../../src/domain/documents/memoire-plan.ts';
import { buildPlanDocument, type PlanDocument } from '../../src/domain/documents/plan-document.ts';
import { DOCUMENT_IDS, DOCUMENTS } from '../../src/domain/documents/registry.ts';
import { openBlocks } from '../../src/domain/documents/scope.ts';
import { buildToldDocument, type ToldDocument } from '../../src/domain/documents/told-document.ts';
import type { FileState } from '../../src/domain/evidence/files.ts';
import { Portfolio } from '../../src/domain/portfolio.ts';
import type { Referential } from '../../src/domain/referential.ts';
import { runRules } from '../../src/domain/rules/index.ts';
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

/** What `check` says of the portfolio with every file there, or none. */
const standingOf = (portfolio: Portfolio, referential: Referential, isThere: boolean): Standing => {
  const files = new Map(
    portfolio.evidence
      .filter(({ file }) => file !== undefined)
      .map(({ id }): [string, FileState] => [
        id,
        isThere ? { state: 'present', bytes: 1 } : { state: 'missing' },
      ]),
  );
  const coverage = computeCoverage({ referential, portfolio, files });
  const findings = runRules({ referential, portfolio, files, coverage, today: DAY }, portfolio.stage);
  return { coverage, findings };
};

/** Where the portfolio stands with every file there, or none. */
export const coverageOf = async (
  portfolio: Portfolio,
  blocks: string[] = [],
  isThere = true,
): Promise<CoverageDocument> => {
  const referential = await shippedReferential(portfolio.certification);
  return buildCoverageDocument(
    { portfolio, referential, blocks, date: DAY },
    standingOf(portfolio, referential, isThere),
  );
};

/** Every document there is, over the blocks that call for it, else all: also those that nobody would make of this portfolio. */
export const everyDocumentOf = async (portfolio: Portfolio): Promise<DocumentModel[]> => {
  const referential = await shippedReferential(portfolio.certification);
  const call = { portfolio, referential, open: openBlocks(portfolio, referential) };
  const standing = standingOf(portfolio, referential, true);
  return chooseDocuments(DOCUMENT_IDS, call, []).flatMap(({ id, blocks }) => [
    ...DOCUMENTS[id].build({ portfolio, referential, blocks, date: DAY, standing }),
  ]);
};
