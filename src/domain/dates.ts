import { z } from 'zod';

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** True for `YYYY`, `YYYY-MM` or `YYYY-MM-DD` that names a day, month or year of the calendar. */
export const isPartialDate = (value: string): boolean => {
  const match = SHAPE.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

/** A date as precise as the candidate knows it: `2024`, `2024-03` or `2024-03-18`. */
export const PartialDate = z.string().refine(isPartialDate, { error: 'date' });

/** A full day, `YYYY-MM-DD`. */
export const Day = z
  .string()
  .refine((value) => value.length === 10 && isPartialDate(value), { error: 'day' });

/** From `start` to `end`; without `end` it is still going on. */
export const Period = z
  .strictObject({ start: PartialDate, end: PartialDate.optional() })
  .refine((period) => period.end === undefined || lastDay(period.end) >= firstDay(period.start), {
    error: 'period-order',
    path: ['end'],
  });
export type Period = z.infer<typeof Period>;

/** The earliest day a partial date may mean, so that dates compare as strings. */
export const firstDay = (date: string): string =>
  `${date}${'-01-01'.slice(date.length === 4 ? 0 : 3)}`.slice(0, 10);

/** The latest day a partial date may mean. */
export const lastDay = (date: string): string => {
  if (date.length === 10) return date;
  const month = date.length === 7 ? date.slice(5) : '12';
  return `${date.slice(0, 4)}-${month}-${daysInMonth(Number(date.slice(0, 4)), Number(month))}`;
};

/** True when a period from `start` to `end` would end before it starts; an unknown start is before everything. */
export const isBefore = (end: string, start: string | undefined): boolean =>
  start !== undefined && lastDay(end) < firstDay(start);

/** The day `months` calendar months after (or before, when negative) a full day, clipped to the month's end. */
export const addMonths = (day: string, months: number): string => {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const dayOfMonth = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
};

/** A day's number in a calendar without gaps (days since 0000-03-01, Gregorian): months end at different days, numbers do not. */
const dayNumber = (day: string): number => {
  const month = Number(day.slice(5, 7));
  // A year that begins in March has its leap day at the end, so that months before it are always the same length.
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + Number(day.slice(8)) - 1;
};

/** Days from one full day to another; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The day `days` after (or before, when negative) a full day. */
export const addDays = (day: string, days: number): string => {
  const wanted = dayNumber(day) + days;
  // 365.2425 days a year: at most one month off, put right below.
  const year = String(Math.floor((wanted + 59) / 365.2425)).padStart(4, '0');
  let month = addMonths(`${year}-01-01`, -1);
  for (let next = addMonths(month, 1); dayNumber(next) <= wanted; next = addMonths(next, 1)) month = next;
  return `${month.slice(0, 8)}${String(wanted - dayNumber(month) + 1).padStart(2, '0')}`;
};
