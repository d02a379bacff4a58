/** What the schema and the references refuse, each as a defect with its place in the file. */
import type { z } from 'zod';
import type { Defect, ErrorArgs } from '../app/errors.ts';
import { nearest } from '../domain/nearest.ts';
import { Portfolio } from '../domain/portfolio.ts';
import type { BrokenReference } from '../domain/references.ts';
import { knownFields } from './known-fields.ts';
import { dotted, excerpt, type YamlTree } from './yaml-tree.ts';

type Issue = z.core.$ZodIssue;

/** The codes that `src/domain` gives as messages of its own checks. */
const OWN_CODES: ReadonlySet<string> = new Set([
  'empty', 'id', 'sha256', 'count', 'date', 'day', 'period-order', 'url', 'path',
]); // prettier-ignore

const describe = (input: unknown): string | undefined => {
  if (typeof input === 'string') return excerpt(input);
  if (Array.isArray(input)) return '[…]';
  return typeof input === 'object' && input !== null ? '{…}' : undefined;
};

const kindOf = (issue: Issue): { code: string; args?: ErrorArgs } => {
  if (issue.input === undefined) return { code: 'missing' };
  if (OWN_CODES.has(issue.message)) return { code: issue.message };
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const suggestion = typeof issue.input === 'string' ? nearest(issue.input, known) : undefined;
    return { code: 'bad-choice', args: { known: known.join(', '), ...(suggestion && { suggestion }) } };
  }
  if (issue.code === 'invalid_type') return { code: 'wrong-type', args: { expected: issue.expected } };
  return { code: 'invalid' };
};

/** Places a defect; names the entry it is in (`P07`), which says more than `evidence[6]`. */
const placer =
  (file: string, tree: YamlTree) =>
  (path: readonly PropertyKey[], code: string, found: string | undefined, args: ErrorArgs = {}): Defect => {
    const name = dotted(path);
    const line = tree.lineOf(name);
    const [collection, index] = path;
    const entry = (tree.value as Record<string, { id?: unknown }[] | undefined> | undefined)?.[
      String(collection)
    ];
    const id = typeof index === 'number' ? entry?.[index]?.id : undefined;
    return {
      file,
      path: name,
      code,
      ...(line !== undefined && { line }),
      ...(found !== undefined && { found }),
      args: { ...args, ...(typeof id === 'string' && { entity: id }) },
    };
  };

export const schemaDefects = (file: string, tree: YamlTree, issues: readonly Issue[]): Defect[] => {
  const place = placer(file, tree);
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const known = knownFields(Portfolio, issue.path);
      return issue.keys.map((key) => {
        const suggestion = nearest(key, known);
        return place([...issue.path, key], 'unknown-key', excerpt(key), {
          known: known.join(', '),
          ...(suggestion && { suggestion }),
        });
      });
    }
    const { code, args } = kindOf(issue);
    return [place(issue.path, code, describe(issue.input), args)];
  });
};

export const referenceDefects = (
  file: string,
  tree: YamlTree,
  broken: readonly BrokenReference[],
): Defect[] => {
  const place = placer(file, tree);
  return broken.map(({ path, code, found, known }) => {
    const suggestion = nearest(found, known);
    return place(path, code, excerpt(found), { known: known.join(', '), ...(suggestion && { suggestion }) });
  });
};
