import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AcquisError } from '../../../src/app/errors.ts';
import { folderOf, newFolder, readIn, testStore } from '../../support/portfolio-folder.ts';
import { defectsOf, HEAD, openError } from '../../support/open-error.ts';

describe('every defect comes back at once', () => {
  test('with its line, its field, its code and what was found', async () => {
    const text = `${HEAD}titre: x
target: {blocks: [ESSAI1BC09], acquired: [{block: BC01, proof: P9}]}
experiences:
  - id: X1
    titel: Directrice
    title: 01000
    organisations: [O9]
    start: 2024-02-30
    status: benevolat
  - id: X1
    title:
    end: 2020
    start: 2021
activities:
  - id: A 1
    title: [liste]
    title: encore
    constructor: y
    experiences: X1
evidence:
  - id: P01
    title: ""
    file: {path: ../secret, sha256: zz, bytes: -1}
    url: javascript:alert(1)
    askedOn: 2024-03
    period: {start: 2022, end: 2021}
documents: {portfolio: {activities: [A7], introductoin: x}, livret: {}}
`;
    expect((await defectsOf(text)).toSorted()).toEqual(
      [
        '5 titre unknown-key titre',
        '6 target.blocks[0] unknown-block ESSAI1BC09',
        '6 target.acquired[0].proof unknown-reference P9',
        '9 experiences[0].titel unknown-key titel',
        '11 experiences[0].organisations[0] unknown-reference O9',
        '12 experiences[0].start date 2024-02-30',
        '13 experiences[0].status bad-choice benevolat',
        '14 experiences[1].id duplicate-id X1',
        '15 experiences[1].title missing',
        '16 experiences[1].end period-order 2020',
        '19 activities[0].id id A 1',
        '20 activities[0].title wrong-type',
        '21 activities[0].title duplicate-key title',
        '22 activities[0].constructor forbidden-key constructor',
        '23 activities[0].experiences wrong-type X1',
        '26 evidence[0].title empty ',
        '27 evidence[0].file.path path ../secret',
        '27 evidence[0].file.sha256 sha256 zz',
        '27 evidence[0].file.bytes count -1',
        '28 evidence[0].url url javascript:alert(1)',
        '29 evidence[0].askedOn day 2024-03',
        '30 evidence[0].period.end period-order',
        '31 documents.portfolio.activities[0] unknown-reference A7',
        '31 documents.portfolio.introductoin unknown-key introductoin',
        '31 documents.livret unknown-key livret',
      ]
        // Blocks are compared once the certification is known, so not while anything else is wrong.
        .filter((defect) => !defect.includes('unknown-block'))
        .toSorted(),
    );
  });

  test.each([
    ['titel', 'title'],
    ['titre', 'title'],
    ['organisation', 'organisations'],
    ['début', 'start'],
  ])('%s suggests %s', async (key, suggestion) => {
    const { details } = await openError(`${HEAD}experiences:\n  - id: X1\n    title: a\n    ${key}: b\n`);
    expect(details.map(({ args }) => args?.['suggestion'])).toEqual([suggestion]);
  });

  test('an unknown block, once all else is sound', async () => {
    expect(await defectsOf(`${HEAD}target:\n  blocks: [BC01, BC07]\n`)).toEqual([
      '6 target.blocks[1] unknown-block BC07',
    ]);
  });

  test.each([
    ['target: {blocks: [BC01, essai1bc01]}', '6 target.blocks[1] duplicate essai1bc01'],
    ['target: {acquired: [{block: BC01}, {block: BC01}]}', '6 target.acquired[1].block duplicate BC01'],
    [
      'feasibility: {blocks: [{block: BC01, answer: oui}, {block: BC01, answer: non}]}',
      '6 feasibility.blocks[1].block duplicate BC01',
    ],
    [
      'activities: [{id: A1, title: t, competences: [{id: BC01-C1}, {id: BC01-C01}]}]',
      '6 activities[0].competences[1].id duplicate BC01-C01',
    ],
  ])('the same thing twice in %s', async (text, defect) => {
    expect(await defectsOf(`${HEAD}stage: validation\n${text}\n`)).toEqual([defect]);
  });

  test.each(['portfolio.yaml', './Portfolio.yaml', 'referentiel.json', '.acquis/versions/x', '%2eacquis/x'])(
    '%s is no proof',
    async (path) => {
      const file = `${HEAD}evidence: [{id: P1, title: t, file: {path: "${path}"}}]\n`;
      expect((await openError(file)).details.map(({ code }) => code)).toEqual(['reserved-path']);
    },
  );

  test('a value of a closed list is taken as keyboards write it, and the text stays', async () => {
    const witness = 'témoignage'.normalize('NFD');
    const text = `${HEAD}essProfile: {transversal: [{competence: T1, position: "à l'aise"}]}\nevidence: [{id: P1, title: t, kind: ${witness}}]\n`;
    const folder = folderOf({ 'portfolio.yaml': text });
    const store = testStore();
    const { portfolio } = await store.change(folder, (current) => ({ ...current.portfolio, notes: 'Suite' }));
    expect([portfolio.evidence[0]?.kind, portfolio.essProfile.transversal[0]?.position]).toEqual([
      'témoignage',
      'à l’aise',
    ]);
    expect(readIn(folder)).toBe(`${text}notes: Suite\n`);
  });

  test('the certification of another référentiel than the joined one is told where it stands', async () => {
    const folder = await newFolder();
    const file = join(folder, 'portfolio.yaml');
    const text = readIn(folder).replace('certification: ESSAI1', 'certification: essai1');
    writeFileSync(file, text);
    const line = text.split('\n').findIndex((one) => one.startsWith('certification')) + 1;
    await expect(testStore().open(folder)).rejects.toMatchObject({
      details: [
        { file: 'portfolio.yaml', line, path: 'certification', code: 'snapshot-other', found: 'essai1' },
      ],
    });
    writeFileSync(file, readIn(folder).replace('file: referentiel.json', 'file: ../x.json'));
    await expect(testStore().open(folder)).rejects.toMatchObject({
      details: [{ path: 'referential.file', code: 'snapshot-path' }],
    });
  });

  test('an unknown competence, where an activity or a proof names it, with the nearest one', async () => {
    const folder = folderOf({
      'portfolio.yaml': `${HEAD}activities: [{id: A1, title: t, competences: [{id: ESSAI1BC01-C09}]}]\nevidence: [{id: P1, title: t, shows: [{competence: bc01-c7}]}]\n`,
    });
    const error = await testStore()
      .open(folder)
      .catch((thrown: unknown) => thrown);
    expect((error as AcquisError).details.map(({ code, path, found }) => [code, path, found])).toEqual([
      ['unknown-competence', 'activities[0].competences[0].id', 'ESSAI1BC01-C09'],
      ['unknown-competence', 'evidence[0].shows[0].competence', 'bc01-c7'],
    ]);
  });
});
