import type { CommanderError } from 'commander';
import type { Sentence } from '../catalogue/fr/errors.ts';
import { words } from '../catalogue/index.ts';

/** Commander puts what it refuses between quotes in an English sentence; the code alone is stable. */
export const sentenceOfRefusal = ({ code, message }: CommanderError): Sentence =>
  words.program.refusals[code]?.(/'([^']*)'/.exec(message)?.[1] ?? '') ?? words.program.refused();
