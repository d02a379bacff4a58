import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACQUIRED_FIELDS, ACTIVITY_FIELDS, CANDIDATE_FIELDS, DATE_FIELDS, EVIDENCE_FIELDS, EXPERIENCE_FIELDS, FILE_FIELDS, ORGANISATION_FIELDS, PORTFOLIO_FIELDS, TARGET_FIELDS, type Decision } from '../../../../src/domain/documents/source/shown-fields.ts'; // prettier-ignore
import { MEMOIRE_PLAN } from '../../../../src/domain/documents/memoire-plan.ts';
import { Activity, Candidate, Evidence, Experience, Organisation, Portfolio } from '../../../../src/domain/portfolio.ts'; // prettier-ignore
import { Referential } from '../../../../src/domain/referential.ts';
import { smallReferential } from '../../../support/build-portfolio.ts';
import { canaryPortfolio } from '../../../support/canary-portfolio.ts';
import { htmlOf, shownBy } from '../../../support/carried.ts';
import { readStory, STORIES, storyFolder } from '../../../support/stories.ts';

const date = '2026-09-01';
const referential = smallReferential();
const textOf = (value: unknown): string => JSON.stringify(value);

describe('the decisions', () => {
  it('are taken for every field of the schema, and for no other', () => {
    const shapes: readonly (readonly [string, object, Readonly<Record<string, Decision>>])[] = [
      ['portfolio', Portfolio.shape, PORTFOLIO_FIELDS],
      ['candidate', Candidate.shape, CANDIDATE_FIELDS],
      ['target', Portfolio.shape.target.unwrap().shape, TARGET_FIELDS],
      ['acquired', Portfolio.shape.target.unwrap().shape.acquired.unwrap().element.shape, ACQUIRED_FIELDS],
      ['dates', Portfolio.shape.dates.unwrap().shape, DATE_FIELDS],
      ['organisation', Organisation.shape, ORGANISATION_FIELDS],
      ['experience', Experience.shape, EXPERIENCE_FIELDS],
      ['activity', Activity.shape, ACTIVITY_FIELDS],
      ['evidence', Evidence.shape, EVIDENCE_FIELDS],
      ['file', Evidence.shape.file.unwrap().shape, FILE_FIELDS],
    ];
    for (const [name, shape, fields] of shapes)
      expect(Object.keys(fields).toSorted(), name).toEqual(Object.keys(shape).toSorted());
  });
});

/** What a dossier prints, by the path of the canary; all else stays where it is. */
const PRINTED = [
  /^candidate\./,
  /^dates\.eligible$/,
  /^target\.acquired\.(?:juryDate|from)$/,
  /^organisation-\S+\.(?:pseudonym|legalForm|mission|size|governance|funding)$/,
  /^organisation-O2\.name$/,
  /^experience\.(?:title|hours|delegation|team|budget|description)$/,
  /^activity-A1\.(?:title|context|role|stakeholders|means|goal|approach|difficulties|results|analysis|learning)$/,
  /^evidence-P[123]\.(?:title|date|alt)$/,
  /^evidence-P1\.(?:url|file\.sha256)$/,
  /^evidence-P2\.publicFile\.(?:sha256|note)$/,
];
/** Sections of the dossier's own plan. */
const DOSSIER_TEXTS =
  /^settings-dossier\.(?:acknowledgements|introduction|motivations|career|learning|synthesis|project|conclusion|glossary|bibliography)$/;
/** Of a path, the name alone is printed. */
const FILE_NAMES = /^evidence-(?:P1\.file|P2\.publicFile)\.path$/;
/** The organisation without a pseudonym goes by its name, and has no pseudonym to show. */
const NOT_THERE = /^(?:organisation-O2\.pseudonym|organisation-\S+\.organigramme)/;

describe('the portfolio that a dossier carries', () => {
  const { portfolio, canaries } = canaryPortfolio();
  const shown = textOf(shownBy('dossier-validation', { portfolio, referential, date }).portfolio);

  it('holds what the document prints and not one word more', () => {
    expect(canaries.size).toBeGreaterThan(130);
    for (const [path, canary] of canaries) {
      if (NOT_THERE.test(path)) continue;
      const isPrinted = PRINTED.some((pattern) => pattern.test(path)) || DOSSIER_TEXTS.test(path);
      if (FILE_NAMES.test(path)) {
        expect(shown, path).toContain(canary.split('/')[1]);
        expect(shown, path).not.toContain(canary.split('/')[0]);
      } else expect(shown.includes(canary), path).toBe(isPrinted);
    }
  });

  it('names an organisation that has a pseudonym by nothing else, and a proof that is not joined not at all', () => {
    expect(shown).not.toContain('ancre-reelle');
    expect(shown).not.toContain('secret-P4');
    expect(shown).toContain('[[X1]]');
    expect(shown).not.toContain('Zqother');
    expect(shown).not.toContain('A2');
  });

  it('gives the same document again, to the letter, and then itself', async () => {
    for (const kind of ['dossier-validation', 'portfolio'] as const) {
      const input = { portfolio, referential, date };
      const carried = { ...input, portfolio: shownBy(kind, input).portfolio };
      expect(await htmlOf(kind, carried)).toBe(await htmlOf(kind, input));
      expect(shownBy(kind, carried).portfolio).toEqual(carried.portfolio);
    }
  });
});

describe('the portfolio that a written mémoire carries', () => {
  const { portfolio, canaries } = canaryPortfolio();
  const written = Object.fromEntries(
    [...MEMOIRE_PLAN.sections.map(({ code }) => code), 'bibliography', 'glossary'].map((code) => [
      code,
      `Zqsection ${code} [[P2]]`,
    ]),
  );
  const input = { portfolio: { ...portfolio, documents: { memoire: written } }, referential, date };

  it('tells nothing of a career that it does not print', async () => {
    const { portfolio: shown } = shownBy('memoire', input);
    const text = textOf(shown);
    for (const [path, canary] of canaries)
      if (/^(?:organisation|activity|candidate\.summary|experience\.(?!title))/.test(path))
        expect(text.includes(canary), path).toBe(false);
    const carried = { ...input, portfolio: shown };
    expect(await htmlOf('memoire', carried)).toBe(await htmlOf('memoire', input));
    expect(shownBy('memoire', carried).portfolio).toEqual(shown);
  });
});

describe.each(STORIES)('what the documents of %s carry', (story) => {
  const portfolio = readStory(story);
  const snapshot = Referential.parse(
    JSON.parse(readFileSync(`${storyFolder(story)}/${portfolio.referential?.file ?? ''}`, 'utf8')),
  );
  const whole = { portfolio, referential: snapshot, date };
  const [block] = snapshot.blocks;

  it.each(['dossier-validation', 'portfolio'] as const)(
    'makes the %s again, whole or in part',
    async (kind) => {
      for (const input of [whole, { ...whole, blocks: [block!.code] }]) {
        const carried = { ...input, portfolio: shownBy(kind, input).portfolio };
        expect(await htmlOf(kind, carried)).toBe(await htmlOf(kind, input));
      }
    },
  );
});
