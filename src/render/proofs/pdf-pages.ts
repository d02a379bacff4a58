import { PDFArray, PDFDict, PDFName, type PDFObject, type PDFRawStream } from '@cantoo/pdf-lib';
import { FINEST, type ImageFineness } from '../../domain/images/fineness.ts';
import { placeAnnotations } from './annotations.ts';
import { createCopier, streamOf, valueOf, type Copier } from './copier.ts';
import { readLayers } from './layers.ts';
import { openPdf } from './open-pdf.ts';
import { readPages, type SourcePage } from './page-tree.ts';
import { viewPage, type Matrix, type PageView } from './page-view.ts';
import { createPlainPdf, reference, writeNumber, writeStream, type PlainPdf } from './plain-pdf.ts';
import { packDrawing, pageGroup } from './resources.ts';
import { UnfitProof } from './unfit.ts';

const write = (numbers: readonly number[]): string => numbers.map(writeNumber).join(' ');

const contentsOf = (page: PDFDict): readonly PDFRawStream[] => {
  const contents = valueOf(page, 'Contents');
  const parts: readonly (PDFObject | undefined)[] =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_, index) => contents.lookup(index))
      : [contents];
  // A page may be empty; what is named and not there is lost.
  if (contents === undefined) {
    if (page.has(PDFName.of('Contents'))) throw new UnfitProof('broken');
    return [];
  }
  return parts.map((part) => {
    const stream = streamOf(part);
    if (stream === undefined) throw new UnfitProof('broken');
    return stream;
  });
};

/** All that the page itself draws, as one form: whatever it leaves open ends with it. */
const addPageForm = (pdf: PlainPdf, page: SourcePage, view: PageView, copier: Copier): string => {
  const resources = page.inherited('Resources');
  copier.pageResources = resources instanceof PDFDict ? resources : undefined;
  const group = copier.copy(page.dictionary.get(PDFName.of('Group')), pageGroup);
  const entries = [
    '/Type /XObject\n/Subtype /Form',
    `/BBox [${write(view.box)}]\n/Matrix [${write(view.matrix)}]`,
    group === undefined ? '' : `/Group ${group}`,
  ];
  const streams = contentsOf(page.dictionary);
  const form = packDrawing(page.dictionary, streams, entries, copier);
  copier.drawings.weigh(page.dictionary);
  return reference(pdf.add(form));
};

const draw = (name: string, ...matrices: readonly Matrix[]): string =>
  `q ${matrices.map((matrix) => `${write(matrix)} cm `).join('')}/${name} Do Q`;

const addPage = (pdf: PlainPdf, page: SourcePage, copier: Copier): void => {
  const view = viewPage(page.inherited);
  const form = addPageForm(pdf, page, view, copier);
  const above = placeAnnotations(page.dictionary, copier);
  for (const { source } of above) copier.drawings.weigh(source);
  const names = [`/Page ${form}`, ...above.map((placed, index) => `/Above${index} ${placed.form}`)];
  const lines = [
    draw('Page'),
    ...above.map(({ matrix }, index) => draw(`Above${index}`, view.matrix, matrix)),
  ];
  const contents = pdf.add(writeStream('', Buffer.from(lines.join('\n'))));
  pdf.addPage(view, pdf.add(`<</XObject <<${names.join('\n')}>>>>`), contents);
};

/**
 * The pages of a PDF as they are seen when it is opened, and nothing else of it. Throws `UnfitProof` for what it cannot carry
 * whole; a `RangeError` is a file nested beyond any reader's depth.
 */
export const makePdfPages = async (
  bytes: Uint8Array,
  fineness: ImageFineness = FINEST,
): Promise<ReturnType<PlainPdf['write']>> => {
  const { context, catalogue } = await openPdf(bytes);
  // Images are carried as they are, until a place asks for less.
  if (fineness.dpi < FINEST.dpi) await (await import('./coarser-images.ts')).coarsenImages(context, fineness);
  const pdf = createPlainPdf();
  const copier = createCopier(context, readLayers(context, catalogue), pdf);
  for (const page of readPages(catalogue)) addPage(pdf, page, copier);
  return pdf.write();
};
