import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReferentials } from '../../src/storage/referential-source.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../../scripts/build-referentials.js', import.meta.url));
const shipped = fileURLToPath(new URL('../../referential', import.meta.url));

describe('the build of the référentiels', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'acquis-referentials-'));
    cpSync(shipped, join(folder, 'yaml'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const build = (...flags: string[]) => {
    const url = (name: string): string => `${pathToFileURL(join(folder, name)).href}/`;
    return run(process.execPath, [script, '--from', url('yaml'), '--to', url('json'), ...flags]);
  };
  const edit = (file: string, change: (text: string) => string): void => {
    const path = join(folder, 'yaml', file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  const failure = async (): Promise<string> => {
    const error: unknown = await build().then(
      () => undefined,
      (error: unknown) => error,
    );
    return (error as { stderr: string } | undefined)?.stderr ?? '';
  };

  it('writes what the command reads', async () => {
    await build();
    const source = openReferentials(join(folder, 'json'));
    const fiches = readdirSync(join(folder, 'yaml')).filter((name) => /^RNCP\d+\.yaml$/u.test(name));
    expect(fiches.length).toBeGreaterThan(2);
    expect((await source.list()).map(({ code }) => `${code}.yaml`)).toEqual(fiches.toSorted());
    expect((await source.find('rncp38126'))?.blocks).toHaveLength(3);
    expect(await source.find('RNCP00000')).toBeUndefined();
    expect(await source.find('../yaml/hashes')).toBeUndefined();
    expect((await source.essPortfolio()).profiles).toHaveLength(10);
    expect((await source.accompaniment()).metiers).toHaveLength(5);
  });

  it('names every text that was altered, and writes nothing', async () => {
    edit('RNCP38126.yaml', (text) => text.replace('Capitaliser les expériences', 'Capitaliser les expérience'));
    edit('RNCP41296.yaml', (text) => text.replace('certified: 40', 'certified: 41'));
    const said = await failure();
    expect(said).toContain('RNCP38126.yaml: the official text at blocks.2.competences.8.statement');
    expect(said).toContain('the hash of RNCP38126BC03-C09');
    expect(said).toContain('RNCP41296.yaml: the official text at statistics.0.certified');
    expect(readdirSync(folder)).toEqual(['yaml']);
  });

  it('refuses a file that breaks the schema', async () => {
    edit('RNCP35080.yaml', (text) => text.replace('level: 7', 'level: sept\nniveau: 7'));
    const said = await failure();
    expect(said).toMatch(/level/u);
    expect(said).toMatch(/niveau/u);
  });

  it('accepts a change that was sealed, and lets ours change freely', async () => {
    edit('RNCP35080.yaml', (text) => text.replace('short: Pilotage stratégique', 'short: Pilotage'));
    await build();
    edit('RNCP35080.yaml', (text) => text.replace('statement: Animer une équipe', 'statement: Animer une troupe'));
    expect(await failure()).toContain('RNCP35080F3-A3');
    await build('--seal');
    await build();
  });
});
