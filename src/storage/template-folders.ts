import { createHash } from 'node:crypto';
import { existsSync, readdirSync, realpathSync, type Dirent } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Defect } from '../app/defects.ts';
import { AcquisError } from '../app/errors.ts';
import type { TemplateFolders, TemplateSet } from '../app/ports/templates.ts';
import { cannotRead, cannotWrite, codeOf } from './disk-errors.ts';
import { decodeDocument } from './document-text.ts';
import { writeDurably } from './durable-file.ts';
import { makeFolders } from './own-folder.ts';
import { PORTFOLIO_FILE } from '../domain/folder-names.ts';
import { readPlainFile } from './safe-read.ts';
import { readYamlTree } from './yaml/tree.ts';

/** Says which version of the view-model a set was written for. */
export const TEMPLATE_SET_FILE = 'acquis-templates.yaml';
const KB = 1024;
/** A page of HTML, a style sheet; a logo, a typeface. The rest is not ours to read. */
const LIMITS: Readonly<Record<string, number>> = {
  hbs: 256 * KB, css: 256 * KB, yaml: 4 * KB,
  png: 2048 * KB, jpg: 2048 * KB, jpeg: 2048 * KB, woff2: 2048 * KB, woff: 2048 * KB,
}; // prettier-ignore
const MOST_FILES = 300;
const MOST_BYTES = 32 * KB * KB;
/** `shared/cover.hbs`, `portfolio/images/logo.png`. */
const DEEPEST = 3;

const endingOf = (name: string): string => /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';

const refuse = (folder: string, details: readonly Defect[]): never => {
  throw new AcquisError('data', 'invalid-templates', { folder, count: details.length }, { details });
};

/** Nothing inside a portfolio is a template, whoever typed its name: a folder that was received brings no page of its own. */
const requireOutsidePortfolio = (folder: string): void => {
  for (let at = realOf(resolve(folder)); ; at = dirname(at)) {
    if (existsSync(join(at, PORTFOLIO_FILE)))
      throw new AcquisError('usage', 'templates-in-portfolio', { folder, portfolio: at });
    if (dirname(at) === at) return;
  }
};

const realOf = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : realOf(dirname(path));
  }
};

const entriesOf = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw cannotRead(folder, error);
  }
};

/** What a set is made of, below `root`; hidden names and what is neither template, sheet, image nor typeface are left out. */
const namesBelow = (root: string, below: readonly string[] = []): string[] =>
  entriesOf(join(root, ...below)).flatMap((entry) => {
    const { name } = entry;
    const path = [...below, name];
    if (name.startsWith('.') || name === 'node_modules') return [];
    if (entry.isDirectory()) return path.length < DEEPEST ? namesBelow(root, path) : [];
    return endingOf(name) in LIMITS ? [path.join('/')] : [];
  });

const readSet = (folder: string): Map<string, Uint8Array> => {
  const defects: Defect[] = [];
  const files = new Map<string, Uint8Array>();
  let total = 0;
  const names = namesBelow(folder).toSorted();
  if (names.length > MOST_FILES) refuse(folder, [{ file: folder, path: '', code: 'template-many', args: { limit: MOST_FILES } }]); // prettier-ignore
  for (const name of names) {
    const file = join(folder, name);
    const limit = LIMITS[endingOf(name)] ?? 0;
    try {
      const bytes = readPlainFile(file, limit);
      total += bytes.length;
      if (bytes.length > limit)
        defects.push({ file, path: '', code: 'template-large', args: { limit: limit / KB } }); // prettier-ignore
      else files.set(name, bytes);
    } catch (error) {
      defects.push({ file, path: '', code: 'template-not-plain', args: { reason: codeOf(error) } });
    }
    if (total > MOST_BYTES) return refuse(folder, [{ file: folder, path: '', code: 'template-large', args: { limit: MOST_BYTES / KB } }]); // prettier-ignore
  }
  if (defects.length > 0) refuse(folder, defects);
  return files;
};

const declaredVersion = (folder: string, files: ReadonlyMap<string, Uint8Array>): number | undefined => {
  const bytes = files.get(TEMPLATE_SET_FILE);
  if (bytes === undefined) return undefined;
  const file = join(folder, TEMPLATE_SET_FILE);
  const { value, defects } = readYamlTree(decodeDocument(bytes, file), file);
  if (defects.length > 0) refuse(folder, defects);
  const { viewModel, ...others } = (typeof value === 'object' && value !== null ? value : {}) as {
    readonly [key: string]: unknown;
  };
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined)
    refuse(folder, [{ file, path: '', code: 'unknown-key', found: unknown, args: { known: 'viewModel' } }]);
  const found = typeof viewModel === 'string' ? viewModel : '';
  if (!/^\d{1,6}$/u.test(found)) refuse(folder, [{ file, path: 'viewModel', code: 'count', found }]);
  return Number(found);
};

const hashOf = (files: ReadonlyMap<string, Uint8Array>): string => {
  const hash = createHash('sha256');
  for (const [name, bytes] of files)
    hash.update(`${Buffer.byteLength(name)} ${name} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
};

/** Templates on the disk. */
export const openTemplateFolders = (): TemplateFolders => ({
  read: async (folder, known): Promise<TemplateSet> => {
    requireOutsidePortfolio(folder);
    const files = readSet(folder);
    const sha256 = hashOf(files);
    if (known !== undefined && known.sha256 !== sha256)
      throw new AcquisError('io', 'templates-changed', { folder });
    return { folder, sha256, files, viewModel: declaredVersion(folder, files) };
  },
  write: async (folder, files, { replace }) => {
    if (folder === '') throw new AcquisError('usage', 'empty-argument');
    requireOutsidePortfolio(folder);
    const root = resolve(folder);
    if (!replace && existsSync(root) && entriesOf(root).length > 0)
      throw new AcquisError('usage', 'folder-not-empty', { folder });
    const written: string[] = [];
    for (const [name, content] of files) {
      const path = join(root, name);
      try {
        await makeFolders(dirname(path));
        await writeDurably(path, content, 0o666);
      } catch (error) {
        throw cannotWrite(path, error);
      }
      written.push(path);
    }
    return written;
  },
});
