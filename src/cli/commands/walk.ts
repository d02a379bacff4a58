import type { Command } from 'commander';
import type { Prompter } from '../../app/ports/prompter.ts';
import type { WalkTools } from '../../app/walk/session.ts';
import type { MakeFirstPdf } from '../../app/ports/walk.ts';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';
import { SIGNAL_EXITS } from '../exit-codes.ts';

interface WalkFlags {
  readonly block: readonly string[];
  readonly answers?: string;
}

export const declareWalk = (parent: Command, cli: Cli): void => {
  const { description, options, after } = words.walk;
  parent
    .command('walk')
    .alias('entretien')
    .description(description)
    .argument('[dossier]', options.folder, '.')
    .option(
      '--block <bloc>',
      options.block,
      (value: string, sofar: readonly string[]) => [...sofar, ...value.split(',').map((part) => part.trim())],
      [],
    )
    .option('--answers <fichier>', options.answers)
    .addHelpText('after', `\n${after}`)
    .action(async (folder: string, { block, answers }: WalkFlags) => {
      const prompter = await cli.prompter({ answers, flags: '--answers' });
      await runWalk(folder, block, prompter, cli);
    });
};

/** The interview on one folder with a prompter already open; closes it. */
export const runWalk = async (
  folder: string,
  typedBlocks: readonly string[],
  prompter: Prompter,
  cli: Cli,
): Promise<void> => {
  try {
    const [{ walkPortfolio }, { requireBlock }] = await Promise.all([
      import('../../app/walk/walk-portfolio.ts'),
      import('../../app/require-block.ts'),
    ]);
    const { referential } = await (await cli.store()).open(folder);
    const blocks = typedBlocks.map((typed) => requireBlock(referential, typed));
    const tools = await walkTools(blocks, prompter, cli);
    await walkPortfolio(folder, tools);
    tools.display.show({ kind: 'notice', code: 'saved', args: { folder } });
  } finally {
    prompter.close();
    if (prompter.interrupted !== undefined) cli.endWith(SIGNAL_EXITS[prompter.interrupted]);
  }
};

export const walkTools = async (
  blocks: readonly string[],
  prompter: Prompter,
  cli: Cli,
): Promise<WalkTools> => {
  const [{ createWalkDisplay }, store, referentials] = await Promise.all([
    import('../../output/walk-display.ts'),
    cli.store(),
    cli.referentials(),
  ]);
  return {
    store,
    prompter,
    display: createWalkDisplay(cli.terminal),
    blocks,
    ess: await referentials.essPortfolio(),
    today: cli.clock.today(),
    ids: cli.ids,
    makeFirstPdf: firstPdf(cli),
  };
};

const firstPdf =
  (cli: Cli): MakeFirstPdf =>
  async ({ folder }) => {
    const { exportDocuments } = await import('../../app/export-documents.ts');
    const printer = await cli.printer({});
    let reader: ReturnType<Cli['annexReader']> | undefined;
    const written: string[] = [];
    try {
      await exportDocuments(
        {
          store: await cli.store(),
          referentials: await cli.referentials(),
          renderer: await cli.renderer(),
          writer: await cli.documentWriter(),
          printer: () => Promise.resolve(printer),
          pageCounter: () => cli.pageCounter(),
          annexReader: () => (reader ??= cli.annexReader()),
          annexBinder: () => cli.annexBinder(),
        },
        {
          folder,
          documents: ['dossier-validation'],
          formats: ['pdf'],
          blocks: [],
          out: undefined,
          date: cli.clock.today(),
        },
        (event) => {
          if (event.code === 'written') written.push(cli.show(event.path));
        },
      );
      return written;
    } finally {
      // A reader left open would keep the command from ending when the person leaves.
      await Promise.all([printer.close(), (await reader)?.close()]);
    }
  };
