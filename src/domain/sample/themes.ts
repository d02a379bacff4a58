import type { Competence } from '../referential.ts';
import type { SampleBank, Theme } from './bank.ts';
import { withoutAccents } from '../text/without-accents.ts';

/** Accents and case aside: register texts vary in both. */
const fold = (text: string): string =>
  withoutAccents(text).replaceAll('’', "'").replaceAll('œ', 'oe').toLowerCase();

/** What a competence is about: by its short title first, which names one thing, then by the beginning of its statement. */
export const themeOf = (bank: SampleBank, competence: Competence): Theme => {
  const known = themes.get(competence) ?? recogniseTheme(bank, competence);
  themes.set(competence, known);
  return known;
};

/** One référentiel and one bank serve thousands of folders. */
const themes = new WeakMap<Competence, Theme>();

const recogniseTheme = (bank: SampleBank, { short, statement }: Competence): Theme => {
  const recognise = (text: string): Theme | undefined =>
    bank.themes.find(({ match }) => match.test(fold(text)));
  const found = recognise(short) ?? recognise(statement.slice(0, 120)) ?? bank.themes.at(-1);
  if (found === undefined) throw new RangeError('the bank has no theme');
  return found;
};
