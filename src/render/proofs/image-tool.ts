import type sharpModule from 'sharp';
import { UnfitProof } from './unfit.ts';

export type ImageTool = typeof sharpModule;

/** What its library may open: no vector drawing, no PDF, nothing that names other files. */
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((name) => `VipsForeignLoad${name}`);

const load = async (): Promise<ImageTool> => {
  try {
    const { default: sharp } = await import('sharp');
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: LOADERS });
    // The processes are many already; a cache would keep a proof in memory after its time.
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  } catch (error) {
    // Its native half comes as an optional package, which an install may have left out.
    throw new UnfitProof('not-printable', { cause: error });
  }
};

let loaded: Promise<ImageTool> | undefined;

/** Loaded with the first image; throws `UnfitProof` on a machine that lacks it. */
export const openImages = (): Promise<ImageTool> => (loaded ??= load());
