import { describe, expect, test } from 'vitest';
import type { BatchItem, ItemOutcome } from '../../../src/app/ports/batch-run.ts';
import { finding } from '../../../src/domain/findings.ts';
import { reportChunks, type ReportFormat } from '../../../src/output/batch/report.ts';
import { outcomeLine } from '../../../src/output/batch/words.ts';
import { batchItems, doneOutcome } from '../../support/batch-items.ts';
import { gather } from '../../support/gather.ts';
import { elementsNamed, readXml } from '../../support/read-xml.ts';

const HOSTILE = '=cmd|"x"!A1 \u0000\u001b[2J\u202e]]> <b>&amp;\ud800 😀\t\n"';

const [done, findings, failed, bug, waiting] = batchItems('ada', 'zoé', HOSTILE, 'bob', 'eve') as [
  BatchItem, BatchItem, BatchItem, BatchItem, BatchItem,
]; // prettier-ignore

const outcomes: readonly (readonly [BatchItem, ItemOutcome | undefined])[] = [
  [done, doneOutcome(done, { documents: ['s/ada/portfolio.pdf', 's/ada/travail/memoire-plan.pdf'] })],
  [
    findings,
    doneOutcome(findings, {
      status: 'findings',
      documents: [],
      percent: 88,
      findings: [
        finding('competence-absent', 'competences.X', { id: 'X' }),
        finding('evidence-undated', 'evidence.P1', { id: 'P1', title: HOSTILE }),
      ],
    }),
  ],
  [
    failed,
    doneOutcome(failed, {
      status: 'failed',
      documents: [],
      error: {
        code: 'invalid-portfolio',
        args: { file: HOSTILE, count: 1 },
        details: [{ file: 'portfolio.yaml', line: 3, path: 'stage', code: 'invalid', found: HOSTILE }],
      },
    }),
  ],
  [
    bug,
    doneOutcome(bug, {
      status: 'failed',
      documents: [],
      error: { code: 'bug', args: { detail: 'x is undefined' }, details: [] },
    }),
  ],
  [waiting, undefined],
];

const report = async (format: ReportFormat, of = outcomes): Promise<string> => {
  const source = async function* (): AsyncGenerator<(typeof of)[number]> {
    yield* of;
  };
  return (await gather(reportChunks(format, source(), 'acquis batch check'))).join('');
};

describe('the report of a run', () => {
  test('is one JSON document, every folder in it', async () => {
    const { version, items } = JSON.parse(await report('json')) as {
      version: number;
      items: Record<string, unknown>[];
    };
    expect(version).toBe(1);
    for (const item of items)
      expect(Object.keys(item)).toEqual(['folder', 'status', 'documents', 'findings', 'error']);
    expect(items).toMatchObject([
      {
        folder: 'ada',
        status: 'done',
        documents: ['s/ada/portfolio.pdf', 's/ada/travail/memoire-plan.pdf'],
        error: null,
      },
      {
        folder: 'zoé',
        status: 'findings',
        findings: [
          { code: 'competence-absent', severity: 'gap', path: 'competences.X', args: { id: 'X' } },
          {},
        ],
      },
      {
        folder: HOSTILE,
        status: 'failed',
        error: { code: 'invalid-portfolio', details: [{ line: 3, code: 'invalid' }] },
      },
      { folder: 'bob', status: 'failed', error: { code: 'bug' } },
      { folder: 'eve', status: 'not-started', error: null },
    ]);
    expect(JSON.parse(await report('json', []))).toEqual({ version: 1, items: [] });
  });

  test('is JUnit that a strict reader takes, whatever the names', async () => {
    const root = readXml(await report('junit'));
    const cases = elementsNamed('testcase', root);
    expect(cases.map(({ children }) => children.map(({ name }) => name))).toEqual([
      ['system-out'],
      ['failure'],
      ['error'],
      ['error'],
      ['skipped'],
    ]);
    expect(root.attributes).toMatchObject({
      name: 'acquis batch check',
      tests: '5',
      failures: '1',
      errors: '2',
    });
    expect(cases[1]?.attributes).toEqual({ name: 'zoé', classname: 'ESSAI1', file: 'zoé/portfolio.yaml' });
    expect(cases[1]?.children[0]?.attributes).toEqual({ type: 'competence-absent', message: '1 manque' });
    expect(cases[2]?.attributes['name']).toContain('😀');
  });

  test('is CSV with no formula and no line of a folder’s making', async () => {
    const text = await report('csv');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
    expect(text.slice(1)).not.toMatch(/[\u0000-\u0008\u001b\u202e]/u);
    expect(text).toContain('\r\nzoé;ESSAI1;à compléter;88;0;1;;;\r\n');
    expect(text).toMatch(/\r\n"'=cmd/u);
    expect(text).toContain('\r\neve;;non commencé;;;;;;\r\n');
  });
});

test('a line of data has its fields, whatever the names', () => {
  expect(outcomeLine(doneOutcome(done))).toBe('done\tada\tada/exports/portfolio.pdf\n');
  const line = outcomeLine(doneOutcome(failed, { documents: [], percent: 7 }));
  expect(line.split('\t')).toHaveLength(3);
  expect(line.split('\n')).toHaveLength(2);
  expect(line).toContain('\\u{1b}[2J');
});

test('as test results, what was found of people is printed where it fails nothing, and fails the folder where it does', async () => {
  const found = (code: 'privacy-text' | 'privacy-text-exposed', value: string) =>
    finding(code, 'activities.A1.means', { kind: 'phone', value, where: 'activities.A1', field: 'means', line: 1, column: 1 }); // prettier-ignore
  const text = await report('junit', [
    [done, doneOutcome(done, { findings: [found('privacy-text', '06 12')], percent: 90, personal: 1 })],
    [findings, doneOutcome(findings, { status: 'findings', findings: [found('privacy-text-exposed', '1 85')], percent: 90, personal: 1 })],
  ]); // prettier-ignore
  const [printed, failed] = elementsNamed('testcase', readXml(text)).map((one) => JSON.stringify(one));
  expect(printed).toContain('06 12');
  expect(printed).not.toContain('failure');
  expect(failed).toMatch(/privacy-text-exposed[^]*1 85/u);
});
