import { PORTFOLIO_FILE, PRIVATE_FOLDER, PSEUDONYM_FILE, SNAPSHOT_FILE } from './folder-names.ts';

/**
 * True when a path written in a portfolio stays in its folder by its words alone: relative, no `..` in any spelling that
 * some program may decode (`%2e%2e`, `\`), no drive letter. Links on the disk are looked at when the file is opened.
 */
export const staysInside = (path: string): boolean => spellings(path).every(isPlain);

/** What the folder is made of; it holds private notes and earlier texts, and must not travel as an annex. */
const OWN_FILES: ReadonlySet<string> = new Set([
  PORTFOLIO_FILE,
  PSEUDONYM_FILE,
  SNAPSHOT_FILE,
  PRIVATE_FOLDER,
]);

/** True when a path names one of the portfolio's own files, in any spelling a file system may take for it. */
export const isReserved = (path: string): boolean =>
  spellings(path).some((spelling) => {
    const first = spelling
      .normalize('NFKC')
      .toLowerCase()
      .split('/')
      // Windows drops dots and blanks at the end of a name.
      .map((part) => part.replace(/[. ]+$/, ''))
      .find((part) => part !== '');
    return first !== undefined && OWN_FILES.has(first);
  });

const isPlain = (path: string): boolean =>
  !/^(?:\/|[A-Za-z]:)/.test(path) && !path.includes('\0') && !path.split('/').includes('..');

const spellings = (path: string): readonly string[] => {
  if (!/[%\\]/.test(path)) return [path];
  const slashed = path.replaceAll('\\', '/');
  try {
    return [slashed, decodeURIComponent(slashed).replaceAll('\\', '/')];
  } catch {
    // « 100 % des réponses.pdf » is no encoded path.
    return [slashed, slashed.replaceAll(/%2e/gi, '.').replaceAll(/%(?:2f|5c)/gi, '/')];
  }
};
