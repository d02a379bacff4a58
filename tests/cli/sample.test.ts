import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFECT_KINDS } from '../../src/domain/sample/defects/index.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';

describe('acquis sample', () => {
  test('makes numbered folders that the check finds complete, and names each on stdout', async () => {
    const folder = join(temporaryFolder(), 'exemples');
    const { status, stdout } = await runAcquis([
      'exemple',
      folder,
      '--certification',
      'rncp41296',
      '--count',
      '2',
    ]);
    expect(status).toBe(0);
    expect(stdout).toBe(`${folder}/exemple-0001\n${folder}/exemple-0002\n`);
    expect(readdirSync(folder).toSorted()).toEqual(['exemple-0001', 'exemple-0002']);
    const check = await runAcquis(['check', `${folder}/exemple-0002`, '--at', '2026-09-01']);
    expect(check.status).toBe(0);
  });

  test('prints a page that says it is fictional', async () => {
    const folder = join(temporaryFolder(), 'd');
    await runAcquis(['sample', folder, '--certification', 'RNCP38126', '--completeness', '40']);
    await runAcquis(['export', folder, '--document', 'portfolio', '--format', 'html', '--at', '2026-09-01']);
    expect(existsSync(join(folder, 'exports/portfolio.html'))).toBe(true);
    const again = await runAcquis(['sample', folder, '--certification', 'RNCP38126']);
    expect(again.status).toBe(2);
  });

  test('says in its help which defects there are, and refuses what it does not understand', async () => {
    const help = await runAcquis(['sample', '--help']);
    expect(DEFECT_KINDS.filter(({ name }) => !help.stdout.includes(name))).toEqual([]);
    const base = ['sample', join(temporaryFolder(), 'd'), '--certification', 'RNCP38126'];
    for (const wrong of [
      ['--seed', '-1'],
      ['--count', '0'],
      ['--completeness', '101'],
      ['--defect', 'rien'],
      ['--at', '2026'],
    ]) {
      const { status } = await runAcquis([...base, ...wrong]);
      expect(status).toBe(2);
    }
    expect((await runAcquis(['sample'])).stderr).toContain('--certification');
  });
});
