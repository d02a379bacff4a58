import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '../../../src/storage/yaml/plain.ts';
import { freshText } from '../../../src/storage/portfolio/write-portfolio.ts';
import { findExcess } from '../../../src/storage/yaml/limits.ts';
import { readCarefully } from '../../../src/storage/yaml/tree.ts';
import { anyPortfolio, anyText } from '../../support/portfolio-arbitrary.ts';
import { STORIES, storyFolder } from '../../support/stories.ts';

const HAND_WRITTEN = readFileSync(
  new URL('../../fixtures/hand-written/portfolio.yaml', import.meta.url),
  'utf8',
);
const TEXTS = [
  HAND_WRITTEN,
  ...STORIES.map((story) => readFileSync(`${storyFolder(story)}/portfolio.yaml`, 'utf8')),
];

/** Every form the quick reader takes, close together, so that one slip changes the meaning of its neighbour. */
const DENSE = `# tête
id: a b
list:
  - P1
  - "x \\u00e9 \\n"
  - 'l''été'
map:
    deep:
        deeper: [A1, B_2] # ids
        none: []
    empty: {}
items:
  - id: A1
    text: |
      un : deux # trois

        quatre
    folded: >-
      cinq
      six

      sept

    kept: |+
      huit

  # au milieu
  - id: A2
    clip: >
      neuf
fin: « dix » # un : commentaire
`;

/** Reads both ways; true where the quick reader read. */
const agrees = (text: string): boolean => {
  const quick = readPlainYaml(text);
  if (quick === undefined) return false;
  const careful = readCarefully(text, 'f');
  expect({ text, defects: careful.defects, read: JSON.stringify(quick) }).toEqual({
    text,
    defects: [],
    read: JSON.stringify(careful.value),
  });
  return true;
};

const PIECES = [
  ' ', '  ', '\n', '\n\n', '\n ', '\n  - ', '- ', ': ', ':', ' #', '#', '|', '>', '>-', '|+', '|2', '"', "'", "''", '\\', '[', ']',
  '{', '}', '{}', ',', '&a ', '*a', '!t ', '? ', '---', '...', '\n---\n', '%', '@', '`', '<<: ', '=', '~', '\t', '\r', '\r\n', 'é', '\u00a0',
  '\u0085', '\u2028', '\ufeff', 'a: b', '\na: b\n', '- - x', '-', '""', 'id: ', 'constructor: x', '__proto__: x', '1: x',
] as const; // prettier-ignore

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: anyText },
);

type Slip = (text: string) => string;
const onLine =
  (line: number, change: (lines: string[], at: number) => void): Slip =>
  (text) => {
    const lines = text.split('\n');
    change(lines, line % lines.length);
    return lines.join('\n');
  };
/** A slip of the hand: some characters replaced, or a line moved in, out, away, twice or elsewhere. */
const slip: fc.Arbitrary<Slip> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(3), piece).map(([at, length, put]): Slip => (text) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + put + text.slice(start + length);
  }),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })).map(([line, count]) =>
    onLine(line, (lines, at) => {
      lines[at] = ' '.repeat(count) + lines[at]!;
    }),
  ),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })).map(([line, count]) =>
    onLine(line, (lines, at) => {
      lines[at] = lines[at]!.slice(count);
    }),
  ),
  fc.nat().map((line) => onLine(line, (lines, at) => lines.splice(at, 1))),
  fc.nat().map((line) => onLine(line, (lines, at) => lines.splice(at, 0, lines[at]!))),
  fc
    .tuple(fc.nat(), fc.nat())
    .map(([line, other]) =>
      onLine(line, (lines, at) => lines.splice(other % lines.length, 0, ...lines.splice(at, 1))),
    ),
);

const spoiled = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.array(slip, { minLength: 1, maxLength: 3 }))
    .map(([whole, slips]) => slips.reduce((sofar, change) => change(sofar), whole));

describe('the quick reader of plain YAML', () => {
  test('reads the examples, a file written by hand in plain forms, and what we write', () => {
    for (const text of [...TEXTS.slice(1), DENSE]) expect(agrees(text)).toBe(true);
    const taken = fc.sample(anyPortfolio, 100).filter((portfolio) => agrees(freshText(portfolio)));
    expect(taken.length).toBeGreaterThan(50);
  });

  test.each([
    ['dense', fc.constant(DENSE), 2000],
    ['real', fc.constantFrom(...TEXTS), 150],
    ['ours', anyPortfolio.map(freshText), 800],
  ])('reads nothing else than the library does, however a %s file is spoiled', (_name, text, runs) => {
    let taken = 0;
    fc.assert(
      fc.property(spoiled(text), (spoilt) => {
        if (agrees(spoilt)) taken += 1;
      }),
      { numRuns: runs },
    );
    // Both have to occur, or nothing was compared.
    expect(taken).toBeGreaterThan(runs / 20);
    expect(taken).toBeLessThan(runs);
  });

  test.each([
    'a: &x b\n', 'a: *x\n', 'a: !t b\n', 'a:\n', 'a: b\n  c\n', 'a: b: c\n', 'a: b\na: c\n', 'a: "b\n  c"\n',
    '? a\n: b\n', '<<: b\n', '__proto__: b\n', 'constructor: b\n', 'a:\n- b\n', '- - b\n', '---\na: b\n', 'a: b', '\ta: b\n', 'a: b\r\n',
    'a: |2\n  b\n', 'a: >\n  b\n   c\n', 'a: @b\n', 'a: [b, [c]]\n', 'a: {b: c}\n', 'a\n', '', '[a]\n', '"a": b\n', 'a: |\n\n  b\n',
  ])('leaves %j to the library', (text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  }); // prettier-ignore

  const nested = (levels: number): string =>
    Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('') +
    `${' '.repeat(levels)}b: c\n`;

  test.each([
    ['twenty levels', nested(20), true],
    ['a hundred and twenty levels', nested(120), false],
    ['nineteen thousand entries', Array.from({ length: 19_000 }, (_, i) => `a${i}: b\n`).join(''), true],
    ['twenty-one thousand entries', Array.from({ length: 21_000 }, (_, i) => `a${i}: b\n`).join(''), false],
    ['twenty-one thousand items', `a:\n${'  - b\n'.repeat(21_000)}`, false],
    ['twenty-one thousand words', `a: [${'b, '.repeat(21_000)}b]\n`, false],
  ])('knows its limits: %s', (_name, text, taken) => {
    // What it does not take is measured, and refused, by findExcess.
    expect(readPlainYaml(text) !== undefined).toBe(taken);
    expect(findExcess(text) === undefined).toBe(taken);
  });

  test.each([
    ['spaces inside a text', (run: number) => `a: b${' '.repeat(run)}c\n`],
    ['spaces in a list', (run: number) => `a: [${' '.repeat(run)}!\n`],
    ['lines without anything', (run: number) => `a: |\n  b\n${'\n'.repeat(run)}  c\n`],
  ])('does not look at %s again from each of them', (_name, text) => {
    // Looked at again, 200,000 take minutes.
    const long = text(200_000);
    const short = text(3);
    expect(readPlainYaml(long) === undefined).toBe(readPlainYaml(short) === undefined);
  });
});
