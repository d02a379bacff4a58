import { Option, type Command } from 'commander';
import type { CohortBoard } from '../../app/ports/cohort.ts';
import { words } from '../../catalogue/index.ts';
import { BOARD_FORMATS, readBoardFlags, type BoardFormat, type CohortFlags } from '../cohort-flags.ts';
import type { Cli } from '../context.ts';
import { listedOption } from '../listed-option.ts';

export const declareCohort = (parent: Command, cli: Cli): void => {
  const { description, options, after } = words.cohort;
  parent
    .command('cohort')
    .alias('cohorte')
    .description(description)
    .argument('[dossiers...]', options.folders)
    .addOption(listedOption('--format <format>', options.format, BOARD_FORMATS))
    .option('--out <fichier>', options.out)
    .addOption(new Option('--since <date>', options.since).conflicts('compare'))
    .option('--compare <tableau.json>', options.compare)
    .option('--still <jours>', options.still)
    .option('--at <date>', options.at)
    .addHelpText('after', `\n${after}`)
    .action((folders: readonly string[], flags: CohortFlags) => runCohort(folders, flags, cli));
};

const runCohort = async (folders: readonly string[], flags: CohortFlags, cli: Cli): Promise<void> => {
  const [{ makeBoard }, { selectFolders }, { sayPassedOver }, { availableParallelism }] = await Promise.all([
    import('../../app/cohort/make-board.ts'),
    import('../../app/batch/select-folders.ts'),
    import('../../output/batch/summary.ts'),
    import('node:os'),
  ]);
  const { terminal } = cli;
  const { format, still, today, since } = readBoardFlags(flags, cli);
  const former =
    flags.compare === undefined ? undefined : await (await cli.formerBoards()).read(flags.compare);
  const { items, passedOver } = await selectFolders(await cli.finder(), {
    args: folders,
    manifest: undefined,
    shard: undefined,
    refusesOutputs: false,
  });
  sayPassedOver(passedOver, terminal);
  if (terminal.interactive) terminal.say(words.cohort.reading(items.length));
  const workers = await cli.folderWorkers({ jobs: Math.min(availableParallelism(), items.length) });
  try {
    const board = await makeBoard(workers, await cli.referentials(), {
      folders: items.map(({ folder }) => folder),
      still,
      today,
      since: former ?? since,
    });
    await deliver(await render[format](board, cli), flags.out, cli);
  } finally {
    await workers.close();
  }
};

/** To the standard output, or into a file whose path is then what the output says. */
const deliver = async (text: string, out: string | undefined, cli: Cli): Promise<void> => {
  if (out === undefined) return cli.terminal.data(text);
  const path = await import('node:path');
  const place = { folder: path.dirname(out), below: [], name: path.basename(out) };
  const written = await (await cli.documentWriter()).write(place, text);
  cli.terminal.data(`${cli.show(written.path)}\n`);
};

const render: Record<BoardFormat, (board: CohortBoard, cli: Cli) => Promise<string>> = {
  text: async (board, cli) => (await import('../../output/cohort/text.ts')).cohortText(board, cli.terminal),
  html: async (board, cli) => (await cli.boardRenderer()).renderBoard(board),
  csv: async (board) => (await import('../../output/cohort/csv.ts')).cohortTable(board),
  json: async (board) => (await import('../../output/cohort/json.ts')).cohortDocument(board),
};
