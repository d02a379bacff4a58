import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventKey, mergeReviews, threadsOf } from '../../../src/domain/review/reviews.ts';
import type { ReviewEvent } from '../../../src/domain/review/event.ts';
import { anyEvents, event } from '../../support/review-arbitrary.ts';

const keys = (events: readonly ReviewEvent[]): string[] => events.map(eventKey).toSorted();
const merged = (a: readonly ReviewEvent[], b: readonly ReviewEvent[]) => mergeReviews(a, b).events;

describe('copies of a review are brought together', () => {
  test('in any order, with the same result', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (a, b) => {
        expect(keys(merged(merged([], a), b))).toEqual(keys(merged(merged([], b), a)));
        expect(threadsOf(merged(a, b))).toEqual(threadsOf(merged(b, a)));
      }),
    );
  });

  test('in any grouping, with the same result', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, anyEvents, (a, b, c) => {
        const [left, right] = [merged(merged([], merged(a, b)), c), merged([], merged(a, merged(b, c)))];
        expect(keys(merged([], left))).toEqual(keys(merged([], right)));
        expect(threadsOf(left)).toEqual(threadsOf(right));
      }),
    );
  });

  test('again and again, with nothing new; what was there stays in its place', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (a, b) => {
        const once = merged(a, b);
        expect(once.slice(0, a.length)).toEqual(a);
        expect(mergeReviews(once, b)).toEqual({ events: once, added: [] });
        expect(mergeReviews(once, once).added).toEqual([]);
        for (const one of [...a, ...b]) expect(once.map(eventKey)).toContain(eventKey(one));
      }),
    );
  });
});

describe('a thread', () => {
  const asked = event({ id: 'R1' });
  const answered = event({ id: 'R2', thread: 'R1', role: 'candidature', after: ['R1'] });
  const settled = event({ id: 'R3', thread: 'R1', kind: 'réglé', after: ['R2'] });
  const stateOf = (...events: ReviewEvent[]) => threadsOf(events)[0];

  test('waits for the candidate, then for the advisor, then for nobody', () => {
    expect(stateOf(asked)).toMatchObject({ about: 'A1', state: 'awaits-candidate', asksChange: true });
    expect(stateOf(asked, answered)).toMatchObject({
      state: 'awaits-advisor',
      asksChange: true,
      heads: ['R2'],
    });
    expect(stateOf(settled, answered, asked)).toMatchObject({ state: 'settled', asksChange: false });
    const reopened = event({ id: 'R4', thread: 'R1', kind: 'rouvert', after: ['R3'] });
    expect(stateOf(asked, answered, settled, reopened)).toMatchObject({
      state: 'awaits-candidate',
      asksChange: true,
    });
  });

  test('that was settled on one side and gone on with on the other is decided by nobody but its people', () => {
    const late = event({ id: 'R9', thread: 'R1', role: 'candidature', after: ['R1'] });
    const early = event({ id: 'R3', thread: 'R1', kind: 'réglé', after: ['R1'], date: '2026-10-01' });
    expect(stateOf(asked, early, late)).toMatchObject({ state: 'crossed', heads: ['R3', 'R9'] });
    const decision = event({ id: 'R5', thread: 'R1', kind: 'réglé', after: ['R3', 'R9'] });
    expect(stateOf(asked, early, late, decision)).toMatchObject({ state: 'settled', heads: ['R5'] });
  });

  test('does not take an answer for one to a request that it did not know', () => {
    const more = event({ id: 'R4', thread: 'R1', after: ['R1'] });
    expect(stateOf(asked, answered, more)).toMatchObject({ state: 'awaits-candidate' });
  });

  test('keeps what was known before what followed, whatever the clocks said', () => {
    const behind = event({ id: 'R2', thread: 'R1', after: ['R1'], date: '2020-01-01' });
    expect(stateOf(behind, asked)?.events.map(({ id }) => id)).toEqual(['R1', 'R2']);
  });

  test('shows both versions of an event that was altered', () => {
    const other = { ...answered, text: 'Autre chose.' };
    expect(stateOf(asked, answered, other, answered)).toMatchObject({ altered: ['R2'], heads: ['R2'] });
    expect(stateOf(asked, answered, other)?.events).toHaveLength(3);
  });

  test('does not vanish behind an answer that bears the id of its opening', () => {
    const forged = event({ id: 'R1', thread: 'R1', date: '2020-01-01' });
    expect(threadsOf([forged, asked])).toMatchObject([{ id: 'R1', about: 'A1', altered: ['R1'] }]);
  });

  test('is read to its end where events follow each other in a circle', () => {
    const [a, b] = [event({ id: 'R1', after: ['R2'] }), event({ id: 'R2', thread: 'R1', after: ['R1'] })];
    expect(stateOf(a, b)).toMatchObject({ heads: ['R1', 'R2'], state: 'awaits-candidate' });
  });
});
