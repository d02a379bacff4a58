import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { wire } from '../../src/cli/wire.ts';

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
        expect([name, program.commands.length < commands.length]).toEqual([name, true]);
      }
  });
});
