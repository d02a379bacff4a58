import type { Portfolio } from './portfolio.ts';
import { EXPORTS_FOLDER } from './folder-names.ts';

/** Files of its folder that a portfolio names, as it spells them: all that is read besides the portfolio itself. */
export const namedFiles = ({ referential, evidence, organisations }: Portfolio): string[] => [
  ...(referential ? [referential.file] : []),
  ...evidence.flatMap(({ file, publicFile }) =>
    [file, publicFile].flatMap((stored) => (stored ? [stored.path] : [])),
  ),
  ...organisations.flatMap(({ organigramme }) => (organigramme ? [organigramme.file] : [])),
];

/** As a file system that ignores case, composition and dots at the end of names may take it. */
const segmentsOf = (path: string): string[] =>
  path
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\\/]/)
    .map((segment) => (segment === '.' ? '' : segment.replace(/(?<=.)[. ]+$/, '')))
    .filter((segment) => segment !== '');

/**
 * True for what documents are not made from unless a portfolio names it: documents (`exports`, and `target`, a folder of
 * the portfolio that `--out` names), and what programs hide there (`.acquis`, `.git`, `.DS_Store`), which changes by itself.
 */
export const isLeftOut = (path: string, target?: string): boolean => {
  const segments = segmentsOf(path);
  const begins = (folder: readonly string[]): boolean =>
    folder.length > 0 && folder.every((segment, index) => segments[index] === segment);
  return (
    segments.some((segment) => segment.startsWith('.')) ||
    begins([EXPORTS_FOLDER]) ||
    (target !== undefined && begins(segmentsOf(target)))
  );
};
