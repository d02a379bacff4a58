import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Example {
  readonly script: string;
  readonly status: number;
  /** Lines that must come out, in this order; « … » stands for whatever is left out. */
  readonly output: readonly string[];
}

const readExamples = (file: string): Example[] => {
  const blocks = [...readFileSync(join(root, file), 'utf8').matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gmu)];
  return blocks.flatMap(([, language, info = '', script = ''], index) => {
    if (language !== 'sh' || !info.startsWith('test')) return [];
    const next = blocks[index + 1];
    return [
      {
        script,
        status: Number(/exit=(\d+)/u.exec(info)?.[1] ?? 0),
        output: next?.[1] === 'text' && next[2] === 'output' ? (next[3] ?? '').trimEnd().split('\n') : [],
      },
    ];
  });
};

/** A folder with the examples, and `acquis` in the path: where a reader of the README stands. */
const desk = mkdtempSync(join(tmpdir(), 'acquis-readme-'));
afterAll(() => rmSync(desk, { recursive: true, force: true }));
cpSync(join(root, 'examples'), join(desk, 'examples'), { recursive: true });
writeFileSync(join(desk, 'acquis'), `#!/bin/sh\nexec "${process.execPath}" "${root}bin/acquis.js" "$@"\n`);
chmodSync(join(desk, 'acquis'), 0o755);

const run = (script: string, cwd: string): Promise<{ status: number; output: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, PATH: `${desk}${delimiter}${process.env['PATH']}`, NO_COLOR: '1' };
    execFile('sh', ['-euc', `exec 2>&1\n${script}`], { cwd, env }, (error, output) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, output }),
    );
  });

const missingLine = (wanted: readonly string[], output: string): string | undefined => {
  let from = 0;
  return wanted
    .filter((line) => line !== '…')
    .map((line) => line.replace(/…$/u, ''))
    .find((line) => {
      const at = output.indexOf(line, from);
      from = at + line.length;
      return at < 0;
    });
};

const ENGLISH = readExamples('README.md');
/** What the twin has word for word was run already. */
const OWN = readExamples('README.fr.md').filter(
  (example) => !ENGLISH.some((twin) => JSON.stringify(twin) === JSON.stringify(example)),
);

it('is one set of commands in two languages', () => {
  expect(readExamples('README.fr.md')).toHaveLength(ENGLISH.length);
  expect(OWN.length).toBeLessThan(ENGLISH.length / 2);
});

describe.each([
  { file: 'README.md', examples: ENGLISH, least: 12 },
  { file: 'README.fr.md', examples: OWN, least: 1 },
])('$file', ({ file, examples, least }) => {
  it('shows commands that do what it says', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(desk, 'reader-'));
    cpSync(join(desk, 'examples'), join(folder, 'examples'), { recursive: true });
    for (const { script, status, output } of examples) {
      const ran = await run(script, folder);
      expect({ script, ...ran }).toMatchObject({ status });
      expect({ script, missing: missingLine(output, ran.output), output: ran.output }).toMatchObject({
        missing: undefined,
      });
    }
    const commands = examples.flatMap(({ script }) => script.match(/^acquis /gmu) ?? []);
    expect(commands.length).toBeGreaterThanOrEqual(least);
  });

  it('names the two commands that continuous integration runs', () => {
    const text = readFileSync(join(root, file), 'utf8');
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const [, name = ''] of text.matchAll(/npm run ([\w:]+)/gu))
      expect(Object.keys(scripts)).toContain(name);
    expect(text).toContain('npm ci && npm run demo');
    expect(text).toContain('npm ci && npm test');
  });
});
