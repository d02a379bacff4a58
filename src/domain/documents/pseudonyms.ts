import type { Portfolio } from '../portfolio.ts';
import { withoutSpeakingIds } from './speaking-ids.ts';

/** Values that are codes, addresses or names of files: a pseudonym must not rewrite them. */
const NOT_PROSE = new Set([
  'id', 'version', 'certification', 'referential', 'stage', 'status', 'kind', 'form', 'state', 'confidentiality',
  'file', 'publicFile', 'url', 'block', 'competence', 'pseudonym', 'start', 'end', 'date', 'candidate', 'position',
]); // prettier-ignore

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

/**
 * Finds a name as people write it: any white space, either apostrophe, whole words. Names of several words in any case;
 * a single word as it is written, since « Partage » is also an ordinary word.
 */
const namePattern = (name: string): RegExp => {
  const words = name.trim().split(/\s+/);
  const source = words
    .map((word) => escaped(word).replaceAll(/['\u2019]/g, String.raw`['\u2019]`))
    .join(String.raw`\s+`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${source}(?![\p{L}\p{N}])`, words.length > 1 ? 'giu' : 'gu');
};

/**
 * The portfolio as documents may show it: an organisation that has a pseudonym goes by it in every title and text. File
 * names and addresses are left alone, so they may still tell it; the private notes are dropped.
 */
export const pseudonymise = (portfolio: Portfolio): Portfolio => {
  const { notes: _private, ...shown } = portfolio;
  const replacements = portfolio.organisations
    .flatMap(({ name, pseudonym }) => (pseudonym === undefined ? [] : [{ name, pseudonym }]))
    .toSorted((a, b) => b.name.length - a.name.length)
    .map(({ name, pseudonym }) => ({ pattern: namePattern(name), pseudonym }));
  if (replacements.length === 0) return shown;
  // Two passes through a marker, so that a pseudonym holding another organisation's name is not replaced again.
  const inText = (text: string): string =>
    replacements
      .reduce((result, { pattern }, index) => result.replaceAll(pattern, `\u{f0000}${index}\u{f0001}`), text)
      .replaceAll(
        /\u{f0000}(\d+)\u{f0001}/gu,
        (_, index: string) => replacements[Number(index)]?.pseudonym ?? '',
      );
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return inText(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, NOT_PROSE.has(key) ? child : walk(child)]),
    );
  };
  const { summary } = shown.candidate;
  return {
    ...withoutSpeakingIds(walk(shown) as Portfolio),
    candidate: { ...shown.candidate, ...(summary !== undefined && { summary: inText(summary) }) },
  };
};
