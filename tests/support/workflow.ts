import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';

export interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps: readonly Step[]; readonly strategy?: { readonly matrix: Record<string, number[]> } }
    >
  >;
}

export const readWorkflow = (file: string): Workflow => parse(readFileSync(file, 'utf8')) as Workflow;

/** A runner's machine: a work folder, `acquis` and a stand-in for npm in the path, and what steps write besides. */
export interface Runner {
  readonly folder: string;
  /** Where `$GITHUB_STEP_SUMMARY` leads. */
  readonly summary: string;
  readonly tools: string;
}

export const makeRunner = (folder: string, bin: string): Runner => {
  const tools = join(folder, 'tools');
  const work = join(folder, 'work');
  for (const made of [tools, work]) mkdirSync(made, { recursive: true });
  const summary = join(folder, 'summary.md');
  writeFileSync(summary, '');
  const acquis = `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`;
  // Acquis is here already: what the step asks of npm is noted, and done by nobody.
  const npm = `#!/bin/sh\necho "$@" >> "${folder}/npm.txt"\n`;
  for (const [name, script] of [
    ['acquis', acquis],
    ['npm', npm],
  ] as const) {
    // prettier-ignore
    writeFileSync(join(tools, name), script);
    chmodSync(join(tools, name), 0o755);
  }
  return { folder: work, summary, tools };
};

/** The values of `${{ … }}`; anything else in a step fails the test that runs it. */
export const substitute = (script: string, values: Readonly<Record<string, string | number>>): string =>
  script.replaceAll(/\$\{\{\s*([\w.]+)\s*\}\}/gu, (expression, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`unknown expression ${expression}`);
    return String(value);
  });

export interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a step's script as GitHub does (`bash -e FILE`). */
export const runScript = (script: string, { folder, summary, tools }: Runner): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const file = join(tools, 'step.sh');
    writeFileSync(file, script);
    const child = spawn('bash', ['-e', file], {
      cwd: folder,
      env: {
        ...process.env,
        CI: 'true',
        NO_COLOR: '1',
        GITHUB_STEP_SUMMARY: summary,
        PATH: `${tools}${delimiter}${process.env['PATH']}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });

/** What `upload-artifact` and `download-artifact` with `merge-multiple` do to the paths a step names. */
export const carryArtefacts = (paths: unknown, from: string, to: string): void => {
  for (const path of String(paths).trim().split('\n'))
    if (existsSync(join(from, path))) cpSync(join(from, path), join(to, path), { recursive: true });
};
