import { words } from '../catalogue/index.ts';
import type { PseudonymEntry } from '../domain/privacy/pseudonym-file.ts';
import { safeText } from './safe-text.ts';
import { jsonDocument } from './json-document.ts';

/** One entry a line: its id, the name, what stands for it, and the other ways of naming the same. */
export const pseudonymLines = (entries: readonly PseudonymEntry[]): string => {
  const width = Math.max(0, ...entries.map(({ id }) => id.length));
  return entries
    .map(({ id, name, pseudonym, kind, aliases }) => {
      const also = aliases.length === 0 ? '' : ` (${aliases.join(', ')})`;
      const shown = kind === 'personne' ? '' : ` · ${words.pseudonyms.kinds[kind]}`;
      return `${safeText(`${id.padEnd(width)}  ${name}${also} → ${pseudonym}${shown}`.replaceAll(/\s*\n\s*/gu, ' '))}\n`;
    })
    .join('');
};

/** The whole list, or one entry, for machines. */
export const pseudonymDocument = (content: Readonly<Record<string, unknown>>): string =>
  jsonDocument({ version: 1, ...content });
