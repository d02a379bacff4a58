import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Root of the installed package: `src/` and `dist/` both lie one level below it. The only `import.meta.url`. */
const root = new URL('../', import.meta.url);

/** Absolute path of something shipped with the package, e.g. `templates/portfolio`. */
export const assetPath = (relative: string): string => fileURLToPath(new URL(relative, root));

export const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }).version;

/** Absolute path of a file inside an installed package, e.g. `@fontsource/source-serif-4/unicode.json`; undefined when absent. */
export const packageFile = (specifier: string): string | undefined => {
  try {
    return createRequire(root).resolve(specifier);
  } catch {
    return undefined;
  }
};
