import { Command, Help, type Argument, type Option } from 'commander';
import { words } from '../catalogue/index.ts';
import { declareCheck } from './commands/check.ts';
import { declareInit } from './commands/init.ts';
import { declareReferential } from './commands/referential.ts';
import { declareEntities } from './commands/entities.ts';
import { declareExport } from './commands/export.ts';
import { declareSchema } from './commands/schema.ts';
import { declareWalk } from './commands/walk.ts';
import type { Cli } from './context.ts';

class FrenchHelp extends Help {
  override styleTitle(title: string): string {
    return words.program.titles[title] ?? title;
  }
  override commandUsage(command: Command): string {
    return super.commandUsage(command).replace('[command]', '[commande]');
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
}

/** The tree of commands: options and help here, work in `commands/` and behind it. */
export const buildProgram = (cli: Cli): Command => {
  const program: Command = new AcquisCommand('acquis');
  program
    .description(words.program.description)
    .option('-V, --version', words.program.version)
    .option('--color', words.program.color)
    .option('--no-color', words.program.noColor)
    .helpOption('-h, --help', words.program.help)
    .helpCommand('help [commande]', words.program.helpCommand)
    .addHelpText('after', `\n${words.program.after}`)
    .configureOutput({
      // Refusals are said in French by main, from the error's code.
      outputError: () => undefined,
    })
    .exitOverride();
  declareInit(program, cli);
  declareEntities(program, cli);
  declareCheck(program, cli);
  declareExport(program, cli);
  declareReferential(program, cli);
  declareWalk(program, cli);
  declareSchema(program, cli);
  return program;
};
