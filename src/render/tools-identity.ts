import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import { assetPath, packageFile } from '../assets.ts';
import { browserIdentity } from './browser/browser-identity.ts';
import type { BrowserOptions } from './browser/find-browser.ts';
import { fontFiles } from './fonts.ts';

/** Ours, as installed: what runs, what it fills and what it fills it with. Built files alone, where sources lie beside. */
const INSTALLED = ['package.json', 'bin', 'dist', 'dist/referential', 'templates'] as const;

const isRead = ({ name }: Dirent): boolean => !name.endsWith('.cache');

const filesOf = (path: string): string[] => {
  if (path.endsWith('.json')) return [path];
  const isTree = path === assetPath('templates');
  return readdirSync(path, { withFileTypes: true, recursive: isTree })
    .filter((entry) => entry.isFile() && isRead(entry))
    .map((entry) => join(entry.parentPath, entry.name));
};

/** Libraries that have a say in a document are not part of our own files; their package.json tells their version. */
const libraries = (): string[] => {
  const own = JSON.parse(readFileSync(assetPath('package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return Object.keys(own.dependencies).flatMap((name) => packageFile(`${name}/package.json`) ?? []);
};

/** One hash of the names and bytes of files, in whatever order they are given. */
export const hashFiles = (files: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const bytes = readFileSync(file);
    hash.update(`${Buffer.byteLength(file)} ${file} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
};

/** Said by who prints, to whom it matters. */
const unlessMissing = (error: unknown): undefined => {
  if (!(error instanceof AcquisError)) throw error;
};

/**
 * What makes documents, as one text that changes whenever any of it does: every byte of this installation and of its
 * fonts, the libraries' versions, Node's, and the browser's where one is needed. Undefined where that cannot be told,
 * or where there is no browser.
 */
export const toolsIdentity = async (browser: BrowserOptions | undefined): Promise<string | undefined> => {
  const printing = browser === undefined ? 'none' : await browserIdentity(browser).catch(unlessMissing);
  if (printing === undefined) return undefined;
  const installed = INSTALLED.flatMap((path) => filesOf(assetPath(path)));
  const files = hashFiles([...installed, ...(await fontFiles()), ...libraries()]);
  return [files, JSON.stringify(process.versions), process.platform, process.arch, printing].join('\n');
};
