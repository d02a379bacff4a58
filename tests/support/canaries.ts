import { z } from 'zod';

/** What every free field of a schema is filled with, each field with words of its own, by its path. */
export type Canaries = Map<string, string>;

let planted = 0;

const numbered = (): string => {
  planted++;
  return String(planted).padStart(3, '0');
};

/** The first spelling that a field takes: words, an id, a day, a hash, an address, a file. */
const spellings = (mark: string): string[] => {
  const day = String((planted % 27) + 1).padStart(2, '0');
  const month = String((planted % 12) + 1).padStart(2, '0');
  return [
    `Zq${mark}z canari`,
    `Zq${mark}z`,
    `19${String(30 + (planted % 60))}-${month}-${day}`,
    `${mark}fee`.repeat(11).slice(0, 64).padEnd(64, '0'),
    `https://zq${mark}z.example/`,
    `dossier-zq${mark}x/zq${mark}z.pdf`,
  ];
};

const fill = (schema: z.ZodType, path: string, into: Canaries): unknown => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return fill(schema.unwrap() as z.ZodType, path, into);
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, inner]) => [
        key,
        fill(inner as z.ZodType, path === '' ? key : `${path}.${key}`, into),
      ]),
    );
  if (schema instanceof z.ZodArray) return [fill(schema.element as z.ZodType, path, into)];
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema.safeParse(7).success) return 7;
  if (schema.safeParse(1).success) return 1;
  const mark = numbered();
  const words = spellings(mark);
  const canary = (/\.(?:path|file)$/u.test(path) ? words.toReversed() : words).find(
    (value) => schema.safeParse(value).success,
  );
  if (canary === undefined) throw new Error(`no canary fits ${path}`);
  into.set(path, canary);
  return canary;
};

/** An object in which each string of the schema, however deep, says something that nothing else says. */
export const plantCanaries = <T>(schema: z.ZodType<T>, prefix: string, into: Canaries): T =>
  fill(schema, prefix, into) as T;
