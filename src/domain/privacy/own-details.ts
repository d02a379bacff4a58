import type { Portfolio } from '../portfolio.ts';
import type { Sighting } from './sighting.ts';
import { withoutAccents } from '../text/without-accents.ts';

const MONTHS = [
  'jan',
  'fev',
  'mar',
  'avr',
  'mai',
  'juin',
  'juil',
  'aou',
  'sep',
  'oct',
  'nov',
  'dec',
] as const;

const plain = (text: string): string => withoutAccents(text).toLowerCase();
const figures = (text: string): string => text.replaceAll(/\D/gu, '');

/** `1984-03-12` for « 12 mars 1984 », « 12/03/84 »; undefined for what is no day. */
const dayOf = (text: string): string | undefined => {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return text;
  const [day, month, year] = plain(text).match(/\d+|\p{L}{3,}/gu) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const number = /^\d/u.test(month) ? Number(month) : MONTHS.findIndex((name) => month.startsWith(name)) + 1;
  const full = year.length === 2 ? `${Number(year) > 30 ? 19 : 20}${year}` : year;
  return `${full}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** True for what the candidate's own page says of her or him anyway: nobody else is told by it. */
export const isOwnDetail = (
  { kind, value }: Sighting,
  { email, phone, birthDate, address }: Portfolio['candidate'],
): boolean => {
  if (kind === 'email') return email !== undefined && plain(value) === plain(email);
  if (kind === 'phone') return phone !== undefined && figures(value).slice(-9) === figures(phone).slice(-9);
  if (kind === 'birth-date') return birthDate !== undefined && dayOf(value) === birthDate;
  return kind === 'address' && address !== undefined && plain(value).startsWith(plain(address));
};
