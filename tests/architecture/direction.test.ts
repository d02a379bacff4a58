import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type IReporterOutput } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, test } from 'vitest';
import * as folderNames from '../../src/domain/folder-names.ts';
import { directionRules, PACKAGES } from './direction-rules.ts';

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
const withoutComments = (code: string): string => code.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

const read = (file: string): string => readFileSync(join(root, 'src', file), 'utf8');

describe('the direction of dependencies', () => {
  test('holds in src', async () => {
    const { modules, summary } = await cruiseTree(root);
    expect(modules.filter(({ source }) => source.startsWith('src/')).length).toBeGreaterThan(30);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  test('every rule bites on a planted violation', async () => {
    const { summary } = await cruiseTree(join(root, 'tests/fixtures/architecture'));
    const bitten = new Set(summary.violations.map(({ rule }) => rule.name));
    expect(directionRules.map(({ name }) => name).filter((name) => !bitten.has(name!))).toEqual([]);
  });
});

/** `exports` is also what an archive may carry along, and a part of what an erasure takes away. */
const { EXPORTS_FOLDER: _, ...UNMISTAKABLE } = folderNames;

/** What stands in one place only, with a line that breaks the rule. */
const HOUSE = [
  {
    what: 'reads import.meta.url in one file',
    sign: /import\.meta\.url/,
    owners: /^assets\.ts$/,
    planted: 'const here = new URL(import.meta.url);',
  },
  {
    what: 'writes to stdout and stderr in output alone, the version and signals apart',
    sign: /process\.std(?:out|err)\.write|console\./,
    owners: /^(?:output\/|cli\/main\.ts$)/,
    planted: 'process.stdout.write(text);',
  },
  {
    what: 'spells the names of a folder in one file',
    sign: new RegExp(
      `(['"\`/])(?:${Object.values(UNMISTAKABLE)
        .map((name) => name.replaceAll('.', String.raw`\.`))
        .join('|')})['"\`]`,
    ),
    owners: /^(?:domain\/folder-names\.ts$|catalogue\/)/,
    planted: "join(folder, 'portfolio.yaml')",
  },
] as const;

describe('the house', () => {
  test.each(HOUSE)('$what', ({ sign, owners, planted }) => {
    expect(planted).toMatch(sign);
    expect(sources.length).toBeGreaterThan(30);
    const found = sources.filter((file) => sign.test(withoutComments(read(file))));
    expect(found.some((file) => owners.test(file))).toBe(true);
    expect(found.filter((file) => !owners.test(file))).toEqual([]);
  });

  test('keeps files small', () => {
    const lengths = sources
      .filter((file) => !file.startsWith('catalogue/'))
      .map((file) => ({ file, lines: read(file).split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
  });

  test('says in docs/architecture.md why it uses what', () => {
    const reasons = readFileSync(join(root, 'docs/architecture.md'), 'utf8').matchAll(/^\| (\S[^|]*)\|/gm);
    const told = [...reasons].flatMap(([, names = '']) => names.split(/[\s,]+/));
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Readonly<Record<string, object>>;
    const used = [
      ...Object.keys({ ...dependencies, ...optionalDependencies }),
      ...Object.values(PACKAGES).flat(),
    ];
    expect(used.length).toBeGreaterThan(20);
    const isTold = (name: string): boolean =>
      told.some((one) => one === name || (one.endsWith('/*') && name.startsWith(one.slice(0, -1))));
    expect(isTold('left-pad')).toBe(false);
    expect(used.filter((name) => !isTold(name))).toEqual([]);
  });
});
