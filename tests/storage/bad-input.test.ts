import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AcquisError } from '../../src/app/errors.ts';
import { folderOf, newFolder, readIn, testStore } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';

const HEAD = 'version: 1\nid: essai\ncertification: ESSAI1\ncandidate: {name: Ada Fictive}\n';

const openError = async (content: string | Uint8Array): Promise<AcquisError> => {
  const folder = folderOf({ 'portfolio.yaml': content });
  const before = Buffer.from(content).toString('hex');
  const error: unknown = await testStore()
    .open(folder)
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  expect(Buffer.from(readIn(folder)).toString('hex') === before || content instanceof Uint8Array).toBe(true);
  expect(error).toBeInstanceOf(AcquisError);
  return error as AcquisError;
};

const defectsOf = async (content: string | Uint8Array): Promise<string[]> =>
  (await openError(content)).details.map(
    ({ line, path, code, found }) =>
      `${line ?? '-'} ${path} ${code}${found === undefined ? '' : ` ${found}`}`,
  );

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

describe('a file that is no portfolio', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'empty-file'],
    ['only comments', '# rien\n\n', 'empty-file'],
    ['another program', 'services:\n  web: {image: x}\nversion: "3"\n', 'foreign'],
    ['a list', '- a\n- b\n', 'foreign'],
    ['a sentence', 'Bonjour', 'foreign'],
    ['UTF-16', Buffer.from(`\ufeff${HEAD}`, 'utf16le'), 'utf16'],
    ['Windows-1252', Buffer.from('candidate: {name: Zoé}\n', 'latin1'), 'not-utf8'],
    ['lines that end in CR alone', `# essai\n${HEAD}`.replaceAll('\n', '\r'), 'old-line-ends'],
    ['a NUL byte', `${HEAD}notes: a\0b\n`, 'nul'],
    ['more than 1 MB', `${HEAD}notes: ${'a'.repeat(1_000_000)}\n`, 'too-large'],
    ['too many fields', `${HEAD}notes: {${'a: b, '.repeat(20_001)}}\n`, 'too-many'],
    ['nested in brackets', `${HEAD}notes: ${'['.repeat(5000)}\n`, 'too-deep'],
    ['nested in dashes', `${HEAD}notes:\n  ${'- '.repeat(5000)}a\n`, 'too-deep'],
    [
      'nested by indentation',
      Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
      'too-deep',
    ],
    ['two documents', `${HEAD}---\n${HEAD}`, 'yaml-syntax'],
    ['a tabulation', `candidate:\n\tname: a\n`, 'yaml-syntax'],
    ['an alias', `${HEAD}notes: &a x\nstage: *a\n`, 'yaml-anchor'],
    ['a tag', `${HEAD}notes: !!binary aGE=\n`, 'yaml-tag'],
    ['a key that is a list', `${HEAD}? [a]\n: b\n`, 'yaml-key'],
    ['a key that reaches into the program', `${HEAD}__proto__: {polluted: yes}\n`, 'forbidden-key'],
  ])('%s', async (_name, content, code) => {
    const error = await openError(content);
    expect([error.kind, error.code]).toEqual(['data', 'invalid-portfolio']);
    expect(error.details.map((defect) => defect.code)).toContain(code);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('an alias bomb costs nothing', async () => {
    const bomb = Array.from({ length: 9 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1},`.repeat(9)}]`);
    const start = performance.now();
    expect((await openError(`${HEAD}a: &a-1 x\n${bomb.join('\n')}\n`)).code).toBe('invalid-portfolio');
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test.each(['999', '0', 'deux'])('version %s is refused, whatever else the file says', async (version) => {
    const error = await openError(HEAD.replace('version: 1', `version: ${version}\nnouveau: champ`));
    expect([error.kind, error.code, error.args['version']]).toEqual(['data', 'unsupported-version', version]);
  });

  test('two deeply nested files in one process leave it alive', async () => {
    const deep = `${HEAD}notes: ${'['.repeat(3000)}\n`;
    for (let i = 0; i < 3; i++) expect((await openError(deep)).details[0]?.code).toBe('too-deep');
    const folder = folderOf({ 'portfolio.yaml': HEAD });
    expect((await testStore().open(folder)).portfolio.id).toBe('essai');
  });

  test('an unknown certification names the field', async () => {
    const error = await openError(HEAD.replace('ESSAI1', 'RNCP0'));
    expect([error.kind, error.code, error.args['field']]).toEqual([
      'data',
      'unknown-certification',
      'certification',
    ]);
  });
});

describe('what other tools leave in a good file', () => {
  test.each([
    ['a BOM', `\ufeff${HEAD}`],
    ['CRLF', HEAD.replaceAll('\n', '\r\n')],
    ['document marks', `%YAML 1.2\n---\n${HEAD}...\n`],
    ['empty fields', `${HEAD}notes:\norganisations:\ndocuments:\n`],
    [
      'flow style throughout',
      '{version: "1", id: essai, certification: ESSAI1, candidate: {name: Ada Fictive}}',
    ],
  ])('%s is read, changed and kept', async (_name, content) => {
    const folder = folderOf({ 'portfolio.yaml': content });
    const store = testStore();
    await store.change(folder, ({ portfolio }) => ({ ...portfolio, notes: 'Suite' }));
    const again = await store.open(folder);
    expect(again.portfolio).toMatchObject({ notes: 'Suite', candidate: { name: 'Ada Fictive' } });
    const text = readIn(folder);
    expect(text.startsWith('\ufeff')).toBe(content.startsWith('\ufeff'));
    if (content.includes('\r')) expect(text).not.toMatch(/(?<!\r)\n/);
  });
});

describe('the command', () => {
  test.each([
    ['empty file', '', 3],
    ['version 999', 'version: 999\nid: a\n', 3],
    ['unknown key', `${HEAD}zz: 1\n`, 3],
    ['path outside', `${HEAD}evidence: [{id: P1, title: t, file: {path: /etc/passwd}}]\n`, 3],
  ])('%s: %i', async (_name, content, status) => {
    const folder = folderOf({ 'portfolio.yaml': content });
    const runs = await Promise.all([
      runAcquis(['check', folder]),
      runAcquis(['activity', 'add', folder, '--title', 'Essai', '--format', 'json']),
    ]);
    expect(runs.map((run) => run.status)).toEqual([status, status]);
    expect(runs[0].stdout).toBe('');
    expect(runs[0].stderr).toContain('portfolio.yaml');
    expect(runs[0].stderr).not.toMatch(/\bat .*\.[jt]s:\d|FATAL|ZodError/);
    expect(JSON.parse(runs[1].stdout)).toHaveProperty('error.message');
    expect(readIn(folder)).toBe(content);
  });

  test('without a portfolio, or without the folder: 5', async () => {
    const folder = folderOf({ 'a.txt': 'a' });
    const runs = await Promise.all([
      runAcquis(['check', folder]),
      runAcquis(['experience', 'list', `${folder}/absent`]),
      runAcquis(['activity', 'add', `${folder}/absent`, '--title', 'Essai']),
    ]);
    expect(runs.map(({ status }) => status)).toEqual([5, 5, 5]);
  });
});
