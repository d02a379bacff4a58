/** What of a folder is ours to take away: what acquis makes there, and the files that the portfolio names as its own. */
import { lstatSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { namedFiles } from '../../domain/named-files.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import { staysInside } from '../../domain/stored-path.ts';
import type { ErasurePlan, Weight } from '../../app/ports/erasure.ts';
import {
  EVIDENCE_FOLDER,
  EXPORTS_FOLDER,
  PORTFOLIO_FILE,
  PRIVATE_FOLDER,
  PSEUDONYM_FILE,
  SNAPSHOT_FILE,
} from '../../domain/folder-names.ts';
import { RECEPTIONS } from '../archive/reception-shelf.ts';
import { STREWN } from '../evidence/orphans.ts';
import { isPlainFolder } from '../safe-read.ts';

const RECEIVED = `${PRIVATE_FOLDER}/${RECEPTIONS}`;
const isTemporary = (name: string): boolean => name.startsWith('.acquis-tmp-');

interface Count {
  files: number;
  bytes: number;
}

const weigh = (path: string, root: string, links: string[], count: Count): Count => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return count;
  if (found.isSymbolicLink()) links.push(relative(root, path));
  if (found.isDirectory()) for (const name of readdirSync(path)) weigh(join(path, name), root, links, count);
  else {
    count.files++;
    count.bytes += found.isFile() ? found.size : 0;
  }
  return count;
};

export interface Inventory extends Pick<ErasurePlan, 'parts' | 'links' | 'foreign'> {
  /** In the order they go, portfolio.yaml and the private folder left out: those go last. From the root. */
  readonly paths: readonly string[];
}

/** A named file below a link would be somebody else's: every folder on the way must be a plain one. */
const isOnPlainWay = (root: string, path: string): boolean => {
  const parts = path.split('/').slice(0, -1);
  return parts.every((_, index) => isPlainFolder(join(root, ...parts.slice(0, index + 1))));
};

/** The named files that lie beside our own folders, each once; in ours they go anyway. */
const namedBeside = (root: string, portfolio: Portfolio | undefined): string[] =>
  (portfolio === undefined ? [] : [...new Set(namedFiles(portfolio))])
    .filter((path) => staysInside(path) && isOnPlainWay(root, path))
    .map((path) => relative(root, join(root, path)))
    .filter((path) => path !== '' && lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile());

/** What of the private folder goes: not what was received from others, where this folder is such a desk as well. */
const ownPaths = (root: string): readonly string[] =>
  isPlainFolder(join(root, PRIVATE_FOLDER))
    ? readdirSync(join(root, PRIVATE_FOLDER))
        .filter((name) => name !== RECEPTIONS)
        .map((name) => join(PRIVATE_FOLDER, name))
    : [PRIVATE_FOLDER];

/** `receptions`: folders outside, of the same portfolio. */
export const takeInventory = (
  root: string,
  portfolio: Portfolio | undefined,
  receptions: readonly string[] = [],
): Inventory => {
  const links: string[] = [];
  const weight = (...paths: readonly string[]): Weight =>
    paths.reduce((count, path) => weigh(join(root, path), root, links, count), { files: 0, bytes: 0 });
  const names = readdirSync(root).toSorted();
  const beside = namedBeside(root, portfolio);
  const proofsBeside = beside.filter(
    (path) =>
      path !== SNAPSHOT_FILE &&
      !path.startsWith(`${EVIDENCE_FOLDER}/`) &&
      !path.startsWith(`${EXPORTS_FOLDER}/`),
  );
  const texts = [SNAPSHOT_FILE, PSEUDONYM_FILE, ...names.filter(isTemporary)].filter((name) =>
    names.includes(name),
  );
  const folders = [EXPORTS_FOLDER, EVIDENCE_FOLDER].filter((name) => names.includes(name));
  const ours = new Set([PORTFOLIO_FILE, PRIVATE_FOLDER, ...texts, ...folders, ...proofsBeside, ...STREWN]);
  return {
    paths: [...folders, ...proofsBeside, ...texts],
    parts: {
      portfolio: weight(PORTFOLIO_FILE, ...texts),
      versions: weight(...ownPaths(root)),
      proofs: weight(EVIDENCE_FOLDER, ...proofsBeside),
      exports: weight(EXPORTS_FOLDER),
      receptions: weight(...receptions.map((path) => relative(root, path))),
    },
    links,
    foreign: [
      ...names.filter((name) => !ours.has(name)),
      ...(isPlainFolder(join(root, RECEIVED)) ? [RECEIVED] : []),
    ],
  };
};
