import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../support/read-pdf.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { storyVariant, temporaryFolder } from '../support/story-variant.ts';

const A = 'recit-a-rncp38126';

describe('acquis export', () => {
  test('writes PDF and HTML, paths on stdout, progress on stderr', async () => {
    const folder = storyVariant(A);
    const { status, stdout, stderr } = await runAcquis([
      'export', folder, '--document', 'portfolio,memoire', '--format', 'pdf', '--format', 'html', '--at', '2026-11-22',
    ]); // prettier-ignore
    expect(stderr).toContain('Fabrication');
    expect(status).toBe(0);
    const exports = join(folder, 'exports');
    expect(stdout.trim().split('\n')).toEqual([
      join(exports, 'portfolio.html'),
      join(exports, 'travail', 'memoire-plan.html'),
      join(exports, 'portfolio.pdf'),
      join(exports, 'travail', 'memoire-plan.pdf'),
    ]);
    const { text, tagged } = await readPdf(readFileSync(join(exports, 'portfolio.pdf')));
    expect(tagged).toBe(true);
    expect(text).toContain('22 novembre 2026');
  }, 60_000);

  test('--block restricts, under its French name', async () => {
    const folder = storyVariant(A);
    const out = temporaryFolder();
    const { status, stdout } = await runAcquis([
      'exporter', folder, '--block', 'bc3', '--format', 'html', '--document', 'portfolio', '--out', out, '--at', '2026-11-22',
    ]); // prettier-ignore
    expect(status).toBe(0);
    const html = readFileSync(stdout.trim(), 'utf8');
    expect(html).toContain('RNCP38126BC03-C09');
    expect(html).not.toContain('RNCP38126BC01-C01');
    expect(existsSync(join(folder, 'exports'))).toBe(false);
  });

  test('says that a registration has ended on stderr alone, never in a document', async () => {
    const folder = storyVariant(A, {
      'stage: validation': 'stage: validation\ndates: { eligible: 2026-03-03 }',
    });
    const { status, stdout, stderr } = await runAcquis([
      'export',
      folder,
      '--format',
      'html',
      '--at',
      '2029-01-01',
    ]);
    expect(status).toBe(0);
    expect(stderr).toContain('18 octobre 2028');
    const forTheJury = stdout
      .trim()
      .split('\n')
      .filter((path) => !path.includes('travail'));
    expect(forTheJury.length).toBeGreaterThan(1);
    for (const path of forTheJury) {
      const page = readFileSync(path, 'utf8').replace(/<style>.*?<\/style>/su, '');
      // The year alone may stand there: the drawing of the career reaches it.
      expect(page).not.toMatch(/octobre\D{1,6}2028|enregistr/u);
    }
    const closed = await runAcquis(['export', storyVariant(A), '--format', 'html', '--at', '2029-01-01']);
    expect([closed.status, closed.stdout]).toEqual([2, '']);
  });

  test('without browser: exit 4, one sentence, and the HTML is there', async () => {
    const folder = storyVariant(A);
    const { status, stdout, stderr } = await runAcquis([
      'export', folder, '--document', 'portfolio', '--format', 'html,pdf', '--browser-path', '/nulle/part', '--at', '2026-11-22',
    ]); // prettier-ignore
    expect(status).toBe(4);
    expect(stdout.trim()).toBe(join(folder, 'exports', 'portfolio.html'));
    expect(stderr).not.toMatch(/\bat .*\.js:\d/u);
  });

  test('keeps the earlier document when the new one cannot be made', async () => {
    const folder = storyVariant(A);
    await runAcquis(['export', folder, '--document', 'portfolio', '--format', 'html', '--at', '2026-11-22']);
    const path = join(folder, 'exports', 'portfolio.html');
    const before = readFileSync(path);
    writeFileSync(join(folder, 'portfolio.yaml'), 'version: 1\nid: x\n');
    const { status } = await runAcquis(['export', folder, '--document', 'portfolio', '--format', 'html']);
    expect(status).toBe(3);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test.each([
    [['--document', 'roman'], '--document'],
    [['--format', 'pdf,doc'], '--format'],
    [['--at', 'demain'], '--at'],
    [['--block', 'BC7'], '--block'],
  ])('%j is refused: exit 2, nothing written', async (flags, named) => {
    const folder = storyVariant(A);
    const { status, stderr } = await runAcquis(['export', folder, ...flags]);
    expect(status).toBe(2);
    expect(stderr).toContain(named);
    expect(existsSync(join(folder, 'exports'))).toBe(false);
  });
});

describe('acquis export --final', () => {
  const final = (folder: string, ...more: string[]) =>
    runAcquis(['export', folder, '--final', '--format', 'html', '--at', '2026-11-22', ...more]);

  test('refuses with all that is missing, once each: exit 1, nothing written', async () => {
    const folder = storyVariant(A);
    const { status, stdout, stderr } = await final(folder);
    expect([status, stdout, existsSync(join(folder, 'exports'))]).toEqual([1, '', false]);
    for (const said of ['votre date de naissance', '« Introduction »', 'c’est encore un plan', 'P02', 'Rien n’a été écrit'])
      expect(stderr).toContain(said); // prettier-ignore
    expect(stderr.match(/votre date de naissance/gu)).toHaveLength(1);
  });

  test('makes what is ready; says that what one works with is not handed in', async () => {
    const written = ['introduction', 'learning', 'synthesis', 'project', 'conclusion', 'bibliography']
      .map((code) => `    ${code}: Texte.\n`)
      .join('');
    const folder = storyVariant(A, {
      '  fictional: oui':
        '  birthDate: 1985-03-01\n  email: n@exemple.fr\n  address: 1 rue Fictive\n  city: Bourg\n  fictional: oui',
      'documents:\n': `documents:\n  dossier-validation:\n${written}`,
    });
    const file = join(folder, 'portfolio.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('à anonymiser', 'publiable'));
    const { status, stdout, stderr } = await final(folder, '--document', 'livret2,couverture');
    expect(stderr).toContain('couverture');
    expect([status, stdout.trim()]).toEqual([0, join(folder, 'exports', 'dossier-validation.html')]);
  });

  test('of working documents alone is a mistake: exit 2', async () => {
    const { status, stderr } = await final(storyVariant(A), '--document', 'couverture');
    expect(status).toBe(2);
    expect(stderr).toContain('--final');
  });
});
