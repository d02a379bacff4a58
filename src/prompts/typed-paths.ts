import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A path as typed, or as a file dropped on the window arrives: quoted, with escaped spaces, or as a `file:` address. */
export const parseTypedPath = (typed: string): string => {
  const text = typed.trim();
  if (/^file:\/\//i.test(text)) {
    try {
      return fileURLToPath(text);
    } catch {
      // Not a file of this machine: left as typed, the caller reports that it does not exist.
      return text;
    }
  }
  const quoted = /^'(.*)'$|^"(.*)"$/.exec(text);
  const plain = quoted
    ? // Inside the quotes of a shell an apostrophe is written by leaving them: '\'' or '"'"'.
      (quoted[1]?.replaceAll(/'(?:\\'|"'")'/g, "'") ?? quoted[2] ?? '')
    : process.platform === 'win32'
      ? text
      : text.replaceAll(/\\(.)/g, '$1');
  return plain === '~' || plain.startsWith('~/') ? join(homedir(), plain.slice(1)) : plain;
};
