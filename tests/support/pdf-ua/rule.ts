import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import type { Painted } from './page-content.ts';
import type { LoadedPdf } from './pdf-values.ts';
import type { StructureTree } from './structure-elements.ts';

export interface Annotation {
  readonly page: number;
  readonly dict: PDFDict;
  readonly ref: string;
}

/** A PDF as the rules see it, read once. */
export interface ReadForRules extends LoadedPdf {
  readonly tree: StructureTree;
  readonly parents: ReadonlyMap<number, PDFObject>;
  readonly painted: readonly Painted[];
  readonly annotations: readonly Annotation[];
}

/** One requirement; `find` names each place that does not meet it. */
export interface PdfUaRule {
  readonly name: string;
  /** Failure conditions of the Matterhorn protocol 1.1 that it stands for, or the clause of ISO 14289-1. */
  readonly source: string;
  readonly find: (pdf: ReadForRules) => readonly string[];
}

/** A place that fails as a list of one, or nothing. */
export const failing = (isFailing: boolean, where: string): string[] => (isFailing ? [where] : []);
