/** What is told of annexes that a place does not take at their full weight. */

/** An annex whose images were made coarser so that it fits; weights in bytes, of its pages. */
export interface CoarsenedAnnex {
  readonly number: number;
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly dpi: number;
  /** Of a JPEG, 1 to 100. */
  readonly quality: number;
}

/** A page that no file may hold, however few others are with it. */
export interface HeavyPage {
  /** Number of the annex. */
  readonly annex: number;
  readonly title: string;
  /** From 1. */
  readonly page: number;
  readonly bytes: number;
  /** Set where its images were made coarser already. */
  readonly dpi: number | undefined;
}
