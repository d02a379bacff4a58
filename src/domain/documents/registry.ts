/** Every document there is: who calls for it and how it is built. Adding one is adding a line here and a folder of templates. */
import type { Portfolio } from '../portfolio.ts';
import { blocksAssessedBy, type AssessmentKind, type Block, type Referential } from '../referential.ts';
import type { DocumentModel } from './document.ts';
import { buildMemoireDocument } from './memoire-document.ts';
import { buildPortfolioDocument, type DocumentInput } from './portfolio-document.ts';

export interface DocumentCall {
  readonly portfolio: Portfolio;
  readonly referential: Referential;
  /** Aimed at and not yet acquired. */
  readonly open: readonly Block[];
}

export interface DocumentDefinition {
  /** The open blocks that call for it; none, and it is made only when somebody names it. */
  calledBy(call: DocumentCall): readonly Block[];
  /** One file or several, in the order they are written. */
  build(input: DocumentInput): readonly DocumentModel[];
}

/** Open blocks that the fiche judges on a kind of document. */
const assessedBy =
  (kind: AssessmentKind) =>
  ({ referential, open }: DocumentCall): readonly Block[] => {
    const called = blocksAssessedBy(referential, kind);
    return open.filter((block) => called.includes(block));
  };

/** In the order they are made. */
export const DOCUMENTS = {
  portfolio: {
    calledBy: assessedBy('portfolio'),
    build: (input) => [buildPortfolioDocument(input)],
  },
  memoire: {
    calledBy: assessedBy('memoire'),
    build: (input) => [buildMemoireDocument(input)],
  },
} as const satisfies Readonly<Record<string, DocumentDefinition>>;

export type DocumentId = keyof typeof DOCUMENTS;
export const DOCUMENT_IDS = Object.keys(DOCUMENTS) as readonly DocumentId[];
