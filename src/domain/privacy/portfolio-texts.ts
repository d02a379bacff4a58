import type { Portfolio } from '../portfolio.ts';

export interface PortfolioText {
  /** `activities.A5.context`. */
  readonly path: string;
  /** The last part of it that is a field's name. */
  readonly field: string;
  readonly text: string;
}

/** Codes, dates and names of files: no text that anybody wrote. */
const NOT_TEXT = new Set([
  'id', 'version', 'certification', 'referential', 'stage', 'status', 'kind', 'form', 'state', 'confidentiality', 'file',
  'path', 'madeBy', 'guarantee', 'block', 'competence', 'start', 'end', 'date', 'position', 'askedOn', 'experiences', 'activities', 'sha256',
  'about', 'thread', 'after', 'seen', 'answer', 'met', 'proof', 'juryDate', 'profiles', 'blocks', 'pseudonym',
]); // prettier-ignore
/** Lists of a portfolio that hold entries, unlike the fields of the same name. */
const COLLECTIONS = ['organisations', 'experiences', 'activities', 'evidence'] as const;

const textsIn = (value: unknown, path: string, field: string): PortfolioText[] => {
  if (typeof value === 'string') return [{ path, field, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => {
      const { id, competence, block } = (item ?? {}) as Readonly<Record<string, unknown>>;
      const name = [id, competence, block].find((one) => typeof one === 'string') ?? String(index + 1);
      return textsIn(item, `${path}.${name}`, field);
    });
  return Object.entries(value).flatMap(([key, child]) =>
    NOT_TEXT.has(key) ? [] : textsIn(child, `${path}.${key}`, key),
  );
};

/**
 * Every text somebody wrote into a portfolio, with its place. The candidate's own page and the private notes are left out:
 * the one is there to say who it is, the others go nowhere.
 */
export const portfolioTexts = (portfolio: Portfolio): PortfolioText[] => {
  const { candidate, feasibility, essProfile, documents, reviews, target } = portfolio;
  const { summary, degrees } = candidate;
  return [
    ...textsIn({ summary, degrees }, 'candidate', ''),
    ...textsIn(target.acquired, 'target.acquired', 'from'),
    ...textsIn(feasibility.blocks, 'feasibility.blocks', 'comment'),
    ...textsIn(feasibility.prerequisites, 'feasibility.prerequisites', 'statement'),
    ...textsIn(feasibility.objectives, 'feasibility.objectives', 'objectives'),
    ...textsIn(essProfile.transversal, 'essProfile.transversal', 'example'),
    ...COLLECTIONS.flatMap((collection) => textsIn(portfolio[collection], collection, collection)),
    ...textsIn(documents, 'documents', ''),
    ...textsIn(
      reviews.map(({ id, text }) => ({ id, text })),
      'reviews',
      'text',
    ),
  ];
};
