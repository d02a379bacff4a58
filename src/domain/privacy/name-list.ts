/** Finds the names of a list in texts, and puts pseudonyms in their place. One pass over the words, however long the list. */
import { foldForNames, type FoldedText } from './folded-text.ts';
import { formsOf, wordsOf, type ListedName, type NameForm } from './name-forms.ts';
import type { Sighting } from './sighting.ts';

export interface NameList {
  find(text: string): Sighting[];
  /** The text with every listed name replaced by its pseudonym. */
  replace(text: string): string;
  /** The same for names of files, which are mostly written small. */
  replaceInFileName(name: string): string;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Known extends NameForm {
  /** Undefined for the candidate's own name, which stays. */
  readonly pseudonym: string | undefined;
}

interface Found extends Sighting {
  readonly pseudonym: string | undefined;
}

/** What may stand between two words of one name: blanks, a dash, an apostrophe, marks of Markdown, a dot after an initial. */
const isGap = (gap: string, comma: boolean): boolean =>
  gap.length <= 6 && (comma ? /^[\s'.,*_\\-]+$/u : /^[\s'.*_\\-]+$/u).test(gap) && !/\n\s*\n/u.test(gap);

const wordsIn = ({ text }: FoldedText): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));

/** « d’Untel » before a pseudonym that begins with a consonant is « de », and the other way round. */
const VOWEL = /^[aeiouyàâäéèêëîïôöùûüœæh]/iu;
const ELIDED: Readonly<Record<string, string>> = { d: 'de', qu: 'que', jusqu: 'jusque', lorsqu: 'lorsque', puisqu: 'puisque' }; // prettier-ignore

const joined = (before: string, pseudonym: string): string => {
  const elided = /(?<!\p{L})(d|qu|jusqu|lorsqu|puisqu)['\u2019]$/iu.exec(before);
  if (elided && !VOWEL.test(pseudonym)) {
    const word = elided[1]!;
    const full = ELIDED[word.toLowerCase()]!;
    const kept =
      word.charAt(0) === word.charAt(0).toUpperCase() ? full.charAt(0).toUpperCase() + full.slice(1) : full;
    return `${before.slice(0, -elided[0].length)}${kept} ${pseudonym}`;
  }
  const full = /(?<!\p{L})(d|qu)e[ \u00a0]$/iu.exec(before);
  return full && VOWEL.test(pseudonym) && !/^h/iu.test(pseudonym)
    ? `${before.slice(0, -full[0].length)}${full[1]}\u2019${pseudonym}`
    : before + pseudonym;
};

const index = (known: readonly Known[]): ReadonlyMap<string, readonly Known[]> => {
  const byFirst = new Map<string, Known[]>();
  for (const one of known) {
    const first = one.words[0]!;
    const same = byFirst.get(first);
    if (same) same.push(one);
    else byFirst.set(first, [one]);
  }
  // The longest first: « Awa Diarra » is not « Awa » and a rest.
  for (const forms of byFirst.values()) forms.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
};

/** `candidate`: her or his own name, which is never replaced unless it is listed itself. */
export const createNameList = (listed: readonly ListedName[], candidate?: string): NameList => {
  const isListed = (name: string): boolean =>
    listed.some((one) =>
      [one.name, ...one.aliases].some((way) => wordsOf(way).join(' ') === wordsOf(name).join(' ')),
    );
  const own = candidate !== undefined && !isListed(candidate) ? candidate : undefined;
  const forms = index(
    [
      ...(own === undefined
        ? []
        : [{ words: wordsOf(own), capital: false, comma: false, pseudonym: undefined }]),
      ...listed.flatMap((one) => formsOf(one, own).map((way) => ({ ...way, pseudonym: one.pseudonym }))),
    ].filter(({ words }) => words.length > 0),
  );

  const findAll = (text: string, { anyCase = false } = {}): Found[] => {
    if (forms.size === 0) return [];
    const folded = foldForNames(text);
    const words = wordsIn(folded);
    const fits = ({ words: wanted, capital, comma }: Known, at: number): boolean => {
      for (let step = 1; step < wanted.length; step++) {
        const [before, word] = [words[at + step - 1], words[at + step]];
        if (before === undefined || word === undefined || word.text !== wanted[step]) return false;
        if (!isGap(folded.text.slice(before.end, word.start), comma)) return false;
      }
      if (!capital || anyCase) return true;
      const { start } = folded.sighting('name', words[at]!.start, words[at]!.end);
      return /^\p{Lu}/u.test(text.slice(start));
    };
    const found: Found[] = [];
    for (let at = 0; at < words.length;) {
      const form = forms.get(words[at]!.text)?.find((one) => fits(one, at));
      if (form === undefined) {
        at++;
        continue;
      }
      const end = words[at + form.words.length - 1]!.end;
      found.push({ ...folded.sighting('name', words[at]!.start, end), pseudonym: form.pseudonym });
      at += form.words.length;
    }
    return found;
  };

  const replaceAll = (text: string, { inFileName }: { readonly inFileName: boolean }): string => {
    let shown = '';
    let at = 0;
    for (const { start, end, pseudonym } of findAll(text, { anyCase: inFileName })) {
      if (pseudonym === undefined) continue;
      // A mark of Markdown that opened before the name and closed within it closes behind the pseudonym.
      const marks = inFileName ? '' : (text.slice(start, end).match(/[*_]+/gu) ?? []).join('');
      shown = joined(shown + text.slice(at, start), pseudonym) + marks;
      at = end;
    }
    return shown + text.slice(at);
  };

  return {
    find: (text) =>
      findAll(text).flatMap(({ pseudonym, ...sighting }) => (pseudonym === undefined ? [] : [sighting])),
    replace: (text) => replaceAll(text, { inFileName: false }),
    replaceInFileName: (name) => replaceAll(name, { inFileName: true }),
  };
};
