import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completionScript } from '../../src/cli/completion/scripts.ts';
import { SHELLS, type Shell } from '../../src/cli/completion/shells.ts';
import { listedOption } from '../../src/cli/listed-option.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { wire } from '../../src/cli/wire.ts';
import { runAcquis } from '../support/run-acquis.ts';

const program = await buildProgram(
  wire({}, false, () => undefined),
  [],
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'completion-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What bash is offered behind each line; the last word of a line is the one that is being typed. */
const offeredInBash = async (script: string, lines: readonly (readonly string[])[]): Promise<string[][]> => {
  const file = join(folder, 'acquis.bash');
  await writeFile(file, script);
  const ask = (line: readonly string[]): string =>
    [
      `COMP_WORDS=(${line.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')})`,
      `COMP_CWORD=${line.length - 1}`,
      '_acquis',
      `printf '%s\\t' "\${COMPREPLY[@]}"`,
      'echo',
    ].join('\n');
  const { stdout, stderr } = await promisify(execFile)(
    'bash',
    ['--norc', '-uc', ['PATH=/nowhere', '. ./acquis.bash', ...lines.map(ask)].join('\n')],
    { cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } },
  );
  // No program was called, acquis least of all: there is none to be found.
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t').filter((word) => word !== ''));
};

/** From each word typed to what bash offers, in one bash. */
const ASKED: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['the beginning of a command', ['acquis', 'ch'], ['check']],
  [
    'a command of commands',
    ['acquis', 'batch', ''],
    ['check', 'bilan', 'export', 'exporter', 'restore', 'restaurer', 'help'],
  ],
  ['the beginning of an option', ['acquis', 'export', '--for'], ['--format']],
  ['an option’s values', ['acquis', 'export', '--format', ''], ['html', 'docx', 'md', 'pdf']],
  ['values behind =', ['acquis', 'export', '--format', '='], ['html', 'docx', 'md', 'pdf']],
  ['the beginning of a value behind =', ['acquis', 'export', '--format', '=', 'p'], ['pdf']],
  ['the same where = parts no words', ['acquis', 'export', '--format=p'], ['--format=pdf']],
  ['aliases', ['acquis', 'lot', 'exporter', '--annexes', ''], ['suite', 'fichier', 'liste']],
  ['an alias with accents', ['acquis', 'dépôt', '--tar'], ['--target']],
  ['an option behind a folder with spaces', ['acquis', 'export', 'mon\\ dossier', '--fin'], ['--final']],
  ['an option behind a value behind =', ['acquis', 'export', '--format', '=', 'pdf', '--fin'], ['--final']],
  ['an option behind a value that names a command', ['acquis', '--no-color', 'export', '--out', 'batch', '--fin'], ['--final']], // prettier-ignore
  ['a value with a space', ['acquis', 'experience', 'add', '--status', 'em'], ['emploi\\ salarié']],
  ['a value in quotes', ['acquis', 'experience', 'add', '--status', "'em"], ['emploi salarié']],
  ['the words an argument is one of', ['acquis', 'completion', ''], ['bash', 'zsh', 'fish']],
  ['a command to be helped with', ['acquis', 'help', 'coh'], ['cohort', 'cohorte']],
  ['options where nothing else may stand', ['acquis', 'schema', ''], ['-h', '--help']],
  ['nothing but files for a folder', ['acquis', 'export', ''], []],
  ['nothing but files for any value', ['acquis', 'export', '--out', ''], []],
];

describe('in bash', () => {
  it('offers what may follow, and leaves files to bash', async () => {
    const script = completionScript('bash', program);
    const offered = await offeredInBash(
      script,
      ASKED.map(([, line]) => line),
    );
    expect(ASKED.map(([what], index) => [what, offered[index]])).toEqual(
      ASKED.map(([what, , expected]) => [what, expected]),
    );
    expect(script).toMatch(/^complete .*-o default .*acquis$/mu);
  });

  it('offers all commands and aliases first', async () => {
    const [offered] = await offeredInBash(completionScript('bash', program), [['acquis', '']]);
    expect(offered).toEqual([...program.commands.flatMap((one) => [one.name(), ...one.aliases()]), 'help']);
  });
});

