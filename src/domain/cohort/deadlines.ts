import { addMonths, daysBetween } from '../dates.ts';
import type { Portfolio } from '../portfolio.ts';
import type { Referential } from '../referential.ts';
import { mayProceed } from '../referential/registration.ts';

/** A recevabilité lapses when its candidate shows no activity for six months (Code du travail, R6412-4). */
const ACTIVITY_MONTHS = 6;
/** The certifier answers a feasibility file within two months (L6412-2). */
const ANSWER_MONTHS = 2;

/**
 * - `activity`: six months after the last activity shown, or after the recevabilité where none is noted;
 * - `eligibility`: the answer to a feasibility file that was sent;
 * - `deposit`, `jury`: the days the portfolio names;
 * - `registration`: the certification's last day, by which a candidate must have been declared recevable.
 */
export type DeadlineKind = 'activity' | 'eligibility' | 'deposit' | 'jury' | 'registration';

export interface Deadline {
  readonly kind: DeadlineKind;
  /** Last day on which it is met, `YYYY-MM-DD`. */
  readonly due: string;
  /** Days left; negative once it has passed. */
  readonly days: number;
  /** Where the registration ends: the certification that takes over, when known. */
  readonly successor?: string;
}

/** What a folder's dates still ask for, nearest first; nothing once the jury has met. */
export const deadlinesOf = (
  { dates }: Pick<Portfolio, 'dates'>,
  referential: Pick<Referential, 'code' | 'registration'>,
  today: string,
): readonly Deadline[] => {
  const { sent, eligible, lastActivity, deposit, jury } = dates;
  if (jury !== undefined && jury < today) return [];
  const found: Deadline[] = [];
  const add = (kind: DeadlineKind, due: string, rest: Pick<Deadline, 'successor'> = {}): void =>
    void found.push({ kind, due, days: daysBetween(today, due), ...rest });
  const last = [eligible, lastActivity]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  // A jury is convened once the file is in: nothing lapses any more, and the deposit is behind the candidate.
  if (last !== undefined && jury === undefined) add('activity', addMonths(last, ACTIVITY_MONTHS));
  if (sent !== undefined && eligible === undefined) add('eligibility', addMonths(sent, ANSWER_MONTHS));
  if (deposit !== undefined && jury === undefined) add('deposit', deposit);
  if (jury !== undefined) add('jury', jury);
  const permission = mayProceed(referential, today, eligible);
  if (permission.reason !== 'open' && (eligible === undefined || eligible > permission.expires))
    add('registration', permission.expires, {
      ...(permission.successor !== undefined && { successor: permission.successor.code }),
    });
  return found.toSorted((a, b) => a.days - b.days);
};
