/** Errors on their way between two processes; apart, since most readers never meet one and start without this. */
import { AcquisError } from '../app/errors.ts';
import type { Refusal } from './messages.ts';

export const refusalOf = (error: unknown): Refusal => {
  if (!(error instanceof AcquisError))
    return error instanceof Error
      ? { of: 'program', message: error.message, stack: error.stack }
      : { of: 'program', message: String(error), stack: undefined };
  const { kind, code, args, details } = error;
  return { of: 'input', error: { kind, code, args, details } };
};

/** The same error on this side; a bug keeps the stack it had on the other. */
export const errorOf = (refusal: Refusal): Error => {
  if (refusal.of === 'program')
    return Object.assign(new Error(refusal.message), refusal.stack !== undefined && { stack: refusal.stack });
  const { kind, code, args, details } = refusal.error;
  return new AcquisError(kind, code, args, { details });
};
