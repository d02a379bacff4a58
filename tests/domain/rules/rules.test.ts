import { describe, expect, test } from 'vitest';
import { computeCoverage } from '../../../src/domain/coverage.ts';
import type { FileState } from '../../../src/domain/evidence/files.ts';
import type { StoredPortfolio } from '../../../src/domain/portfolio.ts';
import { runRules } from '../../../src/domain/rules/index.ts';
import { buildPortfolio, smallReferential } from '../../support/build-portfolio.ts';

const C1 = 'ESSAI1BC01-C01';

interface Scene {
  readonly fields?: Partial<StoredPortfolio>;
  readonly files?: Record<string, FileState>;
  readonly end?: string;
  readonly stage?: 'validation' | 'faisabilite';
}

const check = ({ fields = {}, files = {}, end, stage = 'validation' }: Scene) => {
  const [referential, portfolio, states] = [
    smallReferential(end),
    buildPortfolio(fields),
    new Map(Object.entries(files)),
  ];
  const coverage = computeCoverage({ referential, portfolio, files: states });
  return runRules({ referential, portfolio, files: states, coverage, today: '2026-11-22' }, stage);
};

const codesAt = (path: string, scene: Scene) =>
  check(scene)
    .filter((found) => found.path === path)
    .map(({ code }) => code);

const activity = (fields: object = {}) => ({
  activities: [
    {
      id: 'A1',
      title: 'Veiller',
      experiences: ['X1'],
      competences: [{ id: C1, claim: 'J’ai veillé.' }],
      ...fields,
    },
  ],
  experiences: [{ id: 'X1', title: 'Directrice' }],
});
const evidence = (fields: object = {}) => ({
  evidence: [
    {
      id: 'P1',
      title: 'Note',
      kind: 'production' as const,
      date: '2024',
      confidentiality: 'publiable' as const,
      file: { path: 'preuves/n.txt' },
      shows: [{ competence: C1, what: 'la veille' }],
      ...fields,
    },
  ],
});
const present = { P1: { state: 'present', bytes: 1 } } as const;

describe('registration', () => {
  test.each([
    [{ end: '2025-11-18' }, 'registration-closed', 'error'],
    [{ end: '2025-11-18', fields: { dates: { eligible: '2026-03-03' } } }, 'registration-closed', 'error'],
    [{ end: '2025-11-18', fields: { dates: { eligible: '2025-03-03' } } }, 'registration-ended', 'warning'],
    [{ end: '2027-06-30' }, 'registration-expiring', 'warning'],
  ] as const)('%o gives %s', (scene, code, severity) => {
    expect(check(scene).find(({ path }) => path === 'certification')).toMatchObject({ code, severity });
  });

  test('says nothing of one that runs for years', () => {
    expect(codesAt('certification', {})).toEqual([]);
  });
});

describe('coverage', () => {
  test('a gap for what no activity names, another for what no proof shows', () => {
    const scene = { fields: activity() };
    expect(codesAt(`competences.${C1}`, scene)).toEqual(['competence-unsupported']);
    expect(codesAt('competences.ESSAI1BC01-C02', scene)).toEqual(['competence-absent']);
  });

  test('nothing for a block that is acquired or not aimed at', () => {
    const fields = { target: { blocks: ['BC01'], acquired: [{ block: 'BC01' }] } };
    expect(check({ fields }).filter(({ severity }) => severity === 'gap')).toEqual([]);
  });
});

describe('a proof', () => {
  test('that is sound is not mentioned', () => {
    expect(codesAt('evidence.P1', { fields: { ...activity(), ...evidence() }, files: present })).toEqual([]);
  });

  test.each([
    [{ shows: [] }, 'evidence-orphan'],
    [{ date: undefined }, 'evidence-undated'],
    [{ kind: undefined }, 'evidence-untyped'],
    [{ confidentiality: 'à anonymiser' }, 'evidence-to-anonymise'],
    [{ confidentiality: 'à ne pas joindre' }, 'evidence-withheld'],
    [{ confidentiality: undefined }, 'evidence-confidentiality-unknown'],
    [{ shows: [{ competence: C1 }] }, 'evidence-unexplained'],
    [{ file: undefined }, 'evidence-awaited'],
  ])('with %o gives %s', (fields, code) => {
    expect(
      codesAt('evidence.P1', { fields: { ...activity(), ...evidence(fields) }, files: present }),
    ).toEqual([code]);
  });

  test.each(['missing', 'altered', 'outside', 'not-a-file'] as const)(
    'whose file is %s is an error',
    (state) => {
      const files = { P1: state === 'altered' ? { state, bytes: 1 } : { state } };
      const found = check({ fields: evidence(), files }).find(({ path }) => path === 'evidence.P1');
      expect(found).toMatchObject({ code: `evidence-${state}`, severity: 'error' });
    },
  );

  test('with a redacted version is anonymised enough', () => {
    const fields = evidence({
      confidentiality: 'à anonymiser',
      publicFile: { path: 'preuves/n-public.txt' },
    });
    const files = { ...present, 'P1:publicFile': { state: 'present', bytes: 1 } } as const;
    expect(codesAt('evidence.P1', { fields: { ...activity(), ...fields }, files })).toEqual([]);
    // A redacted version that is not there protects nobody.
    expect(codesAt('evidence.P1', { fields: { ...activity(), ...fields }, files: present })).toEqual([
      'evidence-missing',
      'evidence-to-anonymise',
    ]);
  });

  test('linked to an experience alone is no orphan', () => {
    expect(
      codesAt('evidence.P1', { fields: evidence({ shows: [], experiences: ['X1'] }), files: present }),
    ).toEqual([]);
  });
});

