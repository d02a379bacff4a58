import type { MemoireDocument } from './memoire-document.ts';
import type { PortfolioDocument } from './portfolio-document.ts';

/** Every view-model there is a folder of templates for, by its `kind`. */
export type DocumentModel = PortfolioDocument | MemoireDocument;

/** The documents a jury reads once they are written; until then they are outlines. */
const WRITTEN_FOR_A_JURY: ReadonlySet<string> = new Set<DocumentModel['kind']>(['portfolio', 'memoire']);

/** The name of its file, without extension: the same for everybody, so that scripts find it. */
export const fileNameOf = ({ kind, audience }: Pick<DocumentModel, 'kind' | 'audience'>): string =>
  audience === 'working' && WRITTEN_FOR_A_JURY.has(kind) ? `${kind}-plan` : kind;
