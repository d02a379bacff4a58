// What every row works with: our command, a folder of its own, the portfolios it is measured on.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timeProcess } from './measure.js';

const root = fileURLToPath(new URL('..', import.meta.url));

export const node = (...args) => ({ command: process.execPath, args });
export const acquis = (...args) => node(join(root, 'bin', 'acquis.js'), ...args);
export const bareNode = () => node('-e', '0');
/** Documents printed at once, by us and by the loop we compare with. */
export const atOnce = Math.max(2, cpus().length);
/** Portfolios of each folder below `folder` to `out`, as many at once as the peers we compare with; without proofs' pages, which no peer prints. */
export const exportAll = (folder, format, out) => ({
  ...acquis(
    ...`batch export --document dossier-validation --annexes liste --format ${format} --jobs ${atOnce}`.split(
      ' ',
    ),
    '--out',
    out,
    folder,
  ),
  talks: true,
});
export const story = join(root, 'examples', 'recit-a-rncp38126');
export const printLoop = join(root, 'bench', 'print-files.js');
/** The browser an export would use. */
export const findBrowser = async () => {
  const { findBrowser: find } = await import('../dist/render/browser/find-browser.js');
  return find({ env: process.env });
};

/** Every file below a folder with that ending. */
export const filesIn = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => join(folder, name));

/** A folder that goes when the bench ends, with new ones inside for the asking and portfolios made once. */
export const openDesk = () => {
  const work = mkdtempSync(join(tmpdir(), 'acquis-bench-'));
  let made = 0;
  const fresh = (name) => {
    made += 1;
    const folder = join(work, `${made}-${name}`);
    mkdirSync(folder);
    return folder;
  };
  /** Folder with `count` fictional portfolios, complete unless told otherwise, the same at each run of the bench. */
  const portfolios = (count, { seed = 1, completeness = 100 } = {}) => {
    const folder = join(work, `portfolios-${count}-${seed}-${completeness}`);
    if (!existsSync(folder))
      timeProcess(
        acquis(
          'sample',
          folder,
          '--certification',
          'RNCP38126',
          '--count',
          String(count),
          '--seed',
          String(seed),
          '--completeness',
          String(completeness),
        ),
      );
    return folder;
  };
  return { fresh, portfolios, close: () => rmSync(work, { recursive: true, force: true }) };
};
