/** The earlier texts of a folder by their names, and whether each is still what its name says. */
import { join } from 'node:path';
import type { InspectedFolder } from '../../app/ports/integrity.ts';
import { MAX_DOCUMENT_BYTES } from '../document-text.ts';
import { versionNames } from './folder-history.ts';
import { PRIVATE_FOLDER } from '../../domain/folder-names.ts';
import { readPlainFile } from '../safe-read.ts';
import { parseVersionName, sha256, VERSIONS, type VersionName } from './versions.ts';

export interface KeptName extends VersionName {
  readonly name: string;
}

/** In the order they were kept. */
export const keptNames = async (folder: string): Promise<readonly KeptName[]> =>
  (await versionNames(folder)).toSorted().flatMap((name) => {
    const parsed = parseVersionName(name);
    return parsed === undefined ? [] : [{ name, ...parsed }];
  });

/** The bytes of an earlier text, undefined when they are no longer those that its name was made of. */
export const readKept = (folder: string, { name, digest }: KeptName): Uint8Array | undefined => {
  const bytes = readPlainFile(join(folder, PRIVATE_FOLDER, VERSIONS, name), MAX_DOCUMENT_BYTES);
  return sha256(bytes).startsWith(digest) ? bytes : undefined;
};

const isIntact = (folder: string, kept: KeptName): boolean => {
  try {
    return readKept(folder, kept) !== undefined;
  } catch {
    return false;
  }
};

export const inspectVersions = async (folder: string): Promise<InspectedFolder['versions']> => {
  const names = await keptNames(folder);
  const altered = names.filter((kept) => !isIntact(folder, kept)).map(({ name }) => name);
  return { kept: names.length, altered };
};
