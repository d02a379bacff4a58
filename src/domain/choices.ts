/** Values of a closed list, as keyboards and file systems really write them. */
import type { z } from 'zod';

/** The same letters: composed or not (« é » from a Mac), with a straight or a curly apostrophe. */
const spelled = (text: string): string => text.normalize('NFC').replaceAll(/['ʼ‘]/g, '’');

/** The value of the list that `typed` is, in the list's own spelling. */
const canonicalChoice = (typed: string, choices: readonly string[]): string | undefined =>
  choices.find((choice) => spelled(choice) === spelled(typed));

const put = (value: unknown, path: readonly PropertyKey[], replacement: string): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === key ? put(item, rest, replacement) : item));
  const record = value as Readonly<Record<PropertyKey, unknown>>;
  return { ...record, [key]: put(record[key], rest, replacement) };
};

/** Compiling a schema to code pays off after some hundred documents; a command reads one. */
const READING = { reportInput: true, jitless: true };

/** `schema.safeParse`, that takes a value of a closed list in any of its spellings and gives back the list's own. */
export const parseWithChoices = <Output>(
  schema: z.ZodType<Output>,
  value: unknown,
): z.ZodSafeParseResult<Output> => {
  const parsed = schema.safeParse(value, READING);
  if (parsed.success) return parsed;
  let mended = value;
  for (const issue of parsed.error.issues) {
    if (issue.code !== 'invalid_value' || typeof issue.input !== 'string') continue;
    const choice = canonicalChoice(issue.input, issue.values.map(String));
    if (choice !== undefined) mended = put(mended, issue.path, choice);
  }
  return mended === value ? parsed : schema.safeParse(mended, READING);
};
