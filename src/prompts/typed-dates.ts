import { isPartialDate } from '../domain/dates.ts';
import { words } from '../catalogue/index.ts';
import { withoutAccents } from '../domain/text/without-accents.ts';

const pad = (value: number | string): string => String(value).padStart(2, '0');

/** `mars 2021`, `3/2021`, `18/03/2021`, `2021-03` or `1er mars 2021` as `YYYY[-MM[-DD]]`; undefined if it is no date. */
export const parseTypedDate = (typed: string): string | undefined => {
  const found = readDate(typed);
  return found !== undefined && isPartialDate(found) ? found : undefined;
};

/** Why this is no date, as a sentence: not understood, or a day its month does not have. */
export const problemOfDate = (typed: string): string | undefined => {
  if (parseTypedDate(typed) !== undefined) return undefined;
  const month = readDate(typed)?.slice(0, 7);
  return month !== undefined && isPartialDate(month) ? words.prompts.noSuchDay : words.prompts.badDate;
};

/** « aujourd’hui », « en cours »: what people write for an end that has not come. */
export const isOngoing = (typed: string): boolean =>
  words.prompts.ongoing.includes(typed.trim().toLowerCase());

/** « mars 2021 – juin 2022 », « 2021 », « depuis mars 2021 », « mars 2021 – en cours » as a period; undefined if it is none. */
export const parseTypedPeriod = (typed: string): { start: string; end?: string } | undefined => {
  const { since, until } = words.prompts;
  const text = typed.replaceAll(/\s+/gu, ' ').trim();
  const opening = since.find((word) => text.toLowerCase().startsWith(`${word} `)) ?? '';
  const rest = text.slice(opening.length).trim();
  const single = parseTypedDate(rest);
  if (single !== undefined) return { start: single, ...(opening === '' && { end: single }) };
  for (const sign of until) {
    const at = ` ${rest} `.indexOf(` ${sign} `);
    const start = at < 0 ? undefined : parseTypedDate(rest.slice(0, Math.max(0, at - 1)));
    if (start === undefined) continue;
    const last = rest.slice(at + sign.length).trim();
    if (last === '' || isOngoing(last)) return { start };
    const end = parseTypedDate(last);
    return end === undefined ? undefined : { start, end };
  }
  return undefined;
};

const readDate = (typed: string): string | undefined => {
  const text = withoutAccents(typed.trim())
    .toLowerCase()
    .replaceAll(/\b1er\b/g, '1')
    .replace(/^(?:depuis|en) /, '');
  return readNumbers(text) ?? readWords(text);
};

const readNumbers = (text: string): string | undefined => {
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (iso) return [iso[1], ...[iso[2], iso[3]].filter((part) => part !== undefined).map(pad)].join('-');
  const french = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (french) return [french[3], pad(french[2] ?? ''), ...(french[1] ? [pad(french[1])] : [])].join('-');
  return undefined;
};

const readWords = (text: string): string | undefined => {
  const match = /^(?:(?:le )?(\d{1,2}) )?([a-z]{3,9})\.? (\d{4})$/.exec(text);
  if (!match) return undefined;
  const months = words.prompts.months.map((month) => withoutAccents(month).toLowerCase());
  const name = match[2] ?? '';
  const candidates = months.filter((month) => month.startsWith(name));
  if (candidates.length !== 1) return undefined;
  const month = pad(months.indexOf(candidates[0] ?? '') + 1);
  return [match[3], month, ...(match[1] ? [pad(match[1])] : [])].join('-');
};
