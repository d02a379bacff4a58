import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/output/wrap.ts';
import { NAMES, readYaml } from '../referential/provers.ts';
import { runAcquis } from '../support/run-acquis.ts';

const show = (code: string, ...more: string[]) => runAcquis(['referential', 'show', code, ...more]);
const squeezed = (text: string): string => text.replaceAll(/[\s◇]+/gu, '');

/** Parts of a référentiel that the text says in other words: dates and figures in French, codes of our own. */
const SAID_OTHERWISE = new Set([
  'version', 'hash', 'kind', 'also', 'route', 'open', 'inferred', 'titleOrigin', 'openToolbox', 'openFunctions',
  'registration', 'updated', 'published', 'year', 'certified', 'byVae', 'insertion6Months', 'insertionJob6Months',
  'insertionJob2Years',
]); // prettier-ignore

const texts = (value: unknown): string[] => {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (SAID_OTHERWISE.has(key) ? [] : texts(item)));
};

describe('acquis referential list', () => {
  it('says an ended registration and its successor before the title, and puts it after the others', async () => {
    const { status, stdout, stderr } = await runAcquis(['referential', 'list', '--at', '2026-11-22']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.indexOf('RNCP38126')).toBeLessThan(stdout.indexOf('RNCP35080'));
    expect(stdout.indexOf('18 novembre 2025')).toBeLessThan(stdout.indexOf('Manager d’organismes'));
    expect(stdout).toMatch(/RNCP41336/u);
    for (const name of ['RNCP41296', 'ess-portfolio', 'accompaniment']) expect(stdout).toContain(name);
  });

  it('gives the same to machines, by the French aliases too', async () => {
    const { stdout } = await runAcquis(['referentiel', 'liste', '--format', 'json', '--at', '2026-11-22']);
    const { version, date, certifications, others } = JSON.parse(stdout);
    expect([version, date]).toEqual([1, '2026-11-22']);
    expect(certifications.map(({ code, status, successor }: any) => [code, status, successor])).toEqual([
      ['RNCP38126', 'active', null],
      ['RNCP41296', 'active', null],
      ['RNCP35080', 'expired', 'RNCP41336'],
    ]);
    expect(others.map(({ code }: any) => code)).toEqual(['ess-portfolio', 'accompaniment']);
    expect(certifications[0].blocks.map(({ competences }: any) => competences)).toEqual([8, 10, 9]);
  });
});

describe('acquis referential show', () => {
  it('says before anything else that RNCP35080 has ended, with its successor', async () => {
    const { status, stdout } = await show('rncp35080', '--at', '2026-11-22');
    const opening = stdout.slice(0, stdout.indexOf('Manager d’organismes'));
    expect(status).toBe(0);
    expect(opening).toContain('18 novembre 2025');
    expect(opening).toContain('RNCP41336');
  });

  it.each([
    ['2024-01-01', 'active'],
    ['2025-01-01', 'expiring'],
    ['2026-11-22', 'expired'],
  ])('reads the registration at a given date: %s, %s', async (date, expected) => {
    const { stdout } = await show('RNCP35080', '--format', 'json', '--at', date);
    const { certification, referential } = JSON.parse(stdout);
    expect(certification).toMatchObject({
      code: 'RNCP35080',
      status: expected,
      expires: '2025-11-18',
      successor: 'RNCP41336',
    });
    expect(referential.blocks[0].competences[0].hash).toMatch(/^[0-9a-f]{64}$/u);
  });

  it.each(NAMES)('%s: everything the file holds is on the page', async (name) => {
    const { stdout } = await show(name);
    const page = squeezed(stdout);
    expect(texts(readYaml(name)).filter((text) => !page.includes(squeezed(text)))).toEqual([]);
  });

  it.each(['40', '80'])('keeps to a terminal of %s columns', async (columns) => {
    for (const name of ['RNCP38126', 'accompaniment']) {
      const { stdout } = await runAcquis(['referentiel', 'afficher', name], { env: { COLUMNS: columns } });
      const longest = Math.max(...stdout.split('\n').map(widthOf));
      expect(longest).toBeLessThanOrEqual(Number(columns));
    }
  });

  it('marks what is ours, and only that', async () => {
    const { stdout } = await show('RNCP38126');
    expect(stdout).toMatch(/^Sans marque/mu);
    expect(stdout).toMatch(/^ {2}◇ Évaluer l’utilité sociale$/mu);
    expect(stdout).toMatch(/^ {2}«\u00a0Évaluer l'utilité sociale de l'entreprise/mu);
    expect(stdout).toMatch(/Expérience \(VAE\) : oui \(◇ déduit\)/u);
  });

  it('refuses an unknown code, a path, a bad date or format with what is accepted; nothing on stdout', async () => {
    for (const [args, named] of [
      [['show', 'RNCP99999'], 'RNCP38126'],
      [['show', '../hashes'], 'RNCP41296'],
      [['show', 'RNCP38126', '--at', '2026-02-30'], '--at'],
      [['list', '--format', 'xml'], '--format'],
    ] as const) {
      const { status, stdout, stderr } = await runAcquis(['referential', ...args]);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(named);
    }
  });

  it('refuses in JSON under --format json', async () => {
    const { status, stdout } = await show('RNCP99999', '--format', 'json');
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, error: { code: 'unknown-referential' } });
  });
});
