import { CommanderError, type Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { sentenceOfRefusal } from '../../src/cli/parser-refusal.ts';
import { words } from '../../src/catalogue/index.ts';
import { wire } from '../../src/cli/wire.ts';
import { widthOf } from '../../src/output/wrap.ts';

const cli = wire({}, false, () => undefined);

describe('buildProgram', () => {
  it('declares every command for help and for a word it does not know', async () => {
    const [bare, mistyped] = await Promise.all([buildProgram(cli, ['--help']), buildProgram(cli, ['chek'])]);
    expect(bare.commands.length).toBeGreaterThanOrEqual(10);
    expect(mistyped.commands.length).toBe(bare.commands.length);
  });

  it('declares by each of its names alone the command that is named, options before it or not', async () => {
    const { commands } = await buildProgram(cli, []);
    for (const command of commands)
      for (const name of [command.name(), ...command.aliases()]) {
        const program = await buildProgram(cli, ['--no-color', name, 'dossier']);
        expect(program.commands.map((one) => one.name())).toContain(command.name());
        // Completion speaks of all of them.
        const isAlone = program.commands.length < commands.length;
        expect([name, isAlone]).toEqual([name, command.name() !== 'completion']);
      }
  });
});

/** Everything `--help` prints for a command on a terminal of that width. */
const helpOf = (command: Command, width: number): string => {
  let help = '';
  command.configureOutput({ getOutHelpWidth: () => width, writeOut: (text) => (help += text) });
  command.outputHelp();
  return help;
};

const withSubcommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap((one) => withSubcommands(one)),
];

describe('the help', () => {
  it.each([40, 80])('cuts no word on a terminal of %i columns, whatever the command', async (width) => {
    const commands = withSubcommands(await buildProgram(cli, []));
    expect(commands.length).toBeGreaterThan(30);
    for (const command of commands)
      for (const line of helpOf(command, width).split('\n'))
        expect([command.name(), line, widthOf(line) <= width]).toEqual([command.name(), line, true]);
  });
});

describe('what the help says of commands and options', () => {
  it('lists every command under a heading that says what it is for', async () => {
    const help = helpOf(await buildProgram(cli, []), 80);
    const headings = Object.values(words.program.groups);
    for (const heading of headings) expect(help.split(`\n${heading}\n`)).toHaveLength(2);
    expect(help).not.toMatch(/^(?:Commands|Commandes)/mu);
    const { commands } = await buildProgram(cli, []);
    for (const command of commands)
      for (const heading of headings) expect(helpOf(command, 80)).not.toContain(heading);
  });

  it('says the default of each option that has one', async () => {
    const silent = withSubcommands(await buildProgram(cli, [])).flatMap((command) =>
      command.options.flatMap(({ long, description, defaultValue }) => {
        const told = defaultValue === '.' ? 'le dossier courant' : String(defaultValue);
        const isSilent = typeof defaultValue === 'string' && !description.includes(`par défaut : ${told}`);
        return isSilent ? [`${command.parent?.name()} ${command.name()} ${long}`] : [];
      }),
    );
    expect(silent).toEqual([]);
  });
});

describe('what the parser refuses', () => {
  const refusalOf = async (...argv: string[]): Promise<{ code: string; said: string }> => {
    const program = await buildProgram(cli, argv);
    for (const command of withSubcommands(program)) command.configureOutput({ writeErr: () => undefined });
    const error: unknown = await program
      .parseAsync(argv, { from: 'user' })
      .catch((thrown: unknown) => thrown);
    if (!(error instanceof CommanderError)) throw new Error('not refused', { cause: error });
    return { code: error.code, said: Object.values(sentenceOfRefusal(error)).join(' ') };
  };

  it.each([
    ['an option that is mistyped', ['batch', 'export', 'promo', '--resum'], ['--resum.', '--resume ?']],
    ['a command that is mistyped', ['cohrt'], ['cohrt.', 'cohort']],
    [
      'one of two that exclude each other',
      ['cohort', '--since', 'x', '--compare', 'y'],
      ['--since', '--compare'],
    ],
    ['a command’s command that is mistyped', ['batch', 'chek'], ['chek.', 'check ?']],
  ])('%s is named, with what was perhaps meant', async (_, argv, expected) => {
    const { said } = await refusalOf(...argv);
    for (const words of expected) expect(said).toContain(words);
  });

  it('a group named alone asks for one of its commands', async () => {
    const { code, said } = await refusalOf('browser');
    expect([code, said]).toEqual(['commander.help', expect.stringContaining('Il manque une commande.')]);
  });
});
