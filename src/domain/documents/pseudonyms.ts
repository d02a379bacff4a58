import type { Finding } from '../findings.ts';
import type { Portfolio } from '../portfolio.ts';
import { withoutNamedIds } from './named-ids.ts';
import { withoutSpeakingIds } from './speaking-ids.ts';
import type { ListedName } from '../privacy/name-forms.ts';
import { createNameList, type NameList } from '../privacy/name-list.ts';
import type { DocumentModel } from './document.ts';

/** Values that are codes, addresses or names of files: a pseudonym must not rewrite them. */
const NOT_PROSE = new Set([
  'id', 'version', 'certification', 'referential', 'stage', 'status', 'kind', 'form', 'state', 'confidentiality',
  'file', 'path', 'sha256', 'url', 'madeBy', 'guarantee', 'block', 'competence', 'pseudonym', 'start', 'end', 'date', 'candidate', 'position',
]); // prettier-ignore

/** Who goes by another name in documents: organisations that say so themselves, and the private list of the folder. */
export const namesIn = (portfolio: Portfolio, listed: readonly ListedName[] = []): NameList =>
  createNameList(
    [
      ...listed,
      ...portfolio.organisations.flatMap(({ name, pseudonym }): ListedName[] =>
        pseudonym === undefined ? [] : [{ name, pseudonym, kind: 'organisation', aliases: [] }],
      ),
    ],
    portfolio.candidate.name,
  );

/**
 * The portfolio as documents may show it: whoever has a pseudonym goes by it in every title and text. Names of files stay,
 * since files are opened by them (see `pseudonymiseModel`), and so do addresses; the private notes are dropped.
 */
export const pseudonymise = (portfolio: Portfolio, listed: readonly ListedName[] = []): Portfolio => {
  const { notes: _private, ...shown } = portfolio;
  const names = namesIn(portfolio, listed);
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return names.replace(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, NOT_PROSE.has(key) ? child : walk(child)]),
    );
  };
  const isNamed = (id: string): boolean => names.replaceInFileName(id) !== id;
  // Lists of ids and citations hold ids as texts do words: they are renamed before names are looked for.
  const plain = withoutSpeakingIds(
    withoutNamedIds(shown, isNamed),
    (id, name) => names.replace(name) !== name || isNamed(id),
  );
  const { name, summary, degrees } = plain.candidate;
  return {
    ...(walk(plain) as Portfolio),
    candidate: {
      ...plain.candidate,
      name: names.replace(name),
      degrees: degrees.map((degree) => names.replace(degree)),
      ...(summary !== undefined && { summary: names.replace(summary) }),
    },
  };
};

/** The names of files that a document shows, which are read from the disk and no text of the portfolio. */
export const pseudonymiseModel = <Model extends DocumentModel>(model: Model, names: NameList): Model =>
  'annexes' in model
    ? {
        ...model,
        annexes: model.annexes.map((annex) => ({
          ...annex,
          fileName: annex.fileName && names.replaceInFileName(annex.fileName),
        })),
      }
    : model;

/** What a check says of files, where a document says it. */
export const pseudonymiseFinding = (found: Finding, names: NameList): Finding => ({
  ...found,
  args: Object.fromEntries(
    Object.entries(found.args).map(([key, value]) => [
      key,
      typeof value === 'string' && key !== 'id' ? names.replaceInFileName(value) : value,
    ]),
  ),
});
