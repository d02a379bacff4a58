import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFillSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { packPortfolio } from '../../src/app/pack-portfolio.ts';
import { createArchives } from '../../src/storage/archive/archives.ts';
import { openStore } from '../../src/storage/portfolio/portfolio-store.ts';
import { filesIn } from '../support/fault-run.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { OPEN_DAYS, samplesIn, shipped, type ShippedCode } from '../support/samples.ts';
import { sha256, STORIES, storyFolder } from '../support/stories.ts';

const store = openStore(async () => shipped);
const archives = createArchives(store);
/** In kilobytes, at the end of the process. */
const TELL_MEMORY = `--import=data:text/javascript,process.on('exit',()=>console.error('maxrss',process.resourceUsage().maxRSS))`;
const without = new Set<string>();

/** Every file that the portfolio names, and the portfolio itself. */
const contentOf = async (folder: string): Promise<Record<string, string>> => {
  const { portfolio } = await store.open(folder);
  const named = portfolio.evidence.flatMap(({ file, publicFile }) => [file?.path, publicFile?.path]);
  const all = ['portfolio.yaml', portfolio.referential?.file, ...named].filter((path) => path !== undefined);
  return Object.fromEntries(all.map((path) => [path, sha256(readFileSync(join(folder, path)))]));
};

describe('archives and the tools of others', () => {
  test.each(STORIES)(
    '%s is a bag to unzip and sha256sum, and a third party’s bag of it comes back',
    async (story) => {
      const home = temporaryFolder();
      const file = join(home, 'a.zip');
      const args = [
        'pack',
        storyFolder(story),
        '--out',
        file,
        '--with',
        'preuves-privees',
        '--at',
        '2026-11-22',
      ];
      expect(await runAcquis(args)).toMatchObject({ status: 0 });
      execFileSync('unzip', ['-q', file, '-d', join(home, 'sac')]);
      const check = (manifest: string): string =>
        execFileSync('sha256sum', ['--strict', '-c', manifest], { cwd: join(home, 'sac'), encoding: 'utf8' });
      expect(check('manifest-sha256.txt')).not.toMatch(/FAILED/u);
      expect(check('tagmanifest-sha256.txt')).not.toMatch(/FAILED/u);
      const listed = readFileSync(join(home, 'sac/manifest-sha256.txt'), 'utf8').trim().split('\n').length;
      const payload = filesIn(join(home, 'sac/data'));
      expect(listed).toBe(payload.length);
      // Made again by system tools alone, in a folder of its own.
      const script = [
        'rm manifest-sha256.txt tagmanifest-sha256.txt bag-info.txt',
        'find data -type f -exec sha512sum {} + > manifest-sha512.txt',
        'cd ..',
        'zip -qr b.zip sac',
      ].join(' && ');
      execFileSync('sh', ['-c', script], { cwd: join(home, 'sac') });
      expect(await runAcquis(['restore', join(home, 'b.zip'), '--out', join(home, 'repris')])).toMatchObject({
        status: 0,
      });
      expect(filesIn(join(home, 'repris'))).toEqual(filesIn(storyFolder(story)));
    },
  );
});

describe('200 generated portfolios', () => {
  test('come back byte for byte', async () => {
    const home = temporaryFolder();
    const codes = Object.keys(OPEN_DAYS) as ShippedCode[];
    const folders: string[] = [];
    for (const [index, certification] of codes.entries())
      folders.push(
        ...(await samplesIn(join(home, certification), {
          certification,
          count: index === 0 ? 68 : 66,
          seed: index,
          completeness: [100, 60, 30][index] ?? 100,
        })),
      );
    expect(folders).toHaveLength(200);
    for (const [index, folder] of folders.entries()) {
      const { archive, portfolio } = await packPortfolio(
        { store, archives },
        {
          folder,
          extras: new Set(['preuves-privees', 'notes'] as const),
          without,
          date: '2026-11-22',
          out: join(home, `${index}.zip`),
          agent: 'acquis essai',
        },
      );
      const target = join(home, 'repris', String(index));
      const restored = await archives.restore(archive.path, target);
      expect(restored.id).toBe(portfolio.id);
      expect(await contentOf(target), folder).toEqual(await contentOf(folder));
    }
    // One reception of all of them, by the command, and a second one for nothing.
    const receive = () => runAcquis(['batch', 'restore', home, '--out', join(home, 'promo')]);
    const first = await receive();
    expect(first.status, first.stderr).toBe(0);
    expect(readdirSync(join(home, 'promo')).filter((name) => !name.startsWith('.'))).toHaveLength(200);
    const second = await receive();
    expect(second.stdout.split('\n').filter((line) => line.startsWith('skipped'))).toHaveLength(200);
  });
});

describe('400 MB of proofs', () => {
  test('are packed and taken back a piece at a time', async () => {
    const home = temporaryFolder();
    const folder = join(home, 'dossier');
    expect(
      await runAcquis(['init', folder, '--certification', 'RNCP38126', '--name', 'Ada Fictive']),
    ).toMatchObject({ status: 0 });
    mkdirSync(join(home, 'sources'));
    for (let index = 1; index <= 4; index++) {
      const source = join(home, 'sources', `film-${index}.mp4`);
      const bytes = Buffer.alloc(100_000_000);
      randomFillSync(bytes, 0, 10_000_000);
      writeFileSync(source, bytes);
      const added = await runAcquis(['evidence', 'add', folder, source, '--title', `Film ${index}`]);
      expect(added.status, added.stderr).toBe(0);
    }
    const file = join(home, 'a.zip');
    const target = join(home, 'repris');
    for (const args of [
      ['pack', folder, '--out', file],
      ['verify', file],
      ['restore', file, '--out', target],
    ]) {
      const { status, stderr } = await runAcquis(args, { env: { NODE_OPTIONS: TELL_MEMORY } });
      expect(status, stderr).toBe(0);
      expect(Number(/maxrss (\d+)/u.exec(stderr)?.[1]), args[0]).toBeLessThan(220_000);
    }
    expect(await contentOf(target)).toEqual(await contentOf(folder));
  });
});
