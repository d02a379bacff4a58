import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAcquis } from '../support/run-acquis.ts';
import { storyFolder } from '../support/stories.ts';
import { storyVariant, temporaryFolder } from '../support/story-variant.ts';

const DAY = '2026-11-22';

interface Competence {
  readonly id: string;
  readonly grade: string;
  readonly fragile: boolean;
}
interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly path: string;
  readonly message: string;
  readonly args: Readonly<Record<string, unknown>>;
}
interface Check {
  readonly summary: Readonly<Record<string, number | boolean>>;
  readonly blocks: readonly { code: string; state: string; juryDate?: string; competences: Competence[] }[];
  readonly findings: readonly Finding[];
}

const check = async (folder: string): Promise<{ status: number | null; report: Check }> => {
  const { status, stdout, stderr } = await runAcquis(['check', folder, '--at', DAY, '--format', 'json']);
  expect(stderr).toBe('');
  return { status, report: JSON.parse(stdout) };
};

const statesOf = ({ blocks }: Check): string[] =>
  blocks.map(({ code, state }) => `${code.slice(-4)} ${state}`);
const gradedIds = ({ blocks }: Check, grade: string): string[] =>
  blocks.flatMap(({ competences }) => competences.filter((one) => one.grade === grade).map(({ id }) => id));
const fragileIds = ({ blocks }: Check): string[] =>
  blocks.flatMap(({ competences }) => competences.filter(({ fragile }) => fragile).map(({ id }) => id));
const places = ({ findings }: Check, code: string): string[] =>
  findings.filter((finding) => finding.code === code).map(({ path }) => path);

describe('story A', () => {
  it('is 24 of 27 supported, complete in BC01 alone, and every planted defect is found', async () => {
    const { status, report } = await check(storyFolder('recit-a-rncp38126'));
    expect(status).toBe(1);
    expect(report.summary).toMatchObject({
      competences: 27,
      cited: 25,
      supported: 24,
      fragile: 0,
      percent: 88,
    });
    expect(report.summary).toMatchObject({ analysed: 14, complete: false });
    expect(statesOf(report)).toEqual(['BC01 complete', 'BC02 partial', 'BC03 partial']);
    expect(gradedIds(report, 'absent')).toEqual(['RNCP38126BC02-C04', 'RNCP38126BC03-C09']);
    expect(gradedIds(report, 'cited')).toEqual(['RNCP38126BC02-C02']);
    expect(places(report, 'competence-absent')).toHaveLength(2);
    expect(places(report, 'competence-unsupported')).toHaveLength(1);
    expect(places(report, 'evidence-orphan')).toEqual(['evidence.P19']);
    expect(places(report, 'evidence-to-anonymise')).toEqual(['evidence.P02', 'evidence.P12']);
    expect(places(report, 'activity-we')).toEqual(['activities.A5']);
    expect(report.findings.find(({ code }) => code === 'activity-we')?.args).toMatchObject({ count: 4 });
    expect(places(report, 'experience-without-activity')).toEqual(['experiences.X1', 'experiences.X2']);
    expect(places(report, 'experience-without-proof')).toEqual(['experiences.X1']);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('loses one competence with the link of P05', async () => {
    const folder = storyVariant('recit-a-rncp38126', {
      [`    shows:
      - competence: RNCP38126BC01-C05
        what: "vingt-deux actions, chacune avec un responsable et une échéance"
`]: '',
    });
    const { status, report } = await check(folder);
    expect([status, report.summary['supported'], report.summary['cited']]).toEqual([1, 23, 25]);
    expect(statesOf(report)[0]).toBe('BC01 partial');
  });

  it('says the counts in words, and never that a competence is « validée »', async () => {
    const { status, stdout } = await runAcquis(['check', storyFolder('recit-a-rncp38126'), '--at', DAY]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/24 sur 27 étayées/u);
    expect(stdout).not.toMatch(/validée?s?\b/iu);
  });
});

describe('story B', () => {
  it('is 26 of 27 supported, two of them fragile, one piece undated', async () => {
    const { status, report } = await check(storyFolder('recit-b-rncp41296'));
    expect(status).toBe(1);
    expect(report.summary).toMatchObject({
      competences: 27,
      cited: 26,
      supported: 26,
      fragile: 2,
      percent: 96,
    });
    expect(gradedIds(report, 'absent')).toEqual(['RNCP41296BC01-C06']);
    expect(fragileIds(report)).toEqual(['RNCP41296BC03-C10', 'RNCP41296BC04-C04']);
    expect(places(report, 'evidence-undated')).toEqual(['evidence.Q14']);
    expect(places(report, 'evidence-to-anonymise')).toEqual(['evidence.Q06', 'evidence.Q16', 'evidence.Q18']);
    expect(places(report, 'experience-without-activity')).toEqual(['experiences.Y1']);
    expect(statesOf(report)).toEqual(['BC01 partial', 'BC02 complete', 'BC03 complete', 'BC04 complete']);
  });

  it('misses nothing when it aims at BC02, BC03 and BC04', async () => {
    const folder = storyVariant('recit-b-rncp41296', {
      'stage: validation\n': 'stage: validation\ntarget:\n  blocks: [BC02, BC03, BC04]\n',
    });
    const { status, report } = await check(folder);
    expect(status).toBe(0);
    expect(report.summary).toMatchObject({
      competences: 21,
      cited: 21,
      supported: 21,
      percent: 100,
      complete: true,
    });
    expect(statesOf(report)[0]).toBe('BC01 not-targeted');
  });

  it('asks nothing of a block already acquired, and shows its jury date', async () => {
    const folder = storyVariant('recit-b-rncp41296', {
      'stage: validation\n':
        'stage: validation\ntarget:\n  acquired:\n    - block: RNCP41296BC02\n      juryDate: 2026-06-12\n',
    });
    const { report } = await check(folder);
    expect(report.summary).toMatchObject({ competences: 21, supported: 20 });
    expect(report.blocks[1]).toMatchObject({ state: 'acquired', juryDate: '2026-06-12' });
    expect(report.findings.filter(({ path }) => path.includes('BC02-C'))).toEqual([]);
    const { stdout } = await runAcquis(['check', folder, '--at', DAY]);
    expect(stdout).toMatch(/12 juin 2026/u);
  });
});

describe('RNCP35080, whose registration ended on 2025-11-18', () => {
  const lapsed = (eligible: string): string => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'portfolio.yaml'),
      [
        'version: 1',
        'id: recit-a-caduc',
        'certification: RNCP35080',
        `dates:\n  eligible: ${eligible}`,
        'candidate:\n  name: Noémie Valtreuil\n  fictional: oui\n',
      ].join('\n'),
    );
    return folder;
  };

  it('lets a candidate finish who was eligible in time, with the warning first', async () => {
    const { status, stdout } = await runAcquis(['check', lapsed('2025-03-03'), '--at', DAY]);
    expect(status).toBe(1);
    expect(stdout.trimStart().split('\n').slice(0, 4).join(' ')).toMatch(/18 novembre 2025.*RNCP41336/su);
    const { report } = await check(lapsed('2025-03-03'));
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('refuses a candidate who became eligible too late, and names the successor', async () => {
    const folder = lapsed('2026-03-03');
    const { status, report } = await check(folder);
    expect(status).toBe(1);
    expect(
      report.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)[0],
    ).toMatch(/RNCP35080/u);
    const exported = await runAcquis([
      'export',
      folder,
      '--document',
      'portfolio',
      '--format',
      'html',
      '--at',
      DAY,
    ]);
    expect(exported.status).toBe(2);
    expect(exported.stderr).toMatch(/RNCP41336/u);
  });
});
