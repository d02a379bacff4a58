/**
 * One thing said in a review. Events are only ever added: what is shown of a thread is computed from all of them, so that
 * two copies of a portfolio can be brought together by taking every event of both.
 */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { EntityId, Text } from '../field-types.ts';

/** `remarque` and `demande` (a change is asked for) open a thread; the others go on with one. */
export const REVIEW_KINDS = ['remarque', 'demande', 'réponse', 'réglé', 'rouvert'] as const;
export const REVIEW_ROLES = ['conseil', 'candidature'] as const;

export const ReviewEvent = z
  .strictObject({
    id: EntityId,
    /** What the thread is about, on its first event: a competence, a block, an entry's id, or `dossier`. */
    about: Text.optional(),
    /** Id of the thread's first event, on every later one. */
    thread: EntityId.optional(),
    kind: z.enum(REVIEW_KINDS),
    role: z.enum(REVIEW_ROLES),
    author: Text,
    date: Day,
    text: Text.optional(),
    /** The last events of the thread that the author had before their eyes: who wrote without knowing whom. */
    after: z.array(EntityId).default([]),
    /** The text as it stood when this was said: a fingerprint of all of it, and its first words. */
    seen: z.strictObject({ print: Text, excerpt: Text.optional() }).optional(),
  })
  .check(({ value, issues }) => {
    // Absent input: `missing` to whoever reads the file.
    if (value.about === undefined && value.thread === undefined)
      issues.push({ code: 'custom', path: ['about'], input: undefined, message: 'missing' });
    if (value.about !== undefined && value.thread !== undefined)
      issues.push({ code: 'custom', path: ['thread'], input: value.thread, message: 'invalid' });
  });
export type ReviewEvent = z.infer<typeof ReviewEvent>;
export type ReviewKind = ReviewEvent['kind'];
export type ReviewRole = ReviewEvent['role'];
