import { check } from './fr/check.ts';
import { errors } from './fr/errors.ts';
import { findings } from './fr/findings.ts';
import { program } from './fr/program.ts';
import { referential } from './fr/referential.ts';
import { storage } from './fr/storage.ts';

/**
 * Every word a user reads, in one typed place: adapters and `cli` take sentences from here, domain and use cases never
 * do. A second language is a second object of this type.
 */
export const words = {
  check,
  errors,
  findings,
  program,
  referential,
  storage,
};
export type Words = typeof words;
