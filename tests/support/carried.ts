import { buildToldDocument } from '../../src/domain/documents/told-document.ts';
import type { DocumentInput } from '../../src/domain/documents/document-input.ts';
import { buildPlanDocument } from '../../src/domain/documents/plan-document.ts';
import { ECRIT_REFLEXIF_PLAN } from '../../src/domain/documents/ecrit-reflexif-plan.ts';
import { MEMOIRE_PLAN } from '../../src/domain/documents/memoire-plan.ts';
import {
  carriesSource,
  shownPortfolio,
  type CarryingDocument,
  type ShownPortfolio,
} from '../../src/domain/documents/source/shown-portfolio.ts';
import { Portfolio } from '../../src/domain/portfolio.ts';
import { renderPage } from '../../src/render/html.ts';

export type CarryingKind = CarryingDocument['kind'];

export const documentOf = (kind: CarryingKind, input: DocumentInput): CarryingDocument =>
  kind === 'memoire'
    ? buildPlanDocument(MEMOIRE_PLAN, input)
    : kind === 'ecrit-reflexif'
      ? buildPlanDocument(ECRIT_REFLEXIF_PLAN, input)
      : buildToldDocument(kind, input);

export const shownBy = (kind: CarryingKind, input: DocumentInput): ShownPortfolio => {
  const model = documentOf(kind, input);
  if (!carriesSource(model)) throw new Error(`${kind} is no document for a jury`);
  const { portfolio, pictures } = shownPortfolio(model, input);
  return { portfolio: Portfolio.parse(JSON.parse(JSON.stringify(portfolio))), pictures };
};

/** The page as it is printed, to the letter. */
export const htmlOf = async (kind: CarryingKind, input: DocumentInput): Promise<string> =>
  (await renderPage(documentOf(kind, input), 'paper')).html;