/** Every word of every command that a script lacks where it belongs; hidden ones are nobody's to find. */
const missingFrom = (script: string, shell: Shell, command: Command, path = 'acquis'): readonly string[] => {
  const help = command.createHelp();
  const below = help.visibleCommands(command);
  const said = [
    ...below.flatMap((one) => [one.name(), ...one.aliases()]),
    ...help.visibleOptions(command).map(({ long }) => String(long)),
  ];
  const quoted = path.includes(' ') ? `'${path}'` : path;
  const isHere =
    shell === 'fish'
      ? (line: string) => line.includes(`-n '__acquis_at \\'${path}\\''`)
      : (line: string) => line.startsWith(`    ${quoted}) entries=`);
  const here = script.split('\n').filter(isHere).join('\n');
  const offers = (word: string): boolean =>
    shell === 'fish'
      ? here.includes(word.startsWith('--') ? ` -l '${word.slice(2)}'` : ` -a '\\'${word}\\''`)
      : new RegExp(`[( ']${word}['): ]`, 'u').test(here);
  return [
    ...said.filter((word) => !offers(word)).map((word) => `${path} ${word}`),
    ...below.flatMap((one) => missingFrom(script, shell, one, `${path} ${one.name()}`)),
  ];
};

describe('the program and its scripts', () => {
  it.each(SHELLS)('leave no command, alias or option out (%s)', async (shell) => {
    const script = completionScript(shell, program);
    expect(missingFrom(script, shell, program)).toEqual([]);
    // The guard bites: what comes after the script was made is missed.
    const later = await buildProgram(
      wire({}, false, () => undefined),
      [],
    );
    later.command('planted').alias('semé');
    later.commands.find((one) => one.name() === 'batch')?.commands[0]?.option('--planted');
    expect(missingFrom(script, shell, later)).toEqual([
      'acquis planted',
      'acquis semé',
      'acquis batch check --planted',
      'acquis planted --help',
    ]);
    expect(missingFrom(completionScript(shell, later), shell, later)).toEqual([]);
  });

  it('know the values of every option that takes a format or a stage', () => {
    const unknown = (command: Command): readonly string[] => [
      ...command.options
        .filter(({ flags, argChoices }) => /<(?:format|etape)>/u.test(flags) && argChoices === undefined)
        .map(({ flags }) => `${command.name()} ${flags}`),
      ...command.commands.flatMap(unknown),
    ];
    expect(unknown(program)).toEqual([]);
    expect(unknown(new Command('planted').option('--format <format>'))).toEqual([
      'planted --format <format>',
    ]);
  });
});

describe('words that a shell would read otherwise', () => {
  const odd = new Command('acquis').helpCommand(false);
  odd
    .command(`l'un`)
    .description('`>a` $(>b) \\ "c" : l\'un\nou l’autre')
    .addOption(listedOption('--quoi <v>', `'; >d; '`, ['$(>e)', '`>f`', `g'h\\i`, ';j']));

  it('are words in bash, and run nothing', async () => {
    const offered = await offeredInBash(completionScript('bash', odd), [
      ['acquis', ''],
      ['acquis', `l'un`, '--quoi', ''],
      ['acquis', `l'un`, '--quoi', '$'],
    ]);
    expect(offered).toEqual([
      [`l\\'un`],
      ['\\$\\(\\>e\\)', '\\`\\>f\\`', `g\\'h\\\\i`, '\\;j'],
      ['\\$\\(\\>e\\)'],
    ]);
    expect(await readdir(folder)).toEqual(['acquis.bash']);
  });

  it('stand quoted in the scripts of the others', () => {
    const zsh = completionScript('zsh', odd);
    expect(zsh).toContain(`'l'\\''un:\`>a\` $(>b) \\\\ "c" : l'\\''un ou l’autre'`);
    const fish = completionScript('fish', odd);
    // Read twice: by the script, and when it is offered.
    expect(fish).toContain(`-a '\\'l\\\\\\'un\\'' -d '\`>a\` $(>b) \\\\ "c" : l\\'un ou l’autre'`);
    expect(fish).toContain(`-x -a '\\'$(>e)\\' \\'\`>f\`\\' \\'g\\\\\\'h\\\\\\\\i\\' \\';j\\''`);
  });
});

describe('acquis completion', () => {
  it('prints the script of the shell that is named, or else the one of SHELL', async () => {
    const [named, own] = await Promise.all([
      runAcquis(['completion', 'zsh'], { env: { SHELL: '/bin/bash' } }),
      runAcquis(['complétion'], { env: { SHELL: '/usr/local/bin/fish' } }),
    ]);
    expect(named).toEqual({ status: 0, stdout: completionScript('zsh', program), stderr: '' });
    expect(own).toEqual({ status: 0, stdout: completionScript('fish', program), stderr: '' });
    expect(named.stdout.startsWith('#compdef acquis\n')).toBe(true);
  });

  it('names the three where it gets none of them', async () => {
    for (const [args, shell] of [
      [['completion'], '/bin/tcsh'],
      [['completion'], ''],
      [['completion', 'tcsh'], '/bin/bash'],
    ] as const) {
      const { status, stdout, stderr } = await runAcquis(args, { env: { SHELL: shell } });
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain('bash, zsh ou fish');
    }
  });
});
