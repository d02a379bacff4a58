/** Earlier texts of a portfolio, by the names that the store gives them. */
const VERSION = /^\.acquis\/versions\/\d{6}-\d{8}T\d{6}Z-[0-9a-f]{8}(?:\.conflit)?\.yaml$/u;

const isHidden = (part: string): boolean => part.startsWith('.');

/**
 * A folder that holds a file of this name may be taken by git for its own, hidden or not, and what `config` says there
 * runs with the next `git status`, which many a prompt asks for.
 */
const isGitMark = (part: string): boolean => part.toLowerCase() === 'head';

/**
 * True for what a restored folder gets of an archive's payload: everything but what programs hide (`.git`, `.acquis` but
 * its earlier texts), which could act by itself; `named` is what the portfolio names: a proof whose own name begins with a
 * point is one, where no folder on its way is hidden. Paths are from the portfolio's root.
 */
export const isRestored = (path: string, named: ReadonlySet<string>): boolean => {
  if (VERSION.test(path)) return true;
  const parts = path.split('/');
  const [folders, name = ''] = [parts.slice(0, -1), parts.at(-1)];
  if (folders.some(isHidden) || isGitMark(name)) return false;
  return !isHidden(name) || (folders.length > 0 && named.has(path));
};
