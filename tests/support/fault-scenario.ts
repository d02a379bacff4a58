import { join } from 'node:path';
import { expect } from 'vitest';
import { copyFolder, runWithFaults, type FaultKind } from './fault-run.ts';

/** Each call of a command, by its place and name, with each kind of fault that can strike it. */
export const faultsOf = <Kind extends FaultKind>(calls: readonly string[], kinds: readonly Kind[]) =>
  kinds.flatMap((kind) =>
    calls.flatMap((name, index) =>
      kind === 'torn' && !name.startsWith('handle.write') ? [] : [{ kind, at: index + 1, name }],
    ),
  );

/** The same command once per call of it and kind of fault, each in a copy of `start` or where nothing is yet. */
export const inOneProcess = <Kind extends FaultKind>(
  start: string | undefined,
  home: string,
  kinds: readonly Kind[],
  command: (folder: string) => readonly string[],
) => {
  const place = (name: string) => {
    const dir = join(home, name);
    if (start !== undefined) copyFolder(start, dir);
    return { args: command(dir), dir };
  };
  const calls = runWithFaults([place('first'), place('counted')]).at(-1)!.calls;
  const planned = faultsOf(calls, kinds).map((fault) => ({
    ...fault,
    ...place(`${fault.kind}-${fault.at}-`),
  }));
  const [, ...runs] = runWithFaults([place('another'), ...planned]);
  return planned.map(({ kind, at, name, dir: folder }, index) => {
    const { status, stderr, calls: made } = runs[index]!;
    // The counted run and this one went the same way.
    expect(made[at - 1]).toBe(name);
    return { kind, folder, status, stderr, told: `${kind} at ${at} (${name}): ${status} ${stderr}` };
  });
};
