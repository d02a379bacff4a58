import { describe, expect, test } from 'vitest';
import { folderOf, readIn, testStore } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { HEAD, openError } from '../support/open-error.ts';

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
