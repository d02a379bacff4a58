/**
 * What the register's dates allow. After its end date a fiche is inactive, but people declared recevable (or in
 * training) before that day may still obtain the certification (Code du travail, L6113-9); a renewal is a new code, and
 * nothing carries over to it by itself.
 */
import { addMonths } from '../dates.ts';
import type { Referential } from '../referential.ts';

/** A VAE takes six to eight months or more: a nearer end is worth saying. */
const EXPIRING_MONTHS = 18;

/**
 * - `active`: registered, and for 18 months or more;
 * - `expiring`: registered, for less than 18 months;
 * - `expired`: its end date has passed, whether or not a successor is known;
 * - `replaced`: still registered, but its successor already stands beside it.
 */
export type RegistrationStatus = 'active' | 'expiring' | 'expired' | 'replaced';

export interface CertificationStatus {
  readonly code: string;
  readonly status: RegistrationStatus;
  /** Last day of the registration, `YYYY-MM-DD`. */
  readonly expires: string;
  readonly successor?: { readonly code: string; readonly title?: string; readonly end?: string };
}

type Registered = Pick<Referential, 'code' | 'registration'>;

const statusOn = ({ end, successor }: Registered['registration'], today: string): RegistrationStatus => {
  if (today > end) return 'expired';
  if (successor?.since !== undefined && successor.since <= today) return 'replaced';
  return end < addMonths(today, EXPIRING_MONTHS) ? 'expiring' : 'active';
};

/** Where a certification stands on a given day (`YYYY-MM-DD`). */
export const certificationStatus = (referential: Registered, today: string): CertificationStatus => {
  const { end, successor } = referential.registration;
  return {
    code: referential.code,
    status: statusOn(referential.registration, today),
    expires: end,
    ...(successor !== undefined && {
      successor: {
        code: successor.code,
        ...(successor.title !== undefined && { title: successor.title }),
        ...(successor.end !== undefined && { end: successor.end }),
      },
    }),
  };
};

/**
 * Whether a candidate may go on, and what must be said first:
 * - `open`: nothing to say;
 * - `expiring`, `replaced`: allowed, worth a warning;
 * - `finishing`: the registration has ended, but the candidate was declared recevable in time;
 * - `closed`: the registration has ended, and the candidate was declared recevable too late, or gave no date.
 */
export type Permission = CertificationStatus & {
  readonly allowed: boolean;
  readonly reason: 'open' | 'expiring' | 'replaced' | 'finishing' | 'closed';
};

/** `eligible`: the day the candidate was declared recevable, `YYYY-MM-DD`. The end day itself still counts. */
export const mayProceed = (referential: Registered, today: string, eligible?: string): Permission => {
  const status = certificationStatus(referential, today);
  if (status.status === 'active') return { ...status, allowed: true, reason: 'open' };
  if (status.status !== 'expired') return { ...status, allowed: true, reason: status.status };
  const allowed = eligible !== undefined && eligible <= status.expires;
  return { ...status, allowed, reason: allowed ? 'finishing' : 'closed' };
};
