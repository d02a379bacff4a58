import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Root of the installed package: `src/` and `dist/` both lie one level below it. The only `import.meta.url`. */
const root = new URL('../', import.meta.url);

/** Absolute path of something shipped with the package, e.g. `templates/portfolio`. */
export const assetPath = (relative: string): string => fileURLToPath(new URL(relative, root));

export const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }).version;

/** The person's own folder; undefined where neither `HOME` nor the system names one: a container's user without a name. */
export const homeFolder = (env: NodeJS.ProcessEnv): string | undefined => {
  if (env['HOME']) return env['HOME'];
  try {
    return homedir();
  } catch {
    return undefined;
  }
};

/** Absolute path of a file inside an installed package, e.g. `@fontsource/source-serif-4/unicode.json`; undefined when absent. */
export const packageFile = (specifier: string): string | undefined => {
  try {
    return createRequire(root).resolve(specifier);
  } catch {
    return undefined;
  }
};
