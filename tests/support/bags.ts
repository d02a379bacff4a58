import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archives } from '../../src/app/ports/archive.ts';
import { createArchives } from '../../src/storage/archive/archives.ts';
import { snapshotOf } from '../../src/storage/portfolio/snapshot.ts';
import { smallReferential } from './build-portfolio.ts';
import { temporaryFolder, testStore } from './portfolio-folder.ts';
import { zip, type ZipEntry } from './zip.ts';

/** As the command wires them, with the one small certification of the tests. */
export const testArchives = (): Archives => createArchives(testStore());

/** A small portfolio as somebody would write it by hand; without a snapshot it takes the test's certification. */
export const DOCUMENT = [
  'version: 1', 'id: essai-archive', 'certification: ESSAI1', 'candidate:', '  name: Ada Fictive', 'evidence:',
  '  - id: P01', '    title: Statuts', '    file:', '      path: preuves/P01-statuts.pdf', '',
].join('\n'); // prettier-ignore

/** The same with its référentiel beside it: a command knows no certification of tests. */
const snapshot = snapshotOf(smallReferential());
export const SEALED_DOCUMENT = DOCUMENT.replace(
  'candidate:',
  `referential:\n  file: referentiel.json\n  sha256: ${snapshot.sha256}\ncandidate:`,
);

export const PAYLOAD = { 'portfolio.yaml': DOCUMENT, 'preuves/P01-statuts.pdf': '%PDF-1.7 statuts' } as const;

export const SEALED = {
  ...PAYLOAD,
  'portfolio.yaml': SEALED_DOCUMENT,
  'referentiel.json': snapshot.text,
} as const;

const digest = (algorithm: string, content: string | Buffer): string =>
  createHash(algorithm).update(content).digest('hex');

interface BagOptions {
  readonly payload?: Readonly<Record<string, string | Buffer>>;
  /** Tag files written instead of ours, or left out where undefined. */
  readonly tags?: Readonly<Record<string, string | undefined>>;
  readonly algorithms?: readonly string[];
  /** Folder in which the bag lies. */
  readonly top?: string;
  readonly lineEnd?: string;
}

/** The entries of a bag as another tool would make them, by hand and without our writer. */
export const bagEntries = ({
  payload = PAYLOAD,
  tags = {},
  algorithms = ['sha256'],
  top = '',
  lineEnd = '\n',
}: BagOptions = {}): ZipEntry[] => {
  const files = Object.entries(payload);
  const lines = (all: readonly string[]): string => all.map((line) => `${line}${lineEnd}`).join('');
  const ours: Record<string, string | undefined> = {
    'bagit.txt': lines(['BagIt-Version: 1.0', 'Tag-File-Character-Encoding: UTF-8']),
  };
  for (const algorithm of algorithms)
    ours[`manifest-${algorithm}.txt`] = lines(
      files.map(([path, content]) => `${digest(algorithm, content)}  data/${path}`),
    );
  const all = Object.entries({ ...ours, ...tags }).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text] as const],
  );
  return [...all, ...files.map(([path, content]) => [`data/${path}`, content] as const)].map(
    ([name, content]) => ({ name: `${top}${name}`, content }),
  );
};

/** Writes an archive into a folder that goes away with the test. */
export const archiveOf = (entries: readonly ZipEntry[] | Buffer, name = 'recue.zip'): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, Buffer.isBuffer(entries) ? entries : zip(entries));
  return path;
};
