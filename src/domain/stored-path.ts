/**
 * True when a path written in a portfolio stays in its folder by its words alone: relative, no `..` in any spelling that
 * some program may decode (`%2e%2e`, `\`), no drive letter. Links on the disk are looked at when the file is opened.
 */
export const staysInside = (path: string): boolean => spellings(path).every(isPlain);

const isPlain = (path: string): boolean =>
  !/^(?:\/|[A-Za-z]:)/.test(path) && !path.includes('\0') && !path.split('/').includes('..');

const spellings = (path: string): readonly string[] => {
  const slashed = path.replaceAll('\\', '/');
  try {
    return [slashed, decodeURIComponent(slashed).replaceAll('\\', '/')];
  } catch {
    // « 100 % des réponses.pdf » is no encoded path.
    return [slashed, slashed.replaceAll(/%2e/gi, '.').replaceAll(/%(?:2f|5c)/gi, '/')];
  }
};
