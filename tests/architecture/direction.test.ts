import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type IReporterOutput } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, test } from 'vitest';
import { directionRules } from './direction-rules.ts';

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

const cruiseTree = async (baseDir: string) => {
  const { output }: IReporterOutput = await cruise(
    ['src'],
    {
      baseDir,
      ruleSet: { forbidden: directionRules },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      combinedDependencies: true,
      exclude: { path: '^dist' },
      enhancedResolveOptions: {
        extensions: ['.ts', '.js'],
        conditionNames: ['node', 'import', 'types', 'default'],
        exportsFields: ['exports'],
      },
    },
    {},
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
  );
  if (typeof output === 'string') throw new Error(output);
  return output;
};

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const read = (file: string): string => readFileSync(join(root, 'src', file), 'utf8');

describe('the direction of dependencies', () => {
  test('holds in src', async () => {
    const { modules, summary } = await cruiseTree(root);
    expect(modules.filter(({ source }) => source.startsWith('src/')).length).toBeGreaterThan(30);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  test('bites on planted violations', async () => {
    const { summary } = await cruiseTree(join(root, 'tests/fixtures/architecture'));
    expect(new Set(summary.violations.map(({ rule }) => rule.name))).toEqual(
      new Set([
        'domain-direction',
        'app-direction',
        'render-direction',
        'output-direction',
        'core-does-no-io',
        'core-uses-only-zod',
        'only-output-uses-chalk',
        'only-wire-constructs-adapters',
        'no-circular',
      ]),
    );
  });
});

describe('the house', () => {
  test('reads import.meta.url in one file', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter((file) => read(file).includes('import.meta.url'))).toEqual(['assets.ts']);
  });

  test('writes to stdout and stderr in output alone, the version and signals apart', () => {
    const writers = sources.filter((file) => /process\.std(?:out|err)\.write|console\./.test(read(file)));
    expect(writers.filter((file) => !file.startsWith('output/'))).toEqual(['cli/main.ts']);
  });

  test('keeps files small', () => {
    const lengths = sources
      .filter((file) => !file.startsWith('catalogue/'))
      .map((file) => ({ file, lines: read(file).split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
  });
});
