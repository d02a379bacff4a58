import { mayProceed, type Permission } from '../domain/referential/registration.ts';
import type { Referential } from '../domain/referential.ts';
import { AcquisError } from './errors.ts';

/**
 * Refuses to go on with a certification whose registration has ended, unless the candidate was declared recevable in
 * time; otherwise returns what has to be said first (`reason`). Called before anything is asked, written or counted.
 */
export const requireOpenCertification = (
  referential: Referential,
  today: string,
  eligible?: string,
): Permission => {
  const permission = mayProceed(referential, today, eligible);
  if (permission.allowed) return permission;
  throw new AcquisError('usage', 'certification-closed', {
    code: permission.code,
    end: permission.expires,
    successor: permission.successor?.code ?? '',
    eligible: eligible ?? '',
  });
};
