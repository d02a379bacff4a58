import { finding } from '../findings.ts';
import type { FinalRule } from './final-context.ts';

/** A jury has to know whom it reads, and a certifier where to write. */
export const theIdentityIsComplete: FinalRule = ({ portfolio: { candidate } }) => {
  const missing = {
    birthDate: candidate.birthDate === undefined,
    address: candidate.address === undefined || candidate.city === undefined,
    contact: candidate.email === undefined && candidate.phone === undefined,
  };
  return Object.entries(missing).flatMap(([fact, isMissing]) =>
    isMissing ? [finding('final-identity-missing', `candidate.${fact}`, { fact })] : [],
  );
};
