/** What the review commands do once they are parsed: flags in, or questions in a terminal; use case; report out. */
import { AcquisError } from '../app/errors.ts';
import type { Workspace } from '../app/ports/world.ts';
import { exportReviews, importReviews } from '../app/review/exchange.ts';
import { requireTarget, requireThread } from '../app/review/find.ts';
import { continueThread, openThread, type ReviewTools, type Said, type Speaker } from '../app/review/say.ts';
import { words } from '../catalogue/index.ts';
import { listThreads } from '../domain/review/listed-threads.ts';
import { REVIEW_ROLES, type ReviewRole } from '../domain/review/event.ts';
import { threadsOf } from '../domain/review/reviews.ts';
import { sayLine } from '../output/error-report.ts';
import { conflictLines, importDocument, importSummary } from '../output/review-import.ts';
import {
  notesDocument,
  notesText,
  saidDocument,
  threadsDocument,
  threadsText,
} from '../output/review-text.ts';
import { createAsker, type Asker } from './ask-missing.ts';
import type { Cli } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { oneOf } from './flags.ts';
import { longText } from './long-text.ts';
import { placedWord, requireWord } from './placed-word.ts';

export interface ReviewFlags {
  readonly format?: string;
  readonly on?: string;
  readonly text?: string;
  readonly askChange?: boolean;
  readonly author?: string;
  readonly role?: string;
  readonly open?: boolean;
  readonly out?: string;
}

const formatOf = ({ format = 'text' }: ReviewFlags): 'text' | 'json' =>
  oneOf('--format', format, ['text', 'json'], words.review.expected.format);

const roleOf = ({ role = 'conseil' }: ReviewFlags): ReviewRole =>
  oneOf('--role', role, REVIEW_ROLES, words.review.expected.role);

const toolsOf = async (cli: Cli): Promise<ReviewTools> => ({
  store: await cli.store(),
  ids: cli.ids,
  clock: cli.clock,
});

/** An empty value is no value: a script's variable that was not set. */
const given = (value: string | undefined): string | undefined => (value?.trim() === '' ? undefined : value);

const textOf = async (flags: ReviewFlags): Promise<string | undefined> =>
  flags.text === undefined ? undefined : given(await longText('--text', flags.text));

const speakerOf = async (
  role: ReviewRole,
  flags: ReviewFlags,
  { portfolio }: Workspace,
  asker: Asker,
  cli: Cli,
): Promise<Speaker> => {
  const byDefault = role === 'conseil' ? given(cli.env['ACQUIS_AUTHOR']) : portfolio.candidate.name;
  const author = given(flags.author) ?? byDefault;
  return { role, author: author ?? (await asker.line('review.author', words.review.authorFlags)) };
};

/** The thread's id for scripts on stdout, a sentence for people on stderr. */
const report = ({ event, thread }: Said, flags: ReviewFlags, cli: Cli): void => {
  cli.terminal.data(formatOf(flags) === 'json' ? saidDocument(thread.id, event) : `${thread.id}\n`);
  sayLine(`${words.review.done[event.kind]} : ${thread.about} (${thread.id})`, cli.terminal);
};

export const runAdd = async (folder: string, flags: ReviewFlags, cli: Cli): Promise<void> => {
  formatOf(flags);
  const role = roleOf(flags);
  const asker = createAsker(cli);
  try {
    const tools = await toolsOf(cli);
    const workspace = await tools.store.open(folder);
    const target =
      flags.on === undefined
        ? await asker.untilAccepted('review.on', '--on', (typed) => requireTarget(workspace, typed))
        : requireTarget(workspace, flags.on);
    const speaker = await speakerOf(role, flags, workspace, asker, cli);
    const typed = await textOf(flags);
    const text = typed ?? (await asker.text('review.text', '--text', { target: target.title }));
    // Who answers questions is asked this one too; a script says what it wants by its flags.
    const asksChange =
      flags.askChange ?? (typed === undefined && (await asker.confirm('review.ask-change', '--ask-change')));
    const kind = asksChange ? 'demande' : 'remarque';
    report(await openThread(tools, { folder, about: target.id, kind, text, speaker }), flags, cli);
  } finally {
    asker.close();
  }
};

