/** How annexes are shared out among files: in their order, in as few files as hold them. */

export interface WeighedAnnex {
  readonly id: string;
  /** What each of its pages weighs, in bytes; an annex without pages has one, of its title page alone. */
  readonly pages: readonly number[];
}

/** Pages of one annex, the first is 0, `to` not counted. */
export interface AnnexPart {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface FileLimits {
  readonly maxFiles: number;
  readonly maxBytes: number;
}

export type FilePlan =
  | { readonly kind: 'planned'; readonly files: readonly (readonly AnnexPart[])[] }
  /** One page alone is more than a file may weigh. */
  | { readonly kind: 'page-too-large'; readonly id: string; readonly page: number; readonly bytes: number }
  | { readonly kind: 'too-many-files'; readonly needed: number };

const weightOf = (pages: readonly number[]): number => pages.reduce((sum, bytes) => sum + bytes, 0);

/** The pages of an annex that is too large for a file, in as few parts as hold them. */
const partsOf = ({ id, pages }: WeighedAnnex, maxBytes: number): AnnexPart[] => {
  const parts: AnnexPart[] = [];
  let from = 0;
  let weight = 0;
  for (const [index, bytes] of pages.entries()) {
    if (weight + bytes > maxBytes && index > from) {
      parts.push({ id, from, to: index });
      from = index;
      weight = 0;
    }
    weight += bytes;
  }
  return [...parts, { id, from, to: pages.length }];
};

/**
 * A new file begins where the next annex finds no room; an annex is cut only where it is too large for a file of its own.
 * Nothing is left out: what cannot fit is a reason.
 */
export const planFiles = (annexes: readonly WeighedAnnex[], { maxFiles, maxBytes }: FileLimits): FilePlan => {
  for (const { id, pages } of annexes) {
    const page = pages.findIndex((bytes) => bytes > maxBytes);
    if (page >= 0) return { kind: 'page-too-large', id, page, bytes: pages[page] ?? 0 };
  }
  const files: AnnexPart[][] = [];
  let room = 0;
  for (const annex of annexes)
    for (const part of partsOf(annex, maxBytes)) {
      const weight = weightOf(annex.pages.slice(part.from, part.to));
      const isRest = part.from > 0;
      if (isRest || weight > room || files.length === 0) {
        files.push([]);
        room = maxBytes;
      }
      files.at(-1)?.push(part);
      room -= weight;
    }
  return files.length > maxFiles
    ? { kind: 'too-many-files', needed: files.length }
    : { kind: 'planned', files };
};
