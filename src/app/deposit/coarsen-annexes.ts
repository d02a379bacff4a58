/** Annexes too heavy for a place are read again with their images made coarser, as little as it takes. */
import type { CoarsenedAnnex } from '../../domain/deposit/too-heavy.ts';
import { COARSER, FINEST, type ImageFineness } from '../../domain/images/fineness.ts';
import type { AnnexReader } from '../ports/annexes.ts';
import type { ReadAnnex } from '../ports/export.ts';

/** An annex that was read coarser once keeps its first weight: that is what the candidate knows. */
export interface SizedAnnex extends ReadAnnex {
  readonly coarsened?: { readonly fineness: ImageFineness; readonly from: number };
  /** How far it was tried, which is further than `coarsened` where nothing was gained. */
  readonly tried: ImageFineness;
}

export const asRead = (annexes: readonly ReadAnnex[]): readonly SizedAnnex[] =>
  annexes.map((annex) => ({ ...annex, tried: FINEST }));

/** A picture that is worse for less than a tenth of its weight is worse for nothing. */
const WORTH = 0.9;

const bytesOf = ({ content }: Pick<ReadAnnex, 'content'>): number =>
  content.kind === 'pages' ? content.bytes.length : 0;

const nextOf = ({ tried }: SizedAnnex): ImageFineness | undefined =>
  COARSER.find(({ dpi }) => dpi < tried.dpi);

const coarsen = async (
  { reader, folder }: { readonly reader: AnnexReader; readonly folder: string },
  annex: SizedAnnex,
  fineness: ImageFineness,
): Promise<SizedAnnex> => {
  const content = await reader.read(folder, annex.file, undefined, fineness);
  // What could not be read again in time stays as it was.
  if (content.kind !== 'pages' || bytesOf({ content }) > bytesOf(annex) * WORTH)
    return { ...annex, tried: fineness };
  const from = annex.coarsened?.from ?? bytesOf(annex);
  return { ...annex, content, tried: fineness, coarsened: { fineness, from } };
};

/**
 * One step coarser: the annex `only`, or all of those that are finest still. Undefined where nothing can be made coarser
 * any more. One after the other: the same annexes give the same files.
 */
export const coarsenOnce = async (
  source: { readonly reader: AnnexReader; readonly folder: string },
  annexes: readonly SizedAnnex[],
  only: string | undefined,
): Promise<readonly SizedAnnex[] | undefined> => {
  const open = annexes.filter(
    (annex) =>
      annex.content.kind === 'pages' &&
      nextOf(annex) !== undefined &&
      (only === undefined || annex.id === only),
  );
  if (open.length === 0) return undefined;
  const finest = Math.max(...open.map(({ tried }) => tried.dpi));
  const result: SizedAnnex[] = [];
  for (const annex of annexes) {
    const fineness = open.includes(annex) && annex.tried.dpi === finest ? nextOf(annex) : undefined;
    result.push(fineness === undefined ? annex : await coarsen(source, annex, fineness));
  }
  return result;
};

/** What is told of those that were made coarser; numbers and titles are the document's. */
export const coarsenedIn = (
  annexes: readonly SizedAnnex[],
  listed: readonly { readonly id: string; readonly number: number; readonly title: string }[],
): readonly CoarsenedAnnex[] =>
  listed.flatMap(({ id, number, title }) => {
    const annex = annexes.find((one) => one.id === id);
    if (annex?.coarsened === undefined) return [];
    const { fineness, from } = annex.coarsened;
    return [{ number, title, from, to: bytesOf(annex), dpi: fineness.dpi, quality: fineness.quality }];
  });
