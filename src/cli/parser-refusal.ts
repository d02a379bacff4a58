import type { CommanderError } from 'commander';
import type { Sentence } from '../catalogue/fr/sentence.ts';
import { words } from '../catalogue/index.ts';

/**
 * Commander puts what it refuses between quotes in an English sentence, and what was perhaps meant in another; the code
 * alone is stable.
 */
export const sentenceOfRefusal = ({ code, message }: CommanderError): Sentence => {
  const { refusals, refused, didYouMean } = words.program;
  const quoted = [...message.matchAll(/'([^']*)'/gu)].map(([, text]) => text);
  const sentence =
    refusals[code]?.(quoted.slice(0, code === 'commander.conflictingOption' ? 2 : 1).join(', ')) ?? refused();
  const meant = /\(Did you mean (?:one of )?(.+)\?\)$/u.exec(message)?.[1];
  return meant === undefined ? sentence : { ...sentence, hint: didYouMean(meant) };
};
