import type { DocumentSection } from '../document-settings.ts';
import type { NarrativeField } from '../portfolio.ts';
import type { Competence } from '../referential.ts';

/** One section of a document that is planned first and written after: what the candidate has told that belongs there. */
export interface SectionPlan {
  /** Key of its text in the settings, of its heading and of its guidance. */
  readonly code: DocumentSection;
  /** Pages to aim at; ours, since no fiche states a length. */
  readonly pages: number;
  /** Answers of the activities' telling that belong here. */
  readonly fields?: readonly NarrativeField[];
  /** Sections of a told document whose text may be taken up here. */
  readonly excerpts?: readonly DocumentSection[];
  /** What else may be taken up: a few lines about the candidate, the organisations, the transversal competences. */
  readonly also?: readonly ('summary' | 'organisations' | 'transversal')[];
}

/** What makes one such document another than the next; `plan-document.ts` does the rest. */
export interface DocumentPlan {
  readonly kind: 'memoire' | 'ecrit-reflexif';
  /** In the order they are read. */
  readonly sections: readonly SectionPlan[];
  /** Section in which a competence is best shown: ours, a proposal the candidate may leave. */
  readonly placeOf: (competence: Pick<Competence, 'statement'>) => DocumentSection;
}
