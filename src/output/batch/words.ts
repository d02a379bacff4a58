import type { ItemError, ItemOutcome } from '../../app/ports/batch-run.ts';
import type { Sentence } from '../../catalogue/fr/sentence.ts';
import { words } from '../../catalogue/index.ts';
import { safeText } from '../safe-text.ts';

/** Why a folder failed, and what to do. */
export const sentenceOf = ({ code, args }: ItemError): Sentence =>
  code === 'bug' ? words.batch.bug(String(args['detail'])) : words.errors[code](args);

export const countOf = ({ findings }: ItemOutcome, severity: 'error' | 'gap'): number =>
  findings.filter((found) => found.severity === severity).length;

/** A folder's shortcomings in few words: « 2 erreurs, 5 manques ». */
export const shortcomings = (outcome: ItemOutcome): string =>
  words.batch.errorsAndGaps(countOf(outcome, 'error'), countOf(outcome, 'gap')) || words.batch.belowMinimum;

/** One line of data: a name may hold what parts lines and fields. */
const field = (text: string): string =>
  safeText(text).replaceAll(/[\t\n]/gu, (sign) => (sign === '\t' ? '\\u{9}' : '\\u{a}'));

/** Status, folder, then the documents made, or the percentage of a check and what it found of people where that was asked. */
export const outcomeLine = ({ status, folder, documents, percent, personal }: ItemOutcome): string => {
  const figures = [percent, personal].flatMap((figure) => (figure === undefined ? [] : [String(figure)]));
  return `${[status, folder, ...(percent === undefined ? documents : figures)].map(field).join('\t')}\n`;
};
