import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { changeByte } from '../support/made-folder.ts';
import { png } from '../support/pictures.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { makeCohort } from '../support/small-cohort.ts';

const ARGS = 'batch export promo --document portfolio --format html --at 2026-11-22'.split(' ');

/** Four folders of fictional candidates whose documents were made; `again` makes them again and tells what was. */
const cohort = async () => {
  const home = temporaryFolder();
  const names = makeCohort(join(home, 'promo'), 4);
  const again = async (...more: string[]): Promise<Record<string, string>> => {
    const { status, stdout, stderr } = await runAcquis([...ARGS, ...more], { cwd: home });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trim().split('\n');
    return Object.fromEntries(
      lines.map((line) => line.split('\t')).map(([became = '', name = '']) => [name, became]),
    );
  };
  const all = (became: string): Record<string, string> =>
    Object.fromEntries(names.map((name) => [`promo/${name}`, became]));
  const file = (path: string): string => join(home, 'promo', path);
  expect(await again()).toEqual(all('done'));
  return { home, again, all, file };
};

test('nothing is made again, and the same is said, where nothing changed; one changed byte makes one folder again', async () => {
  const { home, again, all, file } = await cohort();
  const proof = 'evidence:\n  - id: P01\n    title: Statuts\n    file: { path: preuves/P01.pdf }\n';
  appendFileSync(file('c003/portfolio.yaml'), proof);
  await again('--report', 'premier.json');
  expect(await again('--report', 'second.json')).toEqual(all('skipped'));
  const findings = (report: string): unknown =>
    (
      JSON.parse(readFileSync(join(home, report), 'utf8')) as {
        items: { findings: unknown; documents: unknown }[];
      }
    ).items.map((item) => [item.findings, item.documents]);
  expect(findings('second.json')).toEqual(findings('premier.json'));
  expect(JSON.stringify(findings('second.json'))).toContain('evidence-missing');

  appendFileSync(file('c001/portfolio.yaml'), '\n');
  expect(await again()).toEqual({ ...all('skipped'), 'promo/c001': 'done' });
});

test('one changed byte of an organigramme makes one folder again; the picture is carried inside', async () => {
  const { again, all, file } = await cohort();
  const organisation =
    'organisations:\n  - id: O9\n    name: Fictive\n    organigramme: { file: preuves/o.png, alt: Trois pôles }\n';
  const path = file('c002/portfolio.yaml');
  mkdirSync(file('c002/preuves'), { recursive: true });
  writeFileSync(file('c002/preuves/o.png'), png(40, 30));
  writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\n${organisation}`);
  expect(await again()).toEqual({ ...all('skipped'), 'promo/c002': 'done' });
  const made = file('c002/exports/portfolio.html');
  expect(readFileSync(made, 'utf8')).toContain('data:image/png;base64,');
  expect(await again()).toEqual(all('skipped'));
  changeByte(file('c002/preuves/o.png'), 60);
  expect(await again()).toEqual({ ...all('skipped'), 'promo/c002': 'done' });
  // Its sum is wrong now: no picture rather than a broken one.
  expect(readFileSync(made, 'utf8')).not.toContain('data:image/');
});

test('another option, another day or --no-cache makes everything again', async () => {
  const { again, all } = await cohort();
  expect(await again('--at', '2026-11-23')).toEqual(all('done'));
  expect(await again('--at', '2026-11-23')).toEqual(all('skipped'));
  expect(await again('--at', '2026-11-23', '--no-cache')).toEqual(all('done'));
  expect(await again('--out', 'ailleurs')).toEqual(all('done'));
});

test('a document that was altered or deleted is the same bytes again', async () => {
  const { again, all, file } = await cohort();
  const document = file('c002/exports/portfolio.html');
  const before = readFileSync(document);
  for (const harm of [() => changeByte(document, before.length - 40), () => rmSync(document)]) {
    harm();
    expect(await again()).toEqual({ ...all('skipped'), 'promo/c002': 'done' });
    expect(readFileSync(document).equals(before)).toBe(true);
  }
});

test('two runs at once leave whole documents, and nothing wrong to remember', async () => {
  const { again, all, file } = await cohort();
  const before = readFileSync(file('c000/exports/portfolio.html'));
  const [day, other] = ['2026-11-22', '2026-11-29'];
  await Promise.all([again('--at', day), again('--at', other), again('--at', other)]);
  await again('--at', day);
  expect(readFileSync(file('c000/exports/portfolio.html')).equals(before)).toBe(true);
  expect(await again('--at', day)).toEqual(all('skipped'));
});

test('one changed byte in any template or in the program makes everything again', async () => {
  const home = temporaryFolder();
  makeCohort(join(home, 'promo'), 2);
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const installed = join(temporaryFolder(), 'acquis');
  for (const part of ['package.json', 'bin', 'dist', 'templates', 'referential'])
    cpSync(join(root, part), join(installed, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'));
  const again = async (): Promise<string[]> => {
    const { stdout } = await runAcquis(ARGS, { cwd: home, bin: join(installed, 'bin/acquis.js') });
    return [
      ...new Set(
        stdout
          .trim()
          .split('\n')
          .map((line) => line.split('\t')[0] ?? ''),
      ),
    ];
  };
  expect(await again()).toEqual(['done']);
  expect(await again()).toEqual(['skipped']);
  const code = readdirSync(join(installed, 'dist')).find((name) => name.startsWith('chunk-html')) ?? '';
  for (const path of ['templates/shared/style.css', 'dist/referential/RNCP38126.json', join('dist', code)]) {
    const bytes = readFileSync(join(installed, path), 'utf8');
    writeFileSync(join(installed, path), `${bytes} `);
    expect(await again()).toEqual(['done']);
  }
});
