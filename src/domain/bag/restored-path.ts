/** Earlier texts of a portfolio, by the names that the store gives them. */
const VERSION = /^\.acquis\/versions\/\d{6}-\d{8}T\d{6}Z-[0-9a-f]{8}(?:\.conflit)?\.yaml$/u;

/**
 * True for what a restored folder gets of an archive's payload: everything but what programs hide (`.git`, `.acquis` but
 * its earlier texts), which could act by itself; `named` is what the portfolio names. Paths are from the portfolio's root.
 */
export const isRestored = (path: string, named: ReadonlySet<string>): boolean =>
  named.has(path) || VERSION.test(path) || !path.split('/').some((part) => part.startsWith('.'));
