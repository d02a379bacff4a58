/** What Markdown swallows: places where words can stand in a text without standing in the document made of it. */
import { NARRATIVE_FIELDS, type Activity } from '../../portfolio.ts';
import type { DocumentSettings } from '../../document-settings.ts';

/**
 * `[label]: address "title"` at the beginning of a block, with a title on the next line at most. An address that a document
 * would not link (`src/render/markdown.ts`) makes neither a definition nor a link: such lines are printed as they stand.
 */
const DEFINITION =
  /(?<=^|\n[ \t]*\n|\n {0,3}\[[^\]\n]+\]:[^\n]*\n) {0,3}\[([^\]\n]{1,999})\]:[ \t]*(?:\n[ \t]*)?(<(?:https:\/\/|mailto:)[^<>\n]*>|(?:https:\/\/|mailto:)\S+)([ \t]*(?:\n[ \t]*)?(?:"[^"]{0,5000}"|'[^']{0,5000}'|\([^()]{0,5000}\)))?[ \t]*(?=\n|$)/giu;
const TITLE =
  /(\]\(\s*(?:<(?:https:\/\/|mailto:)[^<>\n]*>|(?:https:\/\/|mailto:)[^\s()<>]+))\s+(?:"[^"]{0,5000}"|'[^']{0,5000}'|\([^()]{0,5000}\))\s*\)/giu;
/** What follows the marks that open a block of code. */
const LANGUAGE = /^([ \t]*(?:`{3,}|~{3,}))[^`\n]+$/gmu;

const label = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim().toLowerCase();

/** A Markdown text without what is never printed: link titles, definitions that no link uses, languages of code. */
export const printedText = (text: string): string => {
  if (!/\]:|\]\(|```|~~~/u.test(text)) return text;
  const rest = label(text.replaceAll(DEFINITION, ''));
  return text
    .replaceAll(DEFINITION, (_, name: string, address: string) =>
      rest.includes(`[${label(name)}]`) ? `[${name}]: ${address}` : '',
    )
    .replaceAll(TITLE, '$1)')
    .replaceAll(LANGUAGE, '$1');
};

/** The same of some fields of an entry. */
export const printedFields = <T extends object>(entry: T, fields: readonly (keyof T)[]): T => ({
  ...entry,
  ...Object.fromEntries(
    fields.flatMap((field) => {
      const text = entry[field];
      return typeof text === 'string' ? [[field, printedText(text)]] : [];
    }),
  ),
});

export const printedActivity = (activity: Activity): Activity => ({
  ...printedFields(activity, NARRATIVE_FIELDS),
  competences: activity.competences.map((link) => printedFields(link, ['claim'])),
});

export const printedSettings = (settings: DocumentSettings): DocumentSettings =>
  printedFields(settings, Object.keys(settings) as (keyof DocumentSettings)[]);
