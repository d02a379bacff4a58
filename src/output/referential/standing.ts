import { words } from '../../catalogue/index.ts';
import type { CertificationStatus } from '../../domain/referential/registration.ts';
import type { Page } from '../page.ts';

/** The standing of a registration, where it must be said before anything else. */
export const sayStanding = (status: CertificationStatus, page: Page): void => {
  const sentence = words.referential.standing(status);
  if (sentence !== undefined)
    page.alert(status.status === 'expired' ? '✗' : '!', sentence.message, sentence.hint);
};
