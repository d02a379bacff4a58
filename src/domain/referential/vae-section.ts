/** What a certifier asks of VAE candidates, where that is known: it takes precedence over the modes of the fiche. */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { RegisterText } from './text.ts';

/** The documents of ours that can be such a piece. */
export const PIECE_DOCUMENTS = [
  'dossier-validation', 'portfolio', 'memoire', 'ecrit-reflexif', 'soutenance', 'etude-de-cas', 'mise-en-situation',
] as const; // prettier-ignore

const Pages = z.number().int().positive();

const VaePiece = z.strictObject({
  /** The certifier's own words. */
  label: RegisterText,
  /** The document that makes it; absent where none of ours does. */
  document: z.enum(PIECE_DOCUMENTS).optional(),
  /** Full codes of the blocks it is asked for; empty means whatever is presented. */
  blocks: z.array(RegisterText).default([]),
  /** A fixed number, or a least and a most; annexes left out. */
  pages: z
    .union([
      Pages,
      z
        .strictObject({ min: Pages.optional(), max: Pages.optional() })
        .refine(({ min = 1, max = Infinity }) => min <= max, { error: 'period-order' }),
    ])
    .optional(),
  /** The names of its parts, in order, as the certifier words them. */
  trame: z.array(RegisterText).default([]),
});
export type VaePiece = z.infer<typeof VaePiece>;

export const VaeSection = z.strictObject({
  pieces: z.array(VaePiece).min(1),
  /** Where and how it is handed in. */
  deposit: RegisterText.optional(),
  /** Who says so, and when it was read. */
  source: z.strictObject({ name: RegisterText, url: RegisterText.optional(), date: Day }),
});
export type VaeSection = z.infer<typeof VaeSection>;

export interface PageLimit {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** A fixed number is both the least and the most. */
export const limitOf = (pages: NonNullable<VaePiece['pages']>): PageLimit =>
  typeof pages === 'number' ? { min: pages, max: pages } : { min: pages.min, max: pages.max };

/** Pages a certifier asks of a document, annexes left out; undefined where nothing is said. */
export const pageLimitOf = (vae: VaeSection | undefined, document: string): PageLimit | undefined => {
  const pages = vae?.pieces.find((piece) => piece.document === document)?.pages;
  return pages === undefined ? undefined : limitOf(pages);
};

/** The parts a certifier wants a document to have, in order and in its own words; none where it says nothing. */
export const trameOf = (vae: VaeSection | undefined, document: string): readonly string[] =>
  vae?.pieces.find((piece) => piece.document === document)?.trame ?? [];
