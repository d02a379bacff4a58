import { basename } from 'node:path';
import { Argument, type Command } from 'commander';
import { AcquisError } from '../../app/errors.ts';
import { words } from '../../catalogue/index.ts';
import { SHELLS, type Shell } from '../completion/shells.ts';
import type { Cli } from '../context.ts';

export const declareCompletion = (parent: Command, cli: Cli): void => {
  const { description, shell, after } = words.completion;
  parent
    .command('completion')
    .alias('complétion')
    .description(description)
    .addArgument(Object.assign(new Argument('[shell]', shell), { argChoices: [...SHELLS] }))
    .addHelpText('after', `\n${after}`)
    .action((named: string | undefined) => runCompletion(named, parent, cli));
};

const runCompletion = async (named: string | undefined, program: Command, cli: Cli): Promise<void> => {
  const [{ oneOf }, { completionScript }] = await Promise.all([
    import('../flags.ts'),
    import('../completion/scripts.ts'),
  ]);
  const shell =
    named === undefined
      ? shellOf(cli.env)
      : oneOf(words.completion.argument, named, SHELLS, words.completion.expected);
  cli.terminal.data(completionScript(shell, program));
};

/** The shell that the system starts for this person. */
const shellOf = ({ SHELL = '' }: NodeJS.ProcessEnv): Shell => {
  const own = SHELLS.find((name) => name === basename(SHELL));
  if (own === undefined) throw new AcquisError('usage', 'unknown-shell', { shell: SHELL });
  return own;
};
