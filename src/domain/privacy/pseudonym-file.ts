/** The private list name → pseudonym, as it stands in a file of its own beside the portfolio. */
import { z } from 'zod';
import { EntityId, Text } from '../field-types.ts';
import { NAME_KINDS, wordsOf, type ListedName } from './name-forms.ts';

export const PSEUDONYM_FORMAT = 'acquis-pseudonymes';
export const PSEUDONYM_VERSION = 1;

/** Far above any list, far below what makes a document slow. */
const MOST_NAMES = 2000;
const MOST_SIGNS = 200;
const MOST_ALIASES = 20;

/** A name without a letter or a figure would be found nowhere, or everywhere. */
const Name = Text.max(MOST_SIGNS).refine((name) => wordsOf(name).length > 0, { error: 'empty' });

export const PseudonymEntry = z.strictObject({
  id: EntityId,
  name: Name,
  pseudonym: Name,
  kind: z.enum(NAME_KINDS).default('personne'),
  /** Other ways of naming the same: a first name alone, an acronym. */
  aliases: z.array(Name).max(MOST_ALIASES).default([]),
});
export type PseudonymEntry = z.infer<typeof PseudonymEntry> & ListedName;

export const PseudonymFile = z.strictObject({
  format: z.literal(PSEUDONYM_FORMAT),
  version: z.union([
    z.literal(PSEUDONYM_VERSION),
    z.literal(String(PSEUDONYM_VERSION)).transform(() => PSEUDONYM_VERSION),
  ]),
  names: z.array(PseudonymEntry).max(MOST_NAMES).default([]),
});
export type PseudonymFile = z.infer<typeof PseudonymFile>;

/** The entry that is meant by its id, or by the name it stands for. */
export const findEntry = (entries: readonly PseudonymEntry[], typed: string): PseudonymEntry | undefined => {
  const wanted = wordsOf(typed).join(' ');
  return (
    entries.find(({ id }) => id.toLowerCase() === typed.trim().toLowerCase()) ??
    entries.find(({ name }) => wordsOf(name).join(' ') === wanted)
  );
};

/** `N01`, `N02` …: never one that was given before in the same list. */
export const nextEntryId = (entries: readonly PseudonymEntry[]): string => {
  const last = Math.max(0, ...entries.map(({ id }) => Number(/^N(\d{1,6})$/u.exec(id)?.[1] ?? 0)));
  return `N${String(last + 1).padStart(2, '0')}`;
};
