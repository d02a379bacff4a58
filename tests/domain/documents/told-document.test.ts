import { describe, expect, test } from 'vitest';
import { buildToldDocument } from '../../../src/domain/documents/told-document.ts';
import type { StoredPortfolio } from '../../../src/domain/portfolio.ts';
import { buildPortfolio, smallReferential } from '../../support/build-portfolio.ts';
import { portfolioOf } from '../../support/story-documents.ts';
import { readStory } from '../../support/stories.ts';

const build = (fields: Partial<StoredPortfolio>, blocks: string[] = []) =>
  buildToldDocument('portfolio', {
    portfolio: buildPortfolio(fields),
    referential: smallReferential(),
    blocks,
    date: '2026-11-22',
  });

const proof = (id: string, more: Partial<NonNullable<StoredPortfolio['evidence']>[number]> = {}) => ({
  id,
  title: `Pièce ${id}`,
  file: { path: `preuves/${id}-original.pdf` },
  ...more,
});

describe('an empty portfolio', () => {
  test('has no chapter but the grid, and every statement in it', () => {
    const document = build({});
    expect(document.contents.map(({ id }) => id)).toEqual(['grid', 'bloc-ESSAI1BC01', 'bloc-ESSAI1BC02']);
    expect(document.grid.blocks.flatMap(({ rows }) => rows.map(({ statement }) => statement))).toEqual([
      'Énoncé ESSAI1BC01-C01',
      'Énoncé ESSAI1BC01-C02',
      'Énoncé ESSAI1BC02-C01',
      'Énoncé ESSAI1BC02-C02',
    ]);
  });
});

describe('annexes', () => {
  const document = build({
    experiences: [{ id: 'X1', title: 'Directrice', start: '2020' }],
    activities: [
      { id: 'A1', title: 'Une', context: 'Voir [[P05]] puis [[P99]].', competences: [{ id: 'BC01-C1' }] },
      { id: 'A2', title: 'Deux', competences: [{ id: 'ESSAI1BC02-C01', claim: 'J’ai fait [[P02]].' }] },
    ],
    evidence: [
      proof('P01', { experiences: ['X1'] }),
      proof('P02'),
      proof('P03', { activities: ['A1'], confidentiality: 'à anonymiser', url: 'https://exemple.fr' }),
      proof('P04', { activities: ['A1'], confidentiality: 'à ne pas joindre' }),
      proof('P05', { confidentiality: 'publiable' }),
      proof('P06'),
      { id: 'P07', title: 'À demander', activities: ['A1'], state: 'à demander' },
      proof('P08', { shows: [{ competence: 'bc02-c2', what: 'ceci' }] }),
      proof('P09', {
        activities: ['A2'],
        confidentiality: 'à anonymiser',
        publicFile: { path: 'preuves/masque.pdf' },
      }),
    ],
  });

  test('are numbered in the order a reader meets them; orphans, secrets and missing ones are left out', () => {
    expect(document.annexes.map(({ number, id }) => `${number} ${id}`)).toEqual([
      '1 P01', '2 P05', '3 P03', '4 P02', '5 P09', '6 P08',
    ]); // prettier-ignore
    expect(document.withheld).toEqual(['P04', 'P06', 'P07']);
    expect(JSON.stringify(document)).not.toMatch(/Pièce P0[46]|À demander/);
  });

  test('name the file of a proof that may be shown, or its redacted version; no other', () => {
    const files = Object.fromEntries(document.annexes.map(({ id, fileName, url }) => [id, [fileName, url]]));
    expect(files['P03']).toEqual([undefined, undefined]);
    expect(files['P09']).toEqual(['masque.pdf', undefined]);
    expect(files['P05']).toEqual(['P05-original.pdf', undefined]);
    // Nobody has said yet whether this one may be shown.
    expect(files['P01']).toEqual([undefined, undefined]);
  });

  test('keep the numbers that another document gave, and count on behind them', () => {
    const numbers = new Map([['P05', 4], ['P77', 9]]); // prettier-ignore
    const [portfolio, referential] = [buildPortfolio({ activities: [{ id: 'A1', title: 'Une', context: 'Voir [[P02]] et [[P05]].', competences: [{ id: 'BC01-C1' }] }], evidence: [proof('P02'), proof('P05')] }), smallReferential()]; // prettier-ignore
    const other = buildToldDocument('portfolio', { portfolio, referential, date: '2026-11-22', numbers });
    expect(other.annexes.map(({ number, id }) => `${number} ${id}`)).toEqual(['4 P05', '10 P02']);
  });

  test('stand beside the competence they show, whatever the spelling of its id', () => {
    const rows = document.grid.blocks.flatMap(({ rows }) => rows);
    expect(rows.map(({ activities, annexes }) => [activities.map(({ id }) => id), annexes.map(({ id }) => id)])).toEqual(
      [[['A1'], []], [[], []], [['A2'], []], [[], ['P08']]],
    ); // prettier-ignore
  });
});

