/** The files of a folder that go into an archive, each with where it is and what it must be. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import type { PackOrder } from '../../app/ports/archive.ts';
import type { Workspace } from '../../app/ports/world.ts';
import { isRestored } from '../../domain/bag/restored-path.ts';
import { pictureFile } from '../../domain/evidence/stored-file.ts';
import { cannotRead, codeOf } from '../disk-errors.ts';
import { BOM, MAX_DOCUMENT_BYTES } from '../document-text.ts';
import { realFolder, resolveInside } from '../evidence/inspection.ts';
import { EXPORTS_FOLDER, PORTFOLIO_FILE, PRIVATE_FOLDER, PSEUDONYM_FILE } from '../../domain/folder-names.ts';
import { readDocument } from '../portfolio/read-portfolio.ts';
import { readNamedFile } from '../safe-read.ts';
import { sha256, VERSIONS } from '../versions/versions.ts';
import { changedText } from '../portfolio/write-portfolio.ts';

export interface FileSource {
  /** From the portfolio's root. */
  readonly path: string;
  readonly real: string;
  readonly sha256: string | undefined;
}

export interface PackSources {
  /** The portfolio as it travels: without its private notes unless they were asked for, every other byte as it is. */
  readonly document: Uint8Array;
  readonly files: readonly FileSource[];
  readonly absent: readonly string[];
}

const documentOf = ({ folder, portfolio, revision }: Workspace, withNotes: boolean): Uint8Array => {
  const bytes = readNamedFile(join(folder, PORTFOLIO_FILE), MAX_DOCUMENT_BYTES);
  if (sha256(bytes) !== revision) throw new AcquisError('io', 'pack-changed', { file: PORTFOLIO_FILE });
  if (withNotes || portfolio.notes === undefined) return bytes;
  const { text } = readDocument(bytes, PORTFOLIO_FILE);
  const { notes: _, ...others } = portfolio;
  return Buffer.from((bytes[0] === 0xef ? BOM : '') + changedText(text, portfolio, others));
};

/** Plain files below a folder of the portfolio, by their path from its root; links are left where they are. */
const filesBelow = async (root: string, below: string): Promise<string[]> => {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw cannotRead(join(root, below), error);
  });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = `${below}/${entry.name}`;
      if (entry.isDirectory() && below.split('/').length < 10) return filesBelow(root, path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return found.flat();
};

const resolve = (root: string, path: string): string | undefined => {
  try {
    return resolveInside(root, path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
    throw cannotRead(join(root, path), error);
  }
};

/** Sorted by path, each once. */
export const gatherSources = async (workspace: Workspace, order: PackOrder): Promise<PackSources> => {
  const { folder, portfolio } = workspace;
  const { contents, extras } = order;
  const root = realFolder(folder);
  const home = new Set(contents.leftOut.map(({ path }) => path));
  const pictures = portfolio.organisations.flatMap(({ organigramme }) =>
    organigramme && !home.has(organigramme.file) ? [pictureFile(organigramme)] : [],
  );
  const extra = [
    ...(extras.has('pseudonymes') && resolve(root, PSEUDONYM_FILE) !== undefined ? [PSEUDONYM_FILE] : []),
    ...(extras.has('versions') ? await filesBelow(root, `${PRIVATE_FOLDER}/${VERSIONS}`) : []),
    ...(extras.has('exports') ? await filesBelow(root, EXPORTS_FOLDER) : []),
  ].filter((path) => isRestored(path, new Set()));
  const wanted = new Map<string, string | undefined>([
    ...extra.map((path) => [path, undefined] as const),
    ...pictures.map(({ path, sha256: recorded }) => [path, recorded] as const),
    ...contents.proofs.map(({ path, sha256: recorded }) => [path, recorded] as const),
    ...(portfolio.referential ? [[portfolio.referential.file, portfolio.referential.sha256] as const] : []),
  ]);
  const found = [...wanted]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, recorded]) => ({ path, real: resolve(root, path), sha256: recorded }));
  return {
    document: documentOf(workspace, extras.has('notes')),
    files: found.flatMap(({ real, ...file }) => (real === undefined ? [] : [{ ...file, real }])),
    absent: found.flatMap(({ path, real }) => (real === undefined ? [path] : [])),
  };
};
