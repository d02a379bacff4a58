import { ANNOTATION_RULES } from './pdf-ua/annotation-rules.ts';
import { CONTENT_RULES } from './pdf-ua/content-rules.ts';
import { DOCUMENT_RULES } from './pdf-ua/document-rules.ts';
import { FONT_RULES } from './pdf-ua/font-rules.ts';
import { readPainted } from './pdf-ua/page-content.ts';
import { dictsAt, loadPdf } from './pdf-ua/pdf-values.ts';
import type { PdfUaRule } from './pdf-ua/rule.ts';
import { readParentTree, readStructureTree } from './pdf-ua/structure-elements.ts';
import { STRUCTURE_RULES } from './pdf-ua/structure-rules.ts';
import { TABLE_RULES } from './pdf-ua/table-rules.ts';

export interface PdfUaFault {
  /** Name of the rule, the same for all faults of one kind. */
  readonly rule: string;
  /** Where: a page, an object of the file, a tag. */
  readonly where: string;
}

/** Every requirement that is looked at, each proven to bite by `tests/render/pdf-ua.test.ts`. */
export const PDF_UA_RULES: readonly PdfUaRule[] = [
  ...DOCUMENT_RULES,
  ...STRUCTURE_RULES,
  ...TABLE_RULES,
  ...ANNOTATION_RULES,
  ...CONTENT_RULES,
  ...FONT_RULES,
];

/**
 * What keeps a PDF from PDF/UA-1 (ISO 14289-1), as far as a program can see it: the machine-checkable failure conditions
 * of the Matterhorn protocol 1.1 that our documents can meet at all. Empty for a document that may be handed in.
 *
 *     expect(await pdfUaFaults(bytes)).toEqual([]);
 *
 * Takes about a second for 50 pages. What only a person can judge (whether an alt text says what the picture shows, whether
 * the reading order makes sense) is not looked at.
 */
export const pdfUaFaults = async (bytes: Uint8Array): Promise<PdfUaFault[]> => {
  const loaded = await loadPdf(bytes);
  const tree = readStructureTree(loaded);
  const pdf = {
    ...loaded,
    tree,
    parents: readParentTree(tree.root),
    painted: readPainted(loaded),
    annotations: loaded.pages.flatMap((page, index) =>
      dictsAt(page, 'Annots').map((found) => ({ page: index + 1, ...found })),
    ),
  };
  return PDF_UA_RULES.flatMap(({ name, find }) => find(pdf).map((where) => ({ rule: name, where })));
};

/** A font of ours is a part of a face, named so; others may stand in the pages of proofs. */
const isOurs = (font: string): boolean => /^[A-Z]{6}\+/u.test(font);

/** The same of a document that joins pages of others: their fonts are theirs, and keep the mark away. */
export const pdfUaFaultsOfOurs = async (bytes: Uint8Array): Promise<PdfUaFault[]> => {
  const faults = await pdfUaFaults(bytes);
  const kept = faults.filter(({ rule, where }) => !rule.startsWith('font-') || isOurs(where));
  return kept.length === faults.length ? faults : kept.filter(({ rule }) => rule !== 'metadata-mark');
};
