/** What the commands of forms do once they are parsed: flags in, use case, differences and paths out. */
import { AcquisError } from '../app/errors.ts';
import { WORKSHEET_FORMATS } from '../app/ports/worksheet.ts';
import { makeWorksheets } from '../app/worksheet/make-worksheets.ts';
import type { WorksheetPorts } from '../app/worksheet/subject.ts';
import { readForm, type ReadForm } from '../app/worksheet/read-form.ts';
import { saveForm } from '../app/worksheet/save-form.ts';
import { words } from '../catalogue/index.ts';
import { WRITTEN_DOCUMENTS } from '../domain/document-settings.ts';
import type { WorksheetSubject } from '../domain/worksheet/worksheet.ts';
import { sayLine } from '../output/error-report.ts';
import { worksheetDifferences } from '../output/worksheet-differences.ts';
import { parseTypedPeriod } from '../prompts/typed-dates.ts';
import type { Cli } from './context.ts';
import { oneOf } from './flags.ts';
import { requireWord } from './placed-word.ts';
import { decide, type DecisionFlags } from './worksheet-decisions.ts';

type Kind = WorksheetSubject['kind'];

export interface WorksheetFlags {
  readonly activity?: readonly string[];
  readonly document?: readonly string[];
  readonly format: string;
  readonly out?: string;
}

export interface ImportFlags extends DecisionFlags {
  readonly activity?: string;
  readonly document?: string;
  readonly dryRun?: boolean;
}

const portsOf = async (cli: Cli): Promise<WorksheetPorts> => ({
  store: await cli.store(),
  ...(await cli.worksheets()),
});

const documentSubject = (value: string): WorksheetSubject => ({
  kind: 'document',
  id: oneOf('--document', value, WRITTEN_DOCUMENTS, WRITTEN_DOCUMENTS.join(', ')),
});

const subjectNamed = (kind: Kind, { activity, document }: ImportFlags): WorksheetSubject | undefined => {
  if (kind === 'activity') return activity === undefined ? undefined : { kind, id: activity };
  return document === undefined ? undefined : documentSubject(document);
};

/** Paths on stdout, one a line. */
export const runWorksheet = async (
  kind: Kind,
  folder: string,
  flags: WorksheetFlags,
  cli: Cli,
): Promise<void> => {
  const format = oneOf('--format', flags.format, WORKSHEET_FORMATS, words.worksheet.expected.format);
  const named = flags[kind] ?? [];
  const asked: readonly WorksheetSubject[] = named.map((id) =>
    kind === 'document' ? documentSubject(id) : { kind, id },
  );
  if (kind === 'document' && asked.length === 0)
    throw new AcquisError('usage', 'missing-flag', { flags: '--document' });
  const written = makeWorksheets(
    { ...(await portsOf(cli)), writer: await cli.documentWriter() },
    { folder, out: flags.out, format, nameOf: (subject) => words.worksheet.fileName(subject, format) },
    ({ portfolio }) =>
      asked.length > 0 ? asked : portfolio.activities.map(({ id }) => ({ kind: 'activity', id })),
  );
  let count = 0;
  for await (const path of written) {
    count += 1;
    cli.terminal.data(`${cli.show(path)}\n`);
  }
  sayLine(count === 0 ? words.editing.collections.activities.none : words.worksheet.next(kind), cli.terminal);
};

const isIdle = ({ comparisons, unrecognised }: ReadForm): boolean =>
  unrecognised.length === 0 &&
  comparisons.every(({ standing }) => standing !== 'changed' && standing !== 'conflict');

/** `import FICHE` in the current folder, `import mon-dossier FICHE` in another. */
export const runImport = async (
  kind: Kind,
  first: string,
  second: string | undefined,
  flags: ImportFlags,
  cli: Cli,
): Promise<void> => {
  const { folder, word: file } = await requireWord(first, second, 'worksheet');
  const ports = await portsOf(cli);
  const subject = subjectNamed(kind, flags);
  const form = await readForm(ports, { folder, file, kind, subject, flag: `--${kind}` });
  cli.terminal.data(worksheetDifferences(form, cli.terminal));
  if (isIdle(form)) return sayLine(words.worksheet.nothing, cli.terminal);
  if (flags.dryRun === true) return sayLine(words.worksheet.notSaved, cli.terminal);
  const decisions = await decide(form, flags, cli);
  if (decisions === undefined) return sayLine(words.worksheet.notSaved, cli.terminal);
  const taken = await saveForm(form, file, decisions, {
    store: ports.store,
    readPeriod: parseTypedPeriod,
    labelOf: (field) => words.worksheet.label(field, kind),
  });
  if (decisions.rest?.to === 'leave') sayLine(words.worksheet.restLeft, cli.terminal);
  const isKept = decisions.rest !== undefined && decisions.rest.to !== 'leave';
  sayLine(
    taken.length === 0 && !isKept ? words.worksheet.nothing : words.worksheet.saved(taken.length, isKept),
    cli.terminal,
  );
};
