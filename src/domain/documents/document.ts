import type { MemoireDocument } from './memoire-document.ts';
import type { PortfolioDocument } from './portfolio-document.ts';

/** Every view-model there is a folder of templates for, by its `kind`. */
export type DocumentModel = PortfolioDocument | MemoireDocument;
