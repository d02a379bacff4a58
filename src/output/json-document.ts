/** Every JSON document that a command prints or writes for programs. */
import { COMMANDING } from './safe-text.ts';

/**
 * JSON lets control characters from U+007F on, and signs that turn the direction of a line, stand as they are: a terminal
 * or an editor would obey them. As `\uXXXX` they are the same data. Text that was made by `JSON.stringify` alone.
 */
const escaped = (json: string): string =>
  json.replaceAll(COMMANDING, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A part of a document that is written piece by piece. */
export const jsonPart = (content: object): string => escaped(JSON.stringify(content, null, 2));

export const jsonDocument = (content: object): string => `${jsonPart(content)}\n`;