export const runTurn = async (
  kind: 'réponse' | 'réglé' | 'rouvert',
  [first, second]: readonly [string | undefined, string | undefined],
  flags: ReviewFlags,
  cli: Cli,
): Promise<void> => {
  formatOf(flags);
  const role = roleOf(flags);
  const asker = createAsker(cli);
  try {
    // A folder alone lets the question name the thread.
    const { folder, word: named } = await placedWord(first, second);
    const tools = await toolsOf(cli);
    const workspace = await tools.store.open(folder);
    const thread = requireThread(
      workspace,
      named ??
        (await asker.choose('review.thread', words.review.arguments.missing, choicesFor(kind, workspace))),
    );
    const speaker = await speakerOf(role, flags, workspace, asker, cli);
    const typed = await textOf(flags);
    // Settling speaks for itself; an answer without a word would not.
    const text =
      typed ??
      (kind === 'réglé' ? undefined : await asker.text('review.text', '--text', { target: thread.about }));
    report(await continueThread(tools, { folder, thread: thread.id, kind, text, speaker }), flags, cli);
  } finally {
    asker.close();
  }
};

const choicesFor = (kind: 'réponse' | 'réglé' | 'rouvert', { portfolio }: Workspace) =>
  threadsOf(portfolio.reviews)
    .filter(({ state }) => (kind === 'rouvert') === (state === 'settled') || state === 'crossed')
    .map(({ id, about, events }) => ({
      value: id,
      label: `${about} ${(events[0]?.text ?? '').split('\n')[0]}`,
    }));

export const runList = async (folder: string, flags: ReviewFlags, cli: Cli): Promise<void> => {
  const format = formatOf(flags);
  const workspace = await (await cli.store()).open(folder);
  const threads = listThreads(workspace, { onlyOpen: flags.open === true });
  const { width, style } = cli.terminal;
  cli.terminal.data(
    format === 'json'
      ? threadsDocument(workspace.portfolio.id, threads)
      : threadsText(threads, width, style.data.bold),
  );
  if (threads.length === 0)
    sayLine(flags.open === true ? words.review.noneOpen : words.review.none, cli.terminal);
};

export const runExport = async (folder: string, { out }: ReviewFlags, cli: Cli): Promise<void> => {
  if (out === '') throw new AcquisError('usage', 'empty-argument');
  const [files, file] = [await cli.reviewFiles(), await exportReviews(await cli.store(), folder)];
  if (out === undefined || out === '-') {
    cli.terminal.data(files.textOf(file));
    return;
  }
  const path = await files.write(out, file);
  cli.terminal.data(`${path}\n`);
  sayLine(words.review.exported(path, threadsOf(file.reviews).length), cli.terminal);
};

export const runImport = async (
  first: string,
  second: string | undefined,
  flags: ReviewFlags,
  cli: Cli,
): Promise<void> => {
  const format = formatOf(flags);
  const { folder, word: path } = await requireWord(first, second, 'reviews');
  const store = await cli.store();
  const received = await (await cli.reviewFiles()).read(path);
  const imported = await importReviews(store, folder, { name: path, received });
  if (format === 'json') cli.terminal.data(importDocument(imported));
  else for (const { id } of imported.added) cli.terminal.data(`${id}\n`);
  sayLine(importSummary(imported), cli.terminal);
  for (const line of conflictLines(imported)) sayLine(line, cli.terminal);
  // Like findings: everything was taken over, and something is left for people to decide.
  cli.endWith(imported.conflicts.length > 0 ? EXIT.findings : EXIT.done);
};

export const runNote = async (folder: string, flags: ReviewFlags, cli: Cli): Promise<void> => {
  const format = formatOf(flags);
  const workspace = await (await cli.store()).open(folder);
  const { id } = workspace.portfolio;
  const notes = await cli.privateNotes();
  if (flags.text !== undefined) {
    const { id: about } = requireTarget(workspace, flags.on ?? 'dossier');
    const text = await textOf(flags);
    if (text === undefined)
      throw new AcquisError('usage', 'bad-flag', { flag: '--text', value: '', expected: 'empty' });
    await notes.add(id, { about, date: cli.clock.today(), text });
    sayLine(words.review.noteKept(notes.pathOf(id)), cli.terminal);
    return;
  }
  const kept = await notes.list(id);
  const only = flags.on === undefined ? undefined : requireTarget(workspace, flags.on).id;
  const shown = kept.filter(({ about }) => only === undefined || about === only);
  cli.terminal.data(format === 'json' ? notesDocument(shown) : notesText(shown, cli.terminal.width));
  sayLine(shown.length === 0 ? words.review.noNotes : words.review.notesIn(notes.pathOf(id)), cli.terminal);
};
