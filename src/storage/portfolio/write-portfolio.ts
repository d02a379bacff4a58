import { isMap } from 'yaml';
import { words } from '../../catalogue/index.ts';
import { parseWithChoices } from '../../domain/choices.ts';
import { Portfolio } from '../../domain/portfolio.ts';
import { BOM } from '../document-text.ts';
import { same, storedForm, type StoredMap } from './stored-form.ts';
import { findExcess } from '../yaml/limits.ts';
import { rewriteYaml } from '../yaml/nodes.ts';
import { spliceYaml } from '../yaml/splice.ts';
import { mapText } from '../yaml/text.ts';
import { parseYaml, readYamlTree } from '../yaml/tree.ts';

/** A first `portfolio.yaml`, with a word to whoever opens it by hand. */
export const freshText = (portfolio: Portfolio): string =>
  `${words.storage.heading.map((line) => `# ${line}`).join('\n')}\n${mapText(storedForm(portfolio), 0)}\n`;

/** A document of ours as plain data; undefined where a value is not what it should be. */
type Interpret = (value: unknown) => StoredMap | undefined;

const asPortfolio: Interpret = (value) => {
  const parsed = parseWithChoices(Portfolio, value);
  return parsed.success ? storedForm(parsed.data) : undefined;
};

const holds = (text: string, wanted: StoredMap, interpret: Interpret): boolean =>
  findExcess(text) === undefined && sameData(interpret(readYamlTree(text, '').value), wanted);

/** Key order is a matter of style. */
const sameData = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => sameData(value, right[key]))
  );
};

/**
 * The text of `after`, as near to `source`, which says `before`, as can be. Each way of writing is read back before it is
 * believed: in place, then by nodes (comments stay, blanks may change), and at worst anew.
 */
export const changedDocument = (
  source: string,
  [before, after]: readonly [StoredMap, StoredMap],
  { interpret, fresh }: { readonly interpret: Interpret; readonly fresh: () => string },
): string => {
  if (same(before, after)) return source;
  const mark = source.startsWith(BOM) ? BOM : '';
  const text = source.slice(mark.length);
  const document = parseYaml(text);
  const spliced = isMap(document.contents) ? spliceYaml(text, document.contents, before, after) : undefined;
  if (spliced !== undefined && holds(spliced, after, interpret)) return mark + spliced;
  const rewritten = rewriteYaml(document, before, after);
  if (rewritten !== undefined && holds(rewritten, after, interpret))
    return mark + (text.includes('\r\n') ? rewritten.replaceAll('\n', '\r\n') : rewritten);
  return mark + fresh();
};

/** The same of a portfolio. */
export const changedText = (source: string, current: Portfolio, portfolio: Portfolio): string =>
  changedDocument(source, [storedForm(current), storedForm(portfolio)], {
    interpret: asPortfolio,
    fresh: () => freshText(portfolio),
  });
