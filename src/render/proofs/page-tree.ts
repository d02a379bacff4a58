import { PDFArray, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { nameOf, valueOf } from './copier.ts';
import { UnfitProof } from './unfit.ts';

/** Of one proof; who shows a book shows an extract of it. */
const MAX_PAGES = 300;
const MAX_NODES = 5000;
const INHERITED = new Set(['Resources', 'MediaBox', 'CropBox', 'Rotate']);

export interface SourcePage {
  readonly dictionary: PDFDict;
  /** What a key leads to, on the page or, where the format says so, above it. */
  readonly inherited: (key: string) => PDFObject | undefined;
}

/**
 * Pages in their order. Throws `UnfitProof`: `too-large` beyond three hundred, `broken` for a tree that leads back to itself,
 * that has a page which is not there, or no page.
 */
export const readPages = (catalogue: PDFDict): readonly SourcePage[] => {
  const pages: SourcePage[] = [];
  const seen = new Set<PDFObject>();

  const visit = (node: PDFObject | undefined, above: readonly PDFDict[]): void => {
    if (!(node instanceof PDFDict) || seen.has(node)) throw new UnfitProof('broken');
    if (seen.add(node).size > MAX_NODES) throw new UnfitProof('too-large');
    const line = [node, ...above];
    const kids = valueOf(node, 'Kids');
    if (kids instanceof PDFArray && nameOf(node, 'Type') !== 'Page') {
      for (let index = 0; index < kids.size(); index++) visit(kids.lookup(index), line);
      return;
    }
    if (pages.length === MAX_PAGES) throw new UnfitProof('too-large');
    pages.push({
      dictionary: node,
      inherited: (key) => {
        const owner = line
          .slice(0, INHERITED.has(key) ? undefined : 1)
          .find((each) => each.has(PDFName.of(key)));
        return owner && valueOf(owner, key);
      },
    });
  };

  visit(valueOf(catalogue, 'Pages'), []);
  if (pages.length === 0) throw new UnfitProof('broken');
  return pages;
};
