/** How long a document came out, part by part, and how long it may be. */
import { WRITTEN_DOCUMENTS, type WrittenDocumentId } from '../document-settings.ts';
import { finding, type Finding } from '../findings.ts';
import type { Portfolio } from '../portfolio.ts';
import type { Referential } from '../referential.ts';
import { pageLimitOf } from '../referential/vae-section.ts';
import type { DocumentModel } from './document.ts';

/** Pages without annexes; the first that is known holds. */
export interface LengthLimit {
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** `own`: `documents.ID.pages`; `certifier`: its `vae` section; `advice`: ours, since no rule gives a length. */
  readonly source: 'own' | 'certifier' | 'advice';
}

/** What is to be measured of a document once it is printed; plain data. */
export interface LengthPlan {
  readonly kind: DocumentModel['kind'];
  /** The chapters of its contents, in order: id of the heading, and our word for it or its own title. */
  readonly chapters: readonly {
    readonly id: string;
    readonly heading: string | undefined;
    readonly title: string | undefined;
  }[];
  readonly limit: LengthLimit | undefined;
}

/** What the printer knows of a PDF: how many pages, and on which each linked element begins. */
export interface PageCount {
  readonly pages: number;
  readonly starts: ReadonlyMap<string, number>;
}

export interface DocumentLength extends LengthPlan {
  readonly pages: number;
  /** Without annexes: what a limit speaks of. */
  readonly counted: number;
  readonly parts: readonly (LengthPlan['chapters'][number] & { readonly pages: number })[];
  readonly verdict: 'over' | 'under' | undefined;
}

/** Figures given to candidates for a dossier de validation run from 50 to 120 pages; no national rule names one. */
const ADVICE: Readonly<Partial<Record<WrittenDocumentId, LengthLimit>>> = {
  'dossier-validation': { min: 50, max: 120, source: 'advice' },
};

export const lengthLimitOf = (
  { documents }: Pick<Portfolio, 'documents'>,
  { vae }: Pick<Referential, 'vae'>,
  kind: string,
): LengthLimit | undefined => {
  const id = WRITTEN_DOCUMENTS.find((known) => known === kind);
  if (id === undefined) return undefined;
  const own = documents[id]?.pages;
  if (own !== undefined) return { min: undefined, max: own, source: 'own' };
  const asked = pageLimitOf(vae, id);
  return asked ? { ...asked, source: 'certifier' } : ADVICE[id];
};

/** Only what a jury reads is measured: the length of an outline says nothing of the document. */
export const lengthPlanOf = (
  model: DocumentModel,
  portfolio: Portfolio,
  referential: Referential,
): LengthPlan | undefined => {
  if (model.audience !== 'jury') return undefined;
  const contents = 'contents' in model ? model.contents : [];
  return {
    kind: model.kind,
    chapters: contents
      .filter(({ level }) => level === 2)
      .map(({ id, heading, title }) => ({ id, heading, title })),
    limit: lengthLimitOf(portfolio, referential, model.kind),
  };
};

/**
 * A chapter is as long as it is far from its start to the next one's; chapters that share a page count it once, for the
 * first of them, so that parts never add up to more than the whole.
 */
export const measureLength = (plan: LengthPlan, { pages, starts }: PageCount): DocumentLength => {
  const placed = plan.chapters.flatMap((each) => {
    const start = starts.get(each.id);
    return start === undefined ? [] : [{ ...each, start }];
  });
  const annexes = placed.find(({ id }) => id === 'annexes');
  const counted = annexes ? Math.max(1, annexes.start - 1) : pages;
  const { min, max } = plan.limit ?? {};
  return {
    ...plan,
    pages,
    counted,
    parts: placed.map(({ start, ...each }, index) => ({
      ...each,
      pages: (placed[index + 1]?.start ?? pages + 1) - start,
    })),
    verdict:
      max !== undefined && counted > max ? 'over' : min !== undefined && counted < min ? 'under' : undefined,
  };
};

/** What keeps a document from being handed in: more pages than its owner or the certifier allows. Advice forbids nothing. */
export const lengthFinding = ({ kind, counted, limit, verdict }: DocumentLength): Finding | undefined =>
  verdict === 'over' && limit?.max !== undefined && limit.source !== 'advice'
    ? finding('final-too-long', `documents.${kind}`, { document: kind, pages: counted, limit: limit.max })
    : undefined;
