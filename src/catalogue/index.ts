import { errors } from './fr/errors.ts';

/**
 * Every word a user reads, in one typed place: adapters and `cli` take sentences from here, domain and use cases never
 * do. A second language is a second object of this type.
 */
export const words = { errors };
export type Words = typeof words;
