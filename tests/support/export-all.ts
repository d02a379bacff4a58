import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runAcquis } from './run-acquis.ts';

/**
 * Every PDF that `acquis export --document all` makes of a portfolio, by its path: in a process, a folder, a HOME and a
 * temporary folder of their own below `place`.
 */
export const exportAll = async (
  portfolio: string,
  place: string,
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<Map<string, Buffer>> => {
  const [home, temporary, copy, out] = ['home', 'tmp', 'dossier', 'out'].map((name) => join(place, name));
  for (const folder of [home!, temporary!]) mkdirSync(folder, { recursive: true });
  // As root the browser runs as somebody else.
  chmodSync(place, 0o755);
  chmodSync(temporary!, 0o1777);
  cpSync(portfolio, copy!, { recursive: true });
  const { status, stderr } = await runAcquis(
    ['export', copy!, '--document', 'all', '--out', out!, ...args],
    { cwd: place, env: { HOME: home!, TMPDIR: temporary!, ...env } }, // prettier-ignore
  );
  if (status !== 0) throw new Error(stderr);
  const files = readdirSync(out!, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.pdf'),
  );
  return new Map(files.toSorted().map((name) => [name, readFileSync(join(out!, name))]));
};
