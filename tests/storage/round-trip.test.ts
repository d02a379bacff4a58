import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { replaceEntity } from '../../src/domain/edits.ts';
import { changedText, freshText } from '../../src/storage/portfolio/write-portfolio.ts';
import { changedLines, editText, readText } from '../support/edit-text.ts';
import { anyPortfolio, anyText } from '../support/portfolio-arbitrary.ts';

const HAND_WRITTEN = readFileSync(
  new URL('../fixtures/hand-written/portfolio.yaml', import.meta.url),
  'utf8',
);

describe('whatever a portfolio says', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(anyPortfolio, (portfolio) => {
        expect(readText(freshText(portfolio))).toEqual(portfolio);
      }),
      { numRuns: 120 },
    );
  });

  test('is read back after any change of any other one', () => {
    fc.assert(
      fc.property(anyPortfolio, anyPortfolio, fc.boolean(), (before, after, crlf) => {
        const text = crlf ? freshText(before).replaceAll('\n', '\r\n') : freshText(before);
        // A carriage return inside a text is the text's own.
        const start = readText(text);
        expect(readText(changedText(text, start, after))).toEqual(after);
      }),
      { numRuns: 120 },
    );
  });

  test('is the same for a YAML reader that guesses types', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const text = editText(HAND_WRITTEN, (portfolio) => ({
          ...portfolio,
          candidate: { ...portfolio.candidate, name },
        }));
        for (const version of ['1.1', '1.2'] as const)
          expect((parse(text, { version }) as { candidate: unknown }).candidate).toMatchObject({ name });
      }),
      { numRuns: 120 },
    );
  });

  test.each([
    '01000', '0612345678', 'Null', 'null', '~', 'oui', 'non', 'yes', 'No', 'on', 'y', 'true', '1e3', '1.10', '2024-01-01', '0x1F',
    '12:30:00', '1_000', '.inf', '<<', '=', '12345678901234567', '2024-13-45',
  ])('%s is quoted', (name) => {
    const text = editText(HAND_WRITTEN, (portfolio) => ({
      ...portfolio,
      candidate: { ...portfolio.candidate, name },
    }));
    for (const version of ['1.1', '1.2'] as const)
      expect((parse(text, { version }) as { candidate: unknown }).candidate).toMatchObject({ name });
    expect(text).toMatch(/ name: ["'][^\n]*["']  /);
  }); // prettier-ignore

  test('changes the line of the field it is in, and no other', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const after = editText(HAND_WRITTEN, (portfolio) =>
          replaceEntity(portfolio, 'activities', { ...portfolio.activities[1]!, title }),
        );
        const { removed } = changedLines(HAND_WRITTEN, after);
        expect(removed).toEqual(title === 'Seconde' ? [] : ['    title: Seconde']);
      }),
      { numRuns: 120 },
    );
  });
});
