import { resolve } from 'node:path';
import type { Choice, Prompter } from '../../app/ports/prompter.ts';
import type { WalkDisplay } from '../../app/ports/walk.ts';
import { AcquisError, Cancelled } from '../../app/errors.ts';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';
import { EXIT, SIGNAL_EXITS } from '../exit-codes.ts';

type Run = (argv: readonly string[]) => Promise<void>;

/** Bare `acquis` in a terminal: what a person may want, by name; each choice is a command that exists. */
export const runMenu = async (cli: Cli, run: Run): Promise<void> => {
  const prompter = await cli.prompter({ flags: '--help' });
  const { createWalkDisplay } = await import('../../output/walk-display.ts');
  const display = createWalkDisplay(cli.terminal);
  try {
    const known = await chooseKnown(cli, prompter);
    if (known === 'quit') {
      cli.endWith(EXIT.done);
      return;
    }
    let folder = known?.folder;
    for (;;) {
      const action = await chooseAction(prompter, folder, await reviewChoice(folder, cli));
      if (action === undefined) break;
      if (action === 'open') folder = (await askFolder(cli, prompter, display)) ?? folder;
      const made = action === 'create' ? await createOrNot(cli, prompter, display) : undefined;
      folder = made ?? folder;
      if (folder !== undefined && (made !== undefined || action === 'continue')) {
        const { runWalk } = await import('./walk.ts');
        await runWalk(folder, [], prompter, cli);
        return;
      }
      if (folder !== undefined && action === 'answer') {
        if ((await answerReviews(folder, prompter, cli)) === 'quit') break;
      }
      if (folder !== undefined && action === 'reviews')
        await runCommand(run, ['review', 'list', folder], prompter, cli);
      if (folder !== undefined && (action === 'check' || action === 'export'))
        await runCommand(run, [action, folder], prompter, cli);
    }
    cli.endWith(EXIT.done);
  } finally {
    prompter.close();
    if (prompter.interrupted !== undefined) cli.endWith(SIGNAL_EXITS[prompter.interrupted]);
  }
};

/** The terminal is given back while a command runs; its failure is told and the menu comes back. */
const runCommand = async (run: Run, argv: readonly string[], prompter: Prompter, cli: Cli): Promise<void> => {
  prompter.close();
  try {
    await run(argv);
  } catch (error) {
    if (!(error instanceof AcquisError)) throw error;
    (await import('../../output/error-report.ts')).sayError(error, cli.terminal);
  }
};

/** The portfolio to start with, if any; `quit` when the person leaves at that question. */
const chooseKnown = async (
  cli: Cli,
  prompter: Prompter,
): Promise<{ readonly folder: string } | undefined | 'quit'> => {
  const found = await cli.findPortfolios();
  const [first] = found;
  if (first === undefined) return undefined;
  if (found.length < 2 || first === '.') return { folder: first };
  const reply = await prompter.choose({
    key: 'menu.portfolio',
    ways: ['skip'],
    choices: found.map((path) => ({ value: path, label: path })),
  });
  if (reply.kind === 'quit') return 'quit';
  return reply.kind === 'answer' ? { folder: reply.value } : undefined;
};

const named = (...values: readonly string[]): readonly Choice[] => values.map((value) => ({ value }));

const chooseAction = async (
  prompter: Prompter,
  folder: string | undefined,
  reviews: readonly Choice[],
): Promise<string | undefined> => {
  const choices =
    folder === undefined
      ? named('create', 'open')
      : [...named('continue'), ...reviews, ...named('check', 'export', 'open', 'create')];
  const reply = await prompter.choose({
    key: 'menu.action',
    args: { folder: folder ?? '' },
    ways: [],
    choices,
  });
  return reply.kind === 'answer' ? reply.value : undefined;
};

/** What the advisor wrote, where something was written: to be answered, or to be read again. */
const reviewChoice = async (folder: string | undefined, cli: Cli): Promise<readonly Choice[]> => {
  if (folder === undefined) return [];
  try {
    // What is wrong with the folder is said by the command that is chosen.
    const { portfolio } = await (await cli.store({ tellsCut: false })).open(folder);
    const { waitingThreads } = await import('../../domain/review/listed-threads.ts');
    const waiting = waitingThreads(portfolio).length;
    if (waiting > 0) return [{ value: 'answer', label: words.review.waiting(waiting) }];
    return portfolio.reviews.length > 0 ? [{ value: 'reviews' }] : [];
  } catch (error) {
    if (!(error instanceof AcquisError)) throw error;
    return [];
  }
};

const answerReviews = async (folder: string, prompter: Prompter, cli: Cli): Promise<'next' | 'quit'> => {
  const [{ walkReviews }, { WalkSession }, { walkTools }] = await Promise.all([
    import('../../app/walk/threads.ts'),
    import('../../app/walk/session.ts'),
    import('./walk.ts'),
  ]);
  const tools = await walkTools([], prompter, cli);
  try {
    const session = new WalkSession(tools, await tools.store.open(folder));
    if ((await walkReviews(session)) !== 'quit') return 'next';
    tools.display.show({ kind: 'notice', code: 'saved', args: { folder } });
    return 'quit';
  } catch (error) {
    if (!(error instanceof AcquisError)) throw error;
    tools.display.show({ kind: 'failure', error });
    return 'next';
  }
};

const askFolder = async (cli: Cli, prompter: Prompter, display: WalkDisplay): Promise<string | undefined> => {
  for (;;) {
    const reply = await prompter.path({ key: 'menu.folder' });
    if (reply.kind !== 'answer' || reply.leaving !== undefined) return undefined;
    try {
      await (await cli.store()).open(reply.value);
      return reply.value;
    } catch (error) {
      if (!(error instanceof AcquisError)) throw error;
      display.show({ kind: 'failure', error });
    }
  }
};

/** The folder made, or undefined when the person thought better of it. */
const createOrNot = async (
  cli: Cli,
  prompter: Prompter,
  display: WalkDisplay,
): Promise<string | undefined> => {
  const { createInTerminal } = await import('../guided-creation.ts');
  try {
    const { folder } = await createInTerminal(cli, prompter, {});
    // Whole: whoever started in any folder will look for this one with the mouse.
    display.show({ kind: 'notice', code: 'created', args: { folder: resolve(folder) } });
    return folder;
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    throw error;
  }
};
