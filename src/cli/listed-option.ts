import { Option } from 'commander';
import { collect } from './flags.ts';

/**
 * An option whose values commander knows, for completion. Refusing stays with the command, in French: commander's own
 * `choices()` would refuse in English, and each part of a comma list.
 */
export const listedOption = (flags: string, description: string, values: readonly string[]): Option =>
  Object.assign(new Option(flags, description), { argChoices: [...values] });

/** The same, given several times or as a comma list. */
export const repeatedOption = (flags: string, description: string, values: readonly string[]): Option =>
  listedOption(flags, description, values).argParser(collect).default([]);

export const textOrJson = (description: string): Option =>
  listedOption('--format <format>', description, ['text', 'json']).default('text');
