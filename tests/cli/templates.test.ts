import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { makeCohort } from '../support/small-cohort.ts';
import { storyFolder } from '../support/stories.ts';
import { templateFolder } from '../support/template-set.ts';

const STORY = storyFolder('recit-a-rncp38126');
const exported = async (folder: string, ...more: string[]) => {
  const out = temporaryFolder();
  const run = await runAcquis(['export', folder, '--document', 'portfolio', '--format', 'html', '--out', out, ...more]); // prettier-ignore
  const file = join(out, 'portfolio.html');
  return { ...run, html: existsSync(file) ? readFileSync(file, 'utf8') : '' };
};

test('a copy is a starting point, never over somebody’s files; what is changed in it is seen, also in Markdown', async () => {
  const set = join(temporaryFolder(), 'ecole');
  const copied = await runAcquis(['modeles', 'copier', set, 'shared/cover.hbs']);
  expect(copied.status).toBe(0);
  expect(
    copied.stdout
      .trim()
      .split('\n')
      .map((path) => path.slice(set.length + 1)),
  ).toEqual(
    ['acquis-templates.yaml', 'LISEZMOI.md', 'champs.md', 'shared/cover.hbs'], // prettier-ignore
  );
  const cover = join(set, 'shared', 'cover.hbs');
  writeFileSync(cover, '<header class="cover"><h1>{{heading}}</h1><p>ÉCOLE DU FLEUVE</p></header>');
  const again = await runAcquis(['templates', 'copy', set]);
  expect(again.status).toBe(2);
  expect(readFileSync(cover, 'utf8')).toContain('ÉCOLE DU FLEUVE');
  const { status, html } = await exported(STORY, '--templates', set);
  expect(status).toBe(0);
  expect(html).toContain('<p>ÉCOLE DU FLEUVE</p>');
  const out = temporaryFolder();
  await runAcquis(['export', STORY, '--document', 'portfolio', '--format', 'md', '--out', out, '--templates', set]); // prettier-ignore
  expect(readFileSync(join(out, 'portfolio.md'), 'utf8')).toContain('ÉCOLE DU FLEUVE');
  const forced = await runAcquis(['templates', 'copy', set, '--force']);
  expect(forced.status).toBe(0);
  expect(readFileSync(cover, 'utf8')).not.toContain('ÉCOLE DU FLEUVE');
});

test('what is wrong is said with file, line and nearest name, never with a stack; a folder that is none is told', async () => {
  const set = templateFolder({ 'shared/cover.hbs': '<p>\n{{headin}}</p>', 'acquis-templates.yaml': 'viewModel: 1\n' }); // prettier-ignore
  const { status, stderr, html } = await exported(STORY, '--templates', set);
  expect({ status, html }).toEqual({ status: 3, html: '' });
  expect(stderr).toContain('shared/cover.hbs:2');
  expect(stderr).toContain('« heading »');
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/u);
  writeFileSync(join(set, 'acquis-templates.yaml'), 'viewModel: 999\n');
  expect((await exported(STORY, '--templates', set)).stderr).toContain('version 999');
  expect((await exported(STORY, '--templates', join(set, 'nulle-part'))).status).toBe(5);
});

test('templates inside a portfolio are never used: told where they lie, refused where they are named', async () => {
  const received = join(temporaryFolder(), 'recu');
  cpSync(STORY, received, { recursive: true });
  mkdirSync(join(received, 'templates', 'shared'), { recursive: true });
  writeFileSync(join(received, 'templates', 'shared', 'cover.hbs'), 'PLANTED');
  const plain = await exported(received);
  expect(plain.status).toBe(0);
  expect(plain.stderr).toContain('templates/');
  expect(plain.html).toContain('Noémie Valtreuil');
  expect(plain.html).not.toContain('PLANTED');
  const link = join(temporaryFolder(), 'modeles');
  symlinkSync(join(received, 'templates'), link);
  for (const named of [join(received, 'templates'), link]) {
    const { status, html } = await exported(STORY, '--templates', named);
    expect({ status, html }).toEqual({ status: 2, html: '' });
  }
  const linked = templateFolder({});
  mkdirSync(join(linked, 'shared'));
  symlinkSync('/etc/passwd', join(linked, 'shared', 'cover.hbs'));
  const { status, html } = await exported(STORY, '--templates', linked);
  expect({ status, html }).toEqual({ status: 3, html: '' });
});

test('a run over many folders uses them, and makes everything again when a byte of them changed', async () => {
  const home = temporaryFolder();
  makeCohort(join(home, 'promo'), 2);
  const set = templateFolder({ 'style.css': ':root { --accent: #7a1f3d }' });
  const run = async (...more: string[]): Promise<string[]> => {
    const { stdout } = await runAcquis(['batch', 'export', 'promo', '--document', 'portfolio', '--format', 'html', '--at', '2026-11-22', ...more], { cwd: home }); // prettier-ignore
    return stdout.trim().split('\n').map((line) => line.split('\t')[0] ?? ''); // prettier-ignore
  };
  const [done, skipped] = [['done', 'done'], ['skipped', 'skipped']]; // prettier-ignore
  expect(await run()).toEqual(done);
  expect(await run('--templates', set)).toEqual(done);
  expect(readFileSync(join(home, 'promo', 'c001', 'exports', 'portfolio.html'), 'utf8')).toContain('#7a1f3d');
  expect(await run('--templates', set)).toEqual(skipped);
  writeFileSync(join(set, 'style.css'), ':root { --accent: #7a1f3e }');
  expect(await run('--templates', set)).toEqual(done);
  expect(await run()).toEqual(done);
});
