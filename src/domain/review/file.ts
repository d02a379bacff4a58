/** The small file in which a review travels between two copies of a portfolio: its events, and nothing of the portfolio's own. */
import { z } from 'zod';
import { Text } from '../field-types.ts';
import type { Portfolio } from '../portfolio.ts';
import { ReviewEvent } from './event.ts';

export const REVIEW_FORMAT = 'acquis-relecture';
export const REVIEW_FILE_VERSION = 1;

export const ReviewFile = z.strictObject({
  format: z.literal(REVIEW_FORMAT),
  version: z.union([
    z.literal(REVIEW_FILE_VERSION),
    z.literal(String(REVIEW_FILE_VERSION)).transform(() => REVIEW_FILE_VERSION),
  ]),
  /** Id of the portfolio that the events are about. */
  portfolio: Text,
  certification: Text,
  reviews: z.array(ReviewEvent).default([]),
});
export type ReviewFile = z.infer<typeof ReviewFile>;

export const reviewFileOf = ({ id, certification, reviews }: Portfolio): ReviewFile => ({
  format: REVIEW_FORMAT,
  version: REVIEW_FILE_VERSION,
  portfolio: id,
  certification,
  reviews,
});