describe('an activity', () => {
  const analysed = { results: '12 visites.', analysis: 'J’y vois clair.', learning: 'Je préviens tôt.' };

  test('that is sound is not mentioned', () => {
    expect(codesAt('activities.A1', { fields: activity(analysed) })).toEqual([]);
  });

  test.each([
    [{ context: 'Nous avons vu, nous tenons, nous lisons, nous allons. J’ai lu.' }, 'activity-we'],
    [{ competences: [] }, 'activity-without-competence'],
    [{ competences: [{ id: C1 }] }, 'claim-missing'],
    [{ experiences: [] }, 'activity-without-experience'],
    [{ analysis: undefined }, 'activity-unanalysed'],
    [{ results: 'Un succès.' }, 'activity-without-figure'],
    [{ competences: Array.from({ length: 9 }, () => ({ id: C1, claim: 'c' })) }, 'activity-crowded'],
  ])('with %o gives %s', (fields, code) => {
    expect(codesAt('activities.A1', { fields: activity({ ...analysed, ...fields }) })).toContain(code);
  });

  test('may say « nous » as often as « je », and « genoux » is no « nous »', () => {
    const fields = activity({
      ...analysed,
      context: 'Nous avons vu. Nous tenons. Mes genoux, minous.',
      learning: 'Je sais.',
    });
    expect(codesAt('activities.A1', { fields })).toEqual([]);
  });
});

describe('a citation', () => {
  test.each([
    ['activities.A1.context', activity({ context: 'Voir [[P99]].' })],
    [
      'activities.A1.competences.ESSAI1BC01-C01.claim',
      activity({ competences: [{ id: C1, claim: '[[P99]]' }] }),
    ],
    ['candidate.summary', { candidate: { name: 'Ada', summary: '[[P99]]' } }],
    ['organisations.O1.mission', { organisations: [{ id: 'O1', name: 'O', mission: '[[P99]]' }] }],
    ['documents.memoire.conclusion', { documents: { memoire: { conclusion: '[[P99]]' } } }],
  ])('in %s must name a proof', (path, fields) => {
    expect(check({ fields }).find(({ code }) => code === 'citation-unknown')).toMatchObject({
      path,
      args: { id: 'P99' },
    });
    const known = { ...fields, evidence: [{ id: 'P99', title: 'Note' }] };
    expect(check({ fields: known }).find(({ code }) => code === 'citation-unknown')).toBeUndefined();
  });
});

describe('an experience', () => {
  test('wants an activity and a proof', () => {
    expect(
      codesAt('experiences.X1', { fields: { experiences: [{ id: 'X1', title: 'Trésorière' }] } }),
    ).toEqual(['experience-without-activity', 'experience-without-proof']);
  });
});

describe('the feasibility stage', () => {
  test('asks each block for an answer and a comment, and no proof', () => {
    const fields = { feasibility: { blocks: [{ block: 'BC01', answer: 'partiellement' as const }] } };
    expect(check({ fields, stage: 'faisabilite' }).map(({ code, path }) => [code, path])).toEqual([
      ['feasibility-uncommented', 'feasibility.ESSAI1BC01'],
      ['feasibility-unanswered', 'feasibility.ESSAI1BC02'],
    ]);
  });

  test('knows how long a comment may be', () => {
    const blocks = ['BC01', 'BC02'].map((block) => ({
      block,
      answer: 'oui' as const,
      comment: 'é'.repeat(10_001),
    }));
    expect(check({ fields: { feasibility: { blocks } }, stage: 'faisabilite' })).toHaveLength(2);
  });
});

test('the gravest come first', () => {
  const fields = {
    ...activity({ context: 'Voir [[P99]].' }),
    ...evidence({ date: undefined }),
  };
  const order = check({ fields, files: present }).map(({ severity }) => severity);
  const ranks = order.map((severity) => ['error', 'gap', 'warning', 'info'].indexOf(severity));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(new Set(order).size).toBe(4);
});
