import type { Argument, Command, Help, Option } from 'commander';

/** A command as it can be typed, its own name first, and what the help says of it. */
export interface CompletedCommand {
  readonly names: readonly string[];
  readonly description: string;
}

export interface CompletedFlag {
  /** `-h` and `--help`. */
  readonly names: readonly string[];
  readonly description: string;
  /** What follows: nothing, one of these, or anything, for which files and folders are offered. */
  readonly value: 'none' | 'any' | readonly string[];
}

/** One command of the tree, and what may be typed behind it. */
export interface CompletedPlace {
  /** The names that lead there, without aliases: `acquis batch export`. */
  readonly path: string;
  /** Each leads to the place of its first name. */
  readonly commands: readonly CompletedCommand[];
  /** The words its first argument is one of. */
  readonly choices: readonly string[];
  /** It has an argument that is no such word. */
  readonly takesFiles: boolean;
  readonly flags: readonly CompletedFlag[];
}

const line = (text: string): string => text.replaceAll(/\n\s*/gu, ' ');

const flagOf = (option: Option): CompletedFlag => ({
  names: [option.short, option.long].filter((name) => name !== undefined),
  description: line(option.description),
  value: option.required ? (option.argChoices ?? 'any') : 'none',
});

const isFree = ({ argChoices }: Argument): boolean => argChoices === undefined;

const placesBelow = (command: Command, path: string, help: Help): readonly CompletedPlace[] => {
  const visible = help.visibleCommands(command);
  const commands = visible.map((one) => ({
    names: [one.name(), ...one.aliases()],
    description: line(one.description()),
  }));
  const here: CompletedPlace = {
    path,
    commands,
    choices: command.registeredArguments[0]?.argChoices ?? [],
    takesFiles: command.registeredArguments.some(isFree),
    flags: help.visibleOptions(command).map(flagOf),
  };
  return [
    here,
    ...visible.flatMap((one) => {
      const below = placesBelow(one, `${path} ${one.name()}`, help);
      // Commander's own `help` is listed but not declared; it takes the name of a command beside it.
      if (command.commands.includes(one)) return below;
      const choices = commands.flatMap(({ names }) => (names[0] === one.name() ? [] : names));
      return below.map((place) => ({ ...place, choices, takesFiles: false }));
    }),
  ];
};

/** Everything a program lets one type, the program itself first; hidden commands and options stay hidden. */
export const describeProgram = (program: Command): readonly CompletedPlace[] =>
  placesBelow(program, program.name(), program.createHelp());
