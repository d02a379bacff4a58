import { longText } from './long-text.ts';

/** By commander's camelCase names; a field's option holds every value it was given. */
export type FieldFlags = Readonly<Record<string, readonly string[] | string | boolean | undefined>>;

const camel = (flag: string): string =>
  flag.replaceAll(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/** What was typed for each of these fields, in their order; `@file` and `-` are read. Rejects as `longText` does. */
export const typedFields = async <Spec extends { readonly flag: string; readonly kind: string }>(
  specs: readonly Spec[],
  flags: FieldFlags,
): Promise<{ spec: Spec; values: string[] }[]> => {
  const assignments: { spec: Spec; values: string[] }[] = [];
  for (const spec of specs) {
    const typed = flags[camel(spec.flag)];
    if (!Array.isArray(typed)) continue;
    const values: string[] = [];
    for (const value of typed as readonly string[])
      values.push(spec.kind === 'text' ? await longText(`--${spec.flag}`, value) : value);
    assignments.push({ spec, values });
  }
  return assignments;
};
