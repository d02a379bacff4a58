import { finding, type Finding, type FindingCode } from '../findings.ts';
import type { Permission } from './registration.ts';

const CODES: Record<Exclude<Permission['reason'], 'open'>, FindingCode> = {
  closed: 'registration-closed',
  finishing: 'registration-ended',
  expiring: 'registration-expiring',
  replaced: 'registration-replaced',
};

/** What a registration's dates mean for this candidate; undefined when there is nothing to say. */
export const registrationFinding = (
  permission: Permission,
  eligible: string | undefined,
): Finding | undefined => {
  const { code, expires, successor, reason } = permission;
  return reason === 'open'
    ? undefined
    : finding(CODES[reason], 'certification', {
        code,
        expires,
        successor: successor?.code ?? '',
        eligible: eligible ?? '',
      });
};
