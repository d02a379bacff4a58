import { safeText } from './safe-text.ts';

/**
 * Where GitHub makes a link or a notification of plain text: an invisible space after these keeps it text. Written as
 * an entity, so that nobody meets an invisible sign in a source.
 */
const LINKING = /[@#](?=[\w-])|(?<=\b(?:https?|ftp|mailto|xmpp)):|\bwww(?=\.)/giu;
const APART = '&#8203;';

/** Any text as the inside of a Markdown line: nothing in it is markup, a link, a mention or a second line. */
export const markdownText = (text: string): string =>
  safeText(text)
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll(/[\\`*_{}[\]<>|~$!]/gu, '\\$&')
    .replaceAll(LINKING, `$&${APART}`)
    // What begins a list, a heading or a rule.
    .replace(/^(?=[-+#=])/u, '\\')
    .replace(/^(\d+)(?=[.)])/u, '$1\\');

/** One row of a table; cells are Markdown already. */
export const markdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
