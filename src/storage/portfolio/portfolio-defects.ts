/** What the schema and the references refuse, each as a defect with its place in the file. */
import type { z } from 'zod';
import type { Defect, DefectCode } from '../../app/defects.ts';
import type { ErrorArgs } from '../../app/errors.ts';
import { words } from '../../catalogue/index.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { Portfolio } from '../../domain/portfolio.ts';
import type { BrokenReference } from '../../domain/references.ts';
import { knownFields } from './known-fields.ts';
import { dotted, excerpt, type YamlTree } from '../yaml/tree.ts';

type Issue = z.core.$ZodIssue;

/** The codes that `src/domain` gives as messages of its own checks. */
const OWN_CODES = [
  'empty', 'id', 'sha256', 'count', 'minutes', 'date', 'day', 'period-order', 'url', 'path', 'reserved-path', 'snapshot-path',
] as const; // prettier-ignore

const describe = (input: unknown): string | undefined =>
  typeof input === 'string' ? excerpt(input) : undefined;

/** The code of a refusal by the schema, and what it would have accepted. */
export const kindOf = (issue: Issue): { code: DefectCode; args?: ErrorArgs } => {
  if (issue.input === undefined) return { code: 'missing' };
  const own = OWN_CODES.find((code) => code === issue.message);
  if (own) return { code: own };
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
  (
    path: readonly PropertyKey[],
    code: DefectCode,
    found: string | undefined,
    args: ErrorArgs = {},
  ): Defect => {
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

/** By the key itself, or by its French name: « titre » for `title`. */
const nearestField = (key: string, known: readonly string[]): string | undefined => {
  const names = known.map((field) => words.fieldLabel(field) ?? field);
  const name = nearest(key, names);
  return nearest(key, known) ?? (name === undefined ? undefined : known[names.indexOf(name)]);
};

/** `schema` is the one that refused: its keys are suggested for those it does not know. */
export const schemaDefects = (
  file: string,
  tree: YamlTree,
  issues: readonly Issue[],
  schema: z.core.$ZodType = Portfolio,
): Defect[] => {
  const place = placer(file, tree);
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const known = knownFields(schema, issue.path);
      return issue.keys.map((key) => {
        const suggestion = nearestField(key, known);
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
