import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { changedLines, editText, readText } from '../support/edit-text.ts';
import { newFolder, readIn, testStore } from '../support/portfolio-folder.ts';
import { event } from '../support/review-arbitrary.ts';

const HAND_WRITTEN = readFileSync(
  new URL('../fixtures/hand-written/portfolio.yaml', import.meta.url),
  'utf8',
);

const say =
  (...events: Portfolio['reviews']) =>
  (portfolio: Portfolio): Portfolio => ({ ...portfolio, reviews: [...portfolio.reviews, ...events] });

describe('in the candidate’s own file', () => {
  test('events are added below each other; no other line changes, comments and all', () => {
    const first = editText(HAND_WRITTEN, say(event({ id: 'R1', text: 'Une ligne :\ndeux.' })));
    expect(changedLines(HAND_WRITTEN, first).removed).toEqual([]);
    const second = editText(first, say(event({ id: 'R2', thread: 'R1', after: ['R1'] })));
    expect(changedLines(first, second).removed).toEqual([]);
    expect(readText(second).reviews.map(({ id }) => id)).toEqual(['R1', 'R2']);
  });

  test('also where one event came in two versions', () => {
    const one = event({ id: 'R1' });
    const start = editText(`${HAND_WRITTEN}\n# à la fin\n`, say(one));
    const both = editText(start, say({ ...one, text: 'Autre.' }));
    expect(changedLines(start, both).removed).toEqual([]);
    const more = editText(both, say(event({ id: 'R2', thread: 'R1' })));
    expect(changedLines(both, more).removed).toEqual([]);
    expect(readText(more).reviews.map(({ text }) => text)).toEqual(['À préciser.', 'Autre.', 'À préciser.']);
  });

  test.each([
    ['nothing it is about', '', { path: 'reviews[0].about', code: 'missing' }],
    ['two places at once', 'about: A1, thread: R1, ', { path: 'reviews[0].thread', code: 'invalid' }],
    ['a thread that nobody opened', 'thread: R9, ', { path: 'reviews[0].thread', code: 'unknown-reference' }],
    ['a word of another program', 'about: A1, grade: A, ', { path: 'reviews[0].grade', code: 'unknown-key' }],
  ])('an event with %s is refused', async (_name, fields, defect) => {
    const folder = await newFolder();
    const line = `  - { id: R1, ${fields}kind: demande, role: conseil, author: Claire, date: 2026-11-01 }`;
    writeFileSync(join(folder, 'portfolio.yaml'), `${readIn(folder)}reviews:\n${line}\n`);
    await expect(testStore().open(folder)).rejects.toMatchObject({
      code: 'invalid-portfolio',
      details: [defect],
    });
  });
});
