/** The report of a run over many folders, in pieces, so that ten thousand folders need no more memory than ten. */
import { posix } from 'node:path';
import type { BatchItem, ItemOutcome } from '../../app/ports/batch-run.ts';
import { words } from '../../catalogue/index.ts';
import { isAboutPrivacy, isBlocking, type Finding } from '../../domain/findings.ts';
import { countOf, sentenceOf, shortcomings } from './words.ts';
import { csvDocument, csvLines } from '../csv.ts';
import { defectLines, saidDefects } from '../error-report.ts';
import { junitDocument, type JunitCase } from '../junit-xml.ts';
import { privacyRows } from '../privacy-csv.ts';
import { receptionLines } from '../reception-text.ts';
import { PORTFOLIO_FILE } from '../../domain/folder-names.ts';
import { jsonPart } from '../json-document.ts';
import { findingDocument } from '../finding-document.ts';

export const REPORT_FORMATS = ['json', 'junit', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

type Outcomes = AsyncIterable<readonly [BatchItem, ItemOutcome | undefined]>;

const notStarted = ({ folder, certification }: BatchItem): ItemOutcome => ({
  folder: folder.shown,
  certification: certification ?? '',
  status: 'not-started',
  documents: [],
  findings: [],
  error: null,
});

const jsonItem = ({ folder, status, documents, findings, error, reception }: ItemOutcome): object => ({
  folder,
  status,
  documents,
  findings: findings.map(findingDocument),
  error: error && {
    code: error.code,
    ...sentenceOf(error),
    ...(error.details.length > 0 && { details: saidDefects(error) }),
  },
  ...(reception && { reception }),
});

const json = async function* (outcomes: Outcomes): AsyncGenerator<string> {
  yield '{\n  "version": 1,\n  "items": [';
  let before = '\n';
  for await (const [item, outcome] of outcomes) {
    const text = jsonPart(jsonItem(outcome ?? notStarted(item)));
    yield `${before}    ${text.replaceAll('\n', '\n    ')}`;
    before = ',\n';
  }
  yield before === '\n' ? ']\n}\n' : '\n  ]\n}\n';
};

/** Empty where the folder was not read: a nought would say that nothing is wrong; gaps are counted by a check alone. */
const shortcomingCounts = (outcome: ItemOutcome): readonly [errors: string, gaps: string] => {
  const wasRead = outcome.error === null && outcome.status !== 'not-started';
  return [
    wasRead ? String(countOf(outcome, 'error')) : '',
    wasRead && outcome.percent !== undefined ? String(countOf(outcome, 'gap')) : '',
  ];
};

const csv = async function* (outcomes: Outcomes): AsyncGenerator<string> {
  yield csvDocument([words.batch.csv]);
  for await (const [item, found] of outcomes) {
    const outcome = found ?? notStarted(item);
    const { message, hint } = outcome.error ? sentenceOf(outcome.error) : { message: '', hint: '' };
    const row = [
      outcome.folder,
      outcome.certification,
      words.batch.statuses[outcome.status],
      outcome.percent === undefined ? '' : String(outcome.percent),
      ...shortcomingCounts(outcome),
      outcome.documents.join(' | '),
      [...(outcome.error ? [message, ...defectLines(outcome.error)] : []), ...receptionLines(outcome)].join(
        '\n',
      ),
      hint,
    ];
    yield csvLines([row]);
  }
};

/**
 * What was found of people, a row each, the folder first. A folder without a row has nothing: one that could not be read
 * has a row that says why.
 */
const privacyCsv = async function* (outcomes: Outcomes): AsyncGenerator<string> {
  const heads = words.privacy.csv;
  yield csvDocument([[...words.batch.csv.slice(0, 1), ...heads]]);
  for await (const [item, found] of outcomes) {
    const { folder, status, findings, error } = found ?? notStarted(item);
    const { message, hint } = error ? sentenceOf(error) : { message: words.batch.statuses[status], hint: '' };
    const unread = error !== null || status === 'not-started';
    const why = new Map<string, string>([
      ['code', error?.code ?? status],
      ['message', message],
      ['remede', hint],
    ]);
    const rows = unread ? [heads.map((head) => why.get(head) ?? '')] : privacyRows(findings);
    yield csvLines(rows.map((row) => [folder, ...row]));
  }
};

/** A failing case says the first things to do: a log is read by people. */
const MOST_FINDINGS = 20;

const junitCase = (outcome: ItemOutcome): JunitCase => {
  const { folder, certification, status, documents, findings, error } = outcome;
  const blocking = findings.filter(isBlocking);
  const said = blocking.slice(0, MOST_FINDINGS).map(({ code, args }) => words.findings[code](args).message);
  const more = blocking.length - said.length;
  return {
    name: folder,
    classname: certification,
    file: posix.join(folder.replaceAll('\\', '/'), PORTFOLIO_FILE),
    ...(status === 'findings' && {
      failure: {
        type: blocking[0]?.code ?? 'below-minimum',
        message: shortcomings(outcome),
        hint: [...said, ...(more > 0 ? [words.batch.more(more)] : [])].join('\n'),
      },
    }),
    ...(error && {
      error: {
        type: error.code,
        message: [sentenceOf(error).message, ...defectLines(error)].join('\n'),
        hint: sentenceOf(error).hint,
      },
    }),
    ...(status === 'not-started' && { skipped: words.batch.statuses[status] }),
    output: [
      ...(status === 'skipped' ? [words.batch.statuses[status]] : []),
      ...documents,
      ...receptionLines(outcome),
      ...privacyOutput(findings),
    ],
  };
};

/** What was found of people and fails nothing. */
const privacyOutput = (findings: readonly Finding[]): string[] => {
  const said = findings
    .filter((found) => isAboutPrivacy(found) && !isBlocking(found))
    .map(({ code, args }) => words.findings[code](args).message);
  const more = said.length - MOST_FINDINGS;
  return [...said.slice(0, MOST_FINDINGS), ...(more > 0 ? [words.batch.more(more)] : [])];
};

const junit = async function* (outcomes: Outcomes, name: string): AsyncGenerator<string> {
  const cases: JunitCase[] = [];
  for await (const [item, outcome] of outcomes) cases.push(junitCase(outcome ?? notStarted(item)));
  yield junitDocument(name, [{ name, cases }]);
};

const chunks: Record<ReportFormat, (outcomes: Outcomes, name: string) => AsyncIterable<string>> = {
  json,
  csv,
  junit,
};

/** `name` is the command, for readers of test results; `about`: what a table has rows of. */
export const reportChunks = (
  format: ReportFormat,
  outcomes: Outcomes,
  name: string,
  about: 'folders' | 'privacy' = 'folders',
): AsyncIterable<string> =>
  about === 'privacy' && format === 'csv' ? privacyCsv(outcomes) : chunks[format](outcomes, name);
