import {
  Command,
  Help,
  type AddHelpTextContext,
  type AddHelpTextPosition,
  type Argument,
  type Option,
} from 'commander';
import { packageVersion } from '../assets.ts';
import { bindSigns, unbindSigns } from '../catalogue/fr/line-breaks.ts';
import { words } from '../catalogue/index.ts';
import { COMMANDS } from './command-list.ts';
import type { Cli } from './context.ts';

/** Where no terminal says its own. */
const HELP_WIDTH = 80;
/** Narrower than this, a column of descriptions has words cut or a line each: they stand below instead. */
const LEAST_COLUMN = 30;

class FrenchHelp extends Help {
  override minWidthToWrap = 10;
  override styleUsage(usage: string): string {
    const title = `${this.styleTitle('Usage:')} `.length;
    return this.boxWrap(usage, (this.helpWidth ?? HELP_WIDTH) - title).replaceAll('\n', '\n  ');
  }
  override boxWrap(text: string, width: number): string {
    return unbindSigns(super.boxWrap(bindSigns(text), width));
  }
  override formatItem(term: string, termWidth: number, description: string, helper: Help): string {
    const width = this.helpWidth ?? HELP_WIDTH;
    if (width - termWidth >= LEAST_COLUMN) return super.formatItem(term, termWidth, description, helper);
    const lines = [
      `  ${this.boxWrap(term, width - 4).replaceAll('\n', '\n    ')}`,
      ...(description === '' ? [] : [this.boxWrap(description, width - 6).replaceAll(/^/gmu, '      ')]),
    ];
    return lines.join('\n');
  }
  override styleTitle(title: string): string {
    return words.program.titles[title] ?? title;
  }
  override commandUsage(command: Command): string {
    return super.commandUsage(command).replace('[command]', '[commande]');
  }
  // That a command has options is said by its own help; in the list of all of them its arguments too.
  override subcommandTerm(command: Command): string {
    const term = super.subcommandTerm(command).replace(' [options]', '');
    return command.parent?.parent === null ? (term.split(' ')[0] ?? term) : term;
  }
  // Our descriptions say the default themselves, in French.
  override optionDescription({ description }: Option): string {
    return description;
  }
  override argumentDescription({ description }: Argument): string {
    return description;
  }
}

/** Commander passes its settings down to subcommands made with `command()`; help is created per command. */
class AcquisCommand extends Command {
  override createCommand(name?: string): AcquisCommand {
    return new AcquisCommand(name);
  }
  override createHelp(): Help {
    return Object.assign(new FrenchHelp(), this.configureHelp());
  }
  /** Commander leaves such a text as it is, and terminals then cut its words. */
  override addHelpText(
    position: AddHelpTextPosition,
    text: string | ((context: AddHelpTextContext) => string),
  ): this {
    return super.addHelpText(position, (context: AddHelpTextContext) => {
      const output = this.configureOutput();
      const width = (context.error ? output.getErrHelpWidth?.() : output.getOutHelpWidth?.()) ?? HELP_WIDTH;
      return new FrenchHelp().boxWrap(typeof text === 'string' ? text : text(context), width);
    });
  }
}

/** The commands a command line can mean: one, where it names one; all of them for help, completion and a mistyped word. */
const commandsNamedIn = (argv: readonly string[]): typeof COMMANDS => {
  const word = argv.find((arg) => !arg.startsWith('-')) ?? '';
  const named = COMMANDS.filter(({ names }) => names.includes(word));
  return named.length > 0 && !named.some(({ needsAll }) => needsAll) ? named : COMMANDS;
};

/** The tree of commands for one command line: options and help here, work in `commands/` and behind it. */
export const buildProgram = async (cli: Cli, argv: readonly string[]): Promise<Command> => {
  const program: Command = new AcquisCommand('acquis');
  program
    .description(words.program.description)
    .version(packageVersion(), '-V, --version', words.program.version)
    .option('--color', words.program.color)
    .option('--no-color', words.program.noColor)
    .helpOption('-h, --help', words.program.help)
    .commandsGroup(words.program.groups.around)
    .helpCommand('help [commande]', words.program.helpCommand)
    .addHelpText('after', `\n${words.program.after}`)
    .configureOutput({
      // Refusals are said in French by main, from the error's code.
      outputError: () => undefined,
    })
    .exitOverride();
  const named = commandsNamedIn(argv);
  for (const [index, declare] of (await Promise.all(named.map(({ load }) => load()))).entries()) {
    program.commandsGroup(words.program.groups[named[index]?.group ?? 'around']);
    declare(program, cli);
  }
  // Commands of commands would take over the heading under which ours stands.
  for (const command of program.commands)
    if (command.commands.length > 0) command.helpCommand('help [commande]', words.program.helpCommand);
  return program;
};
