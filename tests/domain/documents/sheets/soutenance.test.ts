import { beforeAll, describe, expect, test } from 'vitest';
import { chooseDocuments } from '../../../../src/domain/documents/choose-documents.ts';
import { DOCUMENTS } from '../../../../src/domain/documents/registry.ts';
import { openBlocks } from '../../../../src/domain/documents/scope.ts';
import { buildSoutenance } from '../../../../src/domain/documents/sheets/soutenance.ts';
import { SHEET_PLANS, stepOf } from '../../../../src/domain/documents/sheets/plans.ts';
import { Documents } from '../../../../src/domain/document-settings.ts';
import type { Portfolio } from '../../../../src/domain/portfolio.ts';
import type { Referential } from '../../../../src/domain/referential.ts';
import { readStory } from '../../../support/stories.ts';
import { DAY, shippedReferential } from '../../../support/story-documents.ts';

const input = async (portfolio: Portfolio) => ({
  portfolio,
  referential: await shippedReferential(portfolio.certification),
  date: DAY,
});

describe('whom the sheets are for', () => {
  const wanted = async (portfolio: Portfolio) => {
    const referential = await shippedReferential(portfolio.certification);
    return chooseDocuments('all', { portfolio, referential, open: openBlocks(portfolio, referential) }, []);
  };
  test('story A defends BC02 and BC03, and has no case to study', async () => {
    const chosen = await wanted(readStory('recit-a-rncp38126'));
    expect(chosen.find(({ id }) => id === 'soutenance')?.blocks).toEqual(['RNCP38126BC02', 'RNCP38126BC03']);
    expect(chosen.map(({ id }) => id)).not.toContain('etude-de-cas');
  });
  test('story B: an interview also where the fiche says « Epreuve orale »', async () => {
    const chosen = await wanted(readStory('recit-b-rncp41296'));
    const blocks = Object.fromEntries(chosen.map(({ id, blocks: codes }) => [id, codes]));
    expect(blocks).toMatchObject({
      soutenance: ['RNCP41296BC01', 'RNCP41296BC04'],
      'etude-de-cas': ['RNCP41296BC02'],
      'mise-en-situation': ['RNCP41296BC03'],
    });
  });
});

describe('the soutenance of story A', () => {
  let made: ReturnType<typeof buildSoutenance>;
  beforeAll(async () => {
    made = buildSoutenance({
      ...(await input(readStory('recit-a-rncp38126'))),
      blocks: ['RNCP38126BC02', 'RNCP38126BC03'],
    });
  });

  test('an outline that fills its time, step after step', () => {
    const [{ minutes, steps }] = made;
    let from = 0;
    for (const step of steps) {
      expect(step.from).toBe(from);
      from += step.minutes ?? 0;
    }
    expect(from).toBe(minutes);
  });

  test('each competence stands in one step, and is told by an activity or asked about', () => {
    const [{ steps, questions }, { shown }] = made;
    const placed = steps.flatMap(({ competences }) => competences.map(({ id }) => id));
    expect(placed).toHaveLength(19);
    expect(new Set(placed).size).toBe(19);
    const told = shown.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.map(({ id }) => id)));
    expect([...told, ...questions.map(({ id }) => id)].toSorted()).toEqual(placed.toSorted());
  });

  test('the deck says nothing that is not the candidate’s own', () => {
    const [, slides] = made;
    expect(slides.audience).toBe('jury');
    expect(slides.activities.length).toBeGreaterThan(1);
    for (const { points } of slides.activities) {
      expect(points.every(({ text }) => text.length > 0)).toBe(true);
    }
  });

  test('the candidate’s own choice of activities counts, four at most', async () => {
    const portfolio = readStory('recit-a-rncp38126');
    const [{ activities }] = buildSoutenance({
      ...(await input({ ...portfolio, documents: { soutenance: { activities: ['A7', 'A3'] } } })),
    });
    expect(activities.map(({ id }) => id)).toEqual(['A7', 'A3']);
  });
});

test.each([
  ['20', 20],
  ['12.5', 12.5],
  ['4', undefined],
  ['121', undefined],
  ['vingt', undefined],
])('a time of %j minutes', (typed, minutes) => {
  const parsed = Documents.safeParse({ soutenance: { minutes: typed } });
  expect(parsed.data?.soutenance?.minutes).toBe(minutes);
  if (minutes === undefined) expect(parsed.error?.issues[0]?.message).toBe('minutes');
});

test('an empty portfolio has a deck without empty slides, and an outline', async () => {
  const portfolio = {
    ...readStory('recit-a-rncp38126'),
    experiences: [],
    organisations: [],
    activities: [],
    evidence: [],
  };
  const [plan, slides, sheet] = buildSoutenance(await input(portfolio));
  expect(slides).toMatchObject({ career: [], organisations: [], activities: [], shown: [] });
  expect(plan.questions).toHaveLength(27);
  expect(sheet.questions).toHaveLength(6);
});

test.each(['RNCP38126', 'RNCP41296', 'RNCP35080'])(
  'every step of %s’s plans is known to the plan',
  async (code) => {
    const referential: Referential = await shippedReferential(code);
    for (const plan of Object.values(SHEET_PLANS)) {
      const codes = plan.steps.map((step) => step.code);
      for (const competence of referential.blocks.flatMap(({ competences }) => competences)) {
        expect(codes).toContain(stepOf(plan, competence));
      }
    }
  },
);

test('what a fiche calls for is made in the registry’s order', () => {
  expect(Object.keys(DOCUMENTS)).toEqual(
    expect.arrayContaining(['soutenance', 'etude-de-cas', 'mise-en-situation']),
  );
});
