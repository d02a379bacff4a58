import type { AnnexFault } from '../../app/ports-annexes.ts';

/** Thrown while a proof is made ready, where it turns out that it cannot be; told as an answer at the end. */
export class UnfitProof extends Error {
  readonly fault: AnnexFault;
  constructor(fault: AnnexFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}
