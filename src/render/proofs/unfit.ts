import type { AnnexFault } from '../../app/ports/annexes.ts';

/** Thrown while a proof is made ready, where it turns out that it cannot be; told as an answer at the end. */
export class UnfitProof extends Error {
  readonly fault: AnnexFault;
  constructor(fault: AnnexFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** Points of one image: a telephone's 108 million are read; a scan of A0 at 400 dpi has 250 million, and no program of a jury opens it. */
export const MAX_PIXELS = 110_000_000;