describe('scope', () => {
  const activities = [
    { id: 'A1', title: 'Une', competences: [{ id: 'BC01-C01' }, { id: 'BC02-C01' }] },
    { id: 'A2', title: 'Deux', competences: [{ id: 'BC01-C02' }] },
    { id: 'A3', title: 'Trois' },
  ];
  const told = (fields: Partial<StoredPortfolio>, blocks: string[] = []) => {
    const { activities: parts, grid, identity, cover } = build({ activities, ...fields }, blocks);
    return {
      activities: parts.map(({ id, shows }) => `${id} ${shows.map(({ mark }) => mark).join(' ')}`.trim()),
      blocks: grid.blocks.map(({ code }) => code),
      acquired: identity.acquired.map(({ code, juryDate }) => `${code} ${juryDate}`),
      whole: identity.whole,
      cover: cover.blocks.map(({ code }) => code),
    };
  };

  test('whole certification', () => {
    expect(told({})).toEqual({
      activities: ['A1 BC01-C01 BC02-C01', 'A2 BC01-C02', 'A3'],
      blocks: ['BC01', 'BC02'],
      acquired: [],
      whole: true,
      cover: [],
    });
  });

  test('an acquired block is shown with its jury date and asks for nothing', () => {
    expect(told({ target: { acquired: [{ block: 'BC01', juryDate: '2026-06-12' }] } })).toEqual({
      activities: ['A1 BC02-C01', 'A3'],
      blocks: ['BC02'],
      acquired: ['BC01 2026-06-12'],
      whole: true,
      cover: ['BC02'],
    });
  });

  test('some blocks of the certification', () => {
    expect(told({ target: { blocks: ['ESSAI1BC02'] } })).toMatchObject({
      activities: ['A1 BC02-C01', 'A3'],
      blocks: ['BC02'],
      whole: false,
    });
  });

  test('some blocks asked for by the reader', () => {
    expect(told({}, ['ESSAI1BC02'])).toMatchObject({
      activities: ['A1 BC02-C01'],
      blocks: ['BC02'],
      whole: true,
    });
  });

  test('the candidate’s choice and order of activities', () => {
    const documents = { portfolio: { activities: ['A3', 'A1', 'A3', 'A9'] } };
    expect(told({ documents }).activities).toEqual(['A3', 'A1 BC01-C01 BC02-C01']);
  });
});

describe('what a document must not tell', () => {
  const document = build({
    notes: 'SECRET des notes',
    organisations: [
      { id: 'O1', name: 'La Remise d’Ici', pseudonym: 'la ressourcerie', mission: "LA REMISE  D'ICI trie." },
      { id: 'O2', name: 'Partage', pseudonym: 'l’association' },
    ],
    experiences: [{ id: 'X1', title: "Directrice de La Remise d'Ici", organisations: ['O1'], start: '2020' }],
    activities: [
      { id: 'A1', title: 'Remise d’Icitte', context: 'À La Remise\nd’Ici, le partage ; chez Partage, non.' },
    ],
    candidate: { name: 'Ada Partage', summary: 'Je dirige La Remise d’Ici.' },
    documents: { portfolio: { introduction: 'La Remise d’Ici et Partage.' } },
  });
  const text = JSON.stringify(document);

  test('private notes', () => expect(text).not.toContain('SECRET'));

  test('the name of an organisation that has a pseudonym, in any of its spellings', () => {
    expect(text).not.toMatch(/La Remise\s+d['’]Ici\b(?!tte)/i);
    expect(document.introduction).toBe('la ressourcerie et l’association.');
    expect(document.organisations[0]?.name).toBe('la ressourcerie');
    expect(document.career[0]).toMatchObject({
      title: 'Directrice de la ressourcerie',
      organisations: ['la ressourcerie'],
    });
    expect(document.activities[0]).toMatchObject({
      title: 'Remise d’Icitte',
      fields: [{ text: 'À la ressourcerie, le partage ; chez l’association, non.' }],
    });
  });

  test('but the candidate keeps a name that an organisation shares', () => {
    expect(document.identity.name).toBe('Ada Partage');
    expect(document.summary).toBe('Je dirige la ressourcerie.');
  });
});

describe('a claim', () => {
  test('that stands in the telling is marked as told', () => {
    const { activities } = build({
      activities: [
        {
          id: 'A1',
          title: 'Une',
          approach: 'J’ai réuni\nles partenaires. Puis rien.',
          competences: [
            { id: 'BC01-C01', claim: 'J’ai réuni les partenaires.' },
            { id: 'BC01-C02', claim: 'J’ai écrit.' },
            { id: 'BC02-C01' },
          ],
        },
      ],
    });
    expect(activities[0]?.shows.map(({ told }) => told)).toEqual([true, false, false]);
  });
});

describe('the two stories', () => {
  test('A tells its seven activities and leaves its orphan out of the annexes', async () => {
    const document = await portfolioOf(readStory('recit-a-rncp38126'));
    expect(document.activities.map(({ id }) => id)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7']);
    expect(document.annexes).toHaveLength(18);
    expect(document.withheld).toEqual(['P19']);
    expect(document.career.map(({ title }) => title)).toEqual([
      'Directrice',
      "Responsable d'exploitation",
      'Trésorière',
    ]);
    const rows = document.grid.blocks.flatMap((block) => block.rows);
    expect(rows).toHaveLength(27);
    expect(rows.filter(({ activities }) => activities.length === 0).map(({ mark }) => mark)).toEqual([
      'BC02-C04',
      'BC03-C09',
    ]);
  });

  test('B aiming at three blocks, without a choice, leaves out the activities of the fourth', async () => {
    const story = readStory('recit-b-rncp41296');
    const document = await portfolioOf({
      ...story,
      documents: {},
      target: { ...story.target, blocks: ['BC02', 'BC03', 'BC04'] },
    });
    expect(document.activities.map(({ id }) => id)).toEqual(['B3', 'B4', 'B5', 'B6', 'B7', 'B8']);
    expect(document.grid.blocks.flatMap((block) => block.rows)).toHaveLength(21);
  });
});
