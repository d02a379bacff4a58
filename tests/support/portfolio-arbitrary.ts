import * as fc from 'fast-check';
import { Portfolio } from '../../src/domain/portfolio.ts';

/** Pieces that YAML, terminals or line counters trip over. */
const AWKWARD = [
  '', ' ', '\n', '\n\n', '\t', '\r\n', ': ', ' #', '- ', '? ', '|', '>', '"', "'", '\\', '{', '}', '[', ']', ',', '&a', '*a', '!t',
  '%', '@', '`', '~', 'Null', 'oui', '01000', '1e3', '1.10', '2024-01-01', '---', '...', '\u0007', '\u0085', '\u2028', '\ufeff',
  '\u202e', '😀', '\ud800', 'é', 'é', '’', '« a »', '<<', '=', '__proto__', '  retrait',
]; // prettier-ignore

/** Any non-empty text, often one that means something to YAML. */
export const anyText = fc
  .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
  .filter((text) => text !== '');

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const activity = (id: string) =>
  fc.record({
    id: fc.constant(id),
    title: anyText,
    context: optional(anyText),
    results: optional(anyText),
    period: optional(fc.constant({ start: '2021-03', end: '2022' })),
    competences: fc.array(fc.record({ id: anyText, claim: optional(anyText) }), { maxLength: 3 }),
  });

const evidence = (id: string) =>
  fc.record({
    id: fc.constant(id),
    title: anyText,
    kind: optional(fc.constantFrom('photo', 'compte rendu')),
    file: optional(fc.record({ path: fc.constant('preuves/a.pdf'), bytes: fc.nat() })),
    shows: fc.array(fc.record({ competence: anyText, what: optional(anyText) }), { maxLength: 2 }),
  });

const reviewEvent = (id: string) =>
  fc.record({
    id: fc.constant(id),
    about: anyText,
    kind: fc.constantFrom('remarque', 'réglé'),
    role: fc.constantFrom('conseil', 'candidature'),
    author: anyText,
    date: fc.constant('2026-11-22'),
    text: optional(anyText),
    after: fc.subarray(['R1', 'R2']),
    seen: optional(fc.record({ print: anyText, excerpt: optional(anyText) })),
  });

/** A list of up to three entries, their ids a part of A1, A2, A3 in any order. */
const entries = <T>(prefix: string, entry: (id: string) => fc.Arbitrary<T>) =>
  fc
    .shuffledSubarray([`${prefix}1`, `${prefix}2`, `${prefix}3`])
    .chain((ids) => fc.tuple(...ids.map((id) => entry(id))));

/** Sound portfolios with hostile texts; JSON drops what is absent, as a file does. */
export const anyPortfolio = fc
  .record({
    version: fc.constant(1),
    id: anyText,
    certification: fc.constant('ESSAI1'),
    candidate: fc.record({
      name: anyText,
      city: optional(anyText),
      degrees: fc.array(anyText, { maxLength: 3 }),
    }),
    activities: entries('A', activity),
    evidence: entries('P', evidence),
    reviews: entries('R', reviewEvent),
    documents: fc.constantFrom({}, { portfolio: {} }, { portfolio: { activities: [] } }),
    notes: optional(anyText),
  })
  .map((fields) => Portfolio.parse(JSON.parse(JSON.stringify(fields))));
