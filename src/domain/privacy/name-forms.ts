/** The ways in which people write a name that somebody listed. */
import { foldForNames } from './folded-text.ts';

export const NAME_KINDS = ['personne', 'organisation'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export interface ListedName {
  readonly name: string;
  readonly pseudonym: string;
  readonly kind: NameKind;
  /** Other ways of naming the same: a first name alone, an acronym, a former name. */
  readonly aliases: readonly string[];
}

/** One way of writing it: its words without case and accents. `capital`: the first has a capital, since it may be an ordinary word. */
export interface NameForm {
  readonly words: readonly string[];
  readonly capital: boolean;
  /** « Untel, Claire »: a comma may stand between. */
  readonly comma: boolean;
}

const PARTICLES = new Set(
  'de du des d la le les l von van der den el al ben bin da dos di del della st saint sainte'.split(' '),
);

/** Words of a text read for names, apostrophes and dashes being borders. */
export const wordsOf = (text: string): string[] => foldForNames(text).text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Parts of a name as they were typed: « Awa », « Diarra-Lemoine ». */
const partsOf = (name: string): string[] => name.trim().split(/\s+/u);

const isShouted = (part: string): boolean => /^[\p{Lu}'\u2019-]{2,}$/u.test(part);

/** First names and surname: « Hugo d’Orval », « LEMOINE Awa », « Jean de La Tour ». */
const splitPerson = (name: string): { readonly first: string[]; readonly last: string[] } => {
  const parts = partsOf(name);
  if (isShouted(parts[0] ?? '') && parts.some((part) => !isShouted(part))) {
    const end = parts.findIndex((part) => !isShouted(part));
    return { first: parts.slice(end), last: parts.slice(0, end) };
  }
  const particle = parts.findIndex(
    (part, index) => index > 0 && index < parts.length - 1 && PARTICLES.has(wordsOf(part)[0] ?? ''),
  );
  const at = particle > 0 ? particle : Math.max(1, parts.length - 1);
  return { first: parts.slice(0, at), last: parts.slice(at) };
};

const form = (words: readonly string[], capital: boolean, comma = false): NameForm => ({
  words,
  capital,
  comma,
});

const TITLES = new Set('m mr mme mlle monsieur madame mademoiselle dr docteur me maitre'.split(' '));

/** Too short to stand for somebody by itself. */
const LEAST_LETTERS = 2;

const personForms = (name: string, alone: boolean): NameForm[] => {
  const spoken = partsOf(name).filter((part) => !TITLES.has(wordsOf(part).join(' ')));
  const { first, last } = splitPerson(spoken.join(' '));
  const [given, surname] = [wordsOf(first.join(' ')), wordsOf(last.join(' '))];
  const whole = wordsOf(name);
  if (surname.length === 0) return [form(whole, whole.length === 1), form(given, true)];
  const bare = surname.slice(surname.findIndex((word) => !PARTICLES.has(word)));
  const twice = last.at(-1)?.includes('-') === true ? bare.filter((word) => word.length > LEAST_LETTERS) : [];
  const initials = given.map((word) => word.charAt(0));
  return [
    form(whole, false),
    form([...given, ...surname], false),
    form([...surname, ...given], false, true),
    form([...given, ...bare], false),
    form([...initials, ...surname], true),
    form([initials[0] ?? '', ...surname], true),
    form([...surname, initials[0] ?? ''], true, true),
    ...(alone ? [form(surname, true), form(bare, true), ...twice.map((word) => form([word], true))] : []),
  ].filter(({ words }) => words.length > 0 && !words.includes(''));
};

/**
 * Every form of a listed name, without those of `spared`: the candidate's own surname would otherwise be taken from her or
 * him, where a relative is listed.
 */
export const formsOf = ({ name, kind, aliases }: ListedName, spared?: string): NameForm[] => {
  const own = new Set(spared === undefined ? [] : wordsOf(spared));
  const shared = wordsOf(splitPerson(name).last.join(' ')).some((word) => own.has(word));
  const whole = (text: string): NameForm => {
    const words = wordsOf(text);
    return form(words, words.length === 1 && /^\p{Lu}/u.test(text.trim()));
  };
  return [
    ...(kind === 'personne' ? personForms(name, !shared) : [whole(name)]),
    ...aliases.map(whole),
  ].filter(({ words }) => words.join('').length >= LEAST_LETTERS);
};
