import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { AcquisError } from '../../src/app/errors.ts';
import { words } from '../../src/catalogue/index.ts';
import { readDocument } from '../../src/storage/portfolio/read-portfolio.ts';
import { changedText } from '../../src/storage/portfolio/write-portfolio.ts';
import { readText } from '../support/edit-text.ts';
import { anyText } from '../support/portfolio-arbitrary.ts';

const HAND_WRITTEN = readFileSync(
  new URL('../fixtures/hand-written/portfolio.yaml', import.meta.url),
  'utf8',
);

/** The hand-written file after a slip of the hand: some characters replaced by others. */
const mangled = fc
  .tuple(fc.nat(HAND_WRITTEN.length), fc.nat(30), fc.oneof(anyText, fc.constant('')))
  .map(([at, length, text]) => HAND_WRITTEN.slice(0, at) + text + HAND_WRITTEN.slice(at + length));

test('a slip of the hand is either told in French or harmless', () => {
  let [refused, sound] = [0, 0];
  fc.assert(
    fc.property(mangled, (text) => {
      let read;
      try {
        read = readDocument(new TextEncoder().encode(text), 'portfolio.yaml');
      } catch (error) {
        expect(error).toBeInstanceOf(AcquisError);
        read = { portfolio: undefined, defects: (error as AcquisError).details };
      }
      const { portfolio, defects } = read;
      for (const { code, found = '', args = {} } of defects)
        expect(words.defects[code]({ found, args })).toMatch(/^.{10,}[.?]$/su);
      if (portfolio === undefined || defects.length > 0) {
        refused += 1;
        return;
      }
      sound += 1;
      const next = { ...portfolio, notes: 'Suite', activities: portfolio.activities.slice(1) };
      const source = text.replace(/^\uFEFF/, '');
      expect(readText(changedText(source, portfolio, next))).toEqual(next);
    }),
    { numRuns: 250 },
  );
  expect(refused).toBeGreaterThan(20);
  expect(sound).toBeGreaterThan(20);
});
