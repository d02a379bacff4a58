import * as fc from 'fast-check';
import { ReviewEvent, REVIEW_KINDS, REVIEW_ROLES } from '../../src/domain/review/event.ts';

const IDS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'];

/** Events of at most six ids, so that they meet, follow each other in circles and come in two versions. */
const anyEvent: fc.Arbitrary<ReviewEvent> = fc
  .record({
    id: fc.constantFrom(...IDS),
    opening: fc.constantFrom('A1', 'P01', 'dossier'),
    thread: fc.option(fc.constantFrom('R1', 'R2'), { nil: undefined }),
    kind: fc.constantFrom(...REVIEW_KINDS),
    role: fc.constantFrom(...REVIEW_ROLES),
    author: fc.constantFrom('Claire Fictive', 'Ana Fictive'),
    date: fc.constantFrom('2026-11-01', '2026-11-02'),
    text: fc.constantFrom('À préciser.', 'C’est fait.'),
    after: fc.subarray(IDS, { maxLength: 2 }),
  })
  .map(({ opening, thread, ...event }) =>
    ReviewEvent.parse({ ...event, ...(thread === undefined ? { about: opening } : { thread }) }),
  );

export const anyEvents = fc.array(anyEvent, { maxLength: 8 });

/** An event with its usual fields filled in. */
export const event = (fields: Partial<ReviewEvent> & Pick<ReviewEvent, 'id'>): ReviewEvent =>
  ReviewEvent.parse({
    kind: fields.thread === undefined ? 'demande' : 'réponse',
    role: 'conseil',
    author: 'Claire Fictive',
    date: '2026-11-01',
    text: 'À préciser.',
    ...(fields.thread === undefined && { about: 'A1' }),
    ...fields,
  });
