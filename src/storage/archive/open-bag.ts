import { createHash } from 'node:crypto';
import { AcquisError } from '../../app/errors.ts';
import type { ArchiveFault } from '../../domain/bag/faults.ts';
import {
  DECLARATION,
  isStrewn,
  isTagText,
  MOST_TAG_BYTES,
  PAYLOAD,
  planBag,
  type BagPlan,
} from '../../domain/bag/plan-bag.ts';
import { openZip, refuseArchive, type OpenZip, type ZipItem } from './open-zip.ts';

/** A file of the portfolio in a bag. */
export interface BagFile {
  /** From the portfolio's root. */
  readonly path: string;
  readonly item: ZipItem;
  readonly sha256: string;
}

/** A bag that is complete and valid: every file was read, and is what its manifests say. */
export interface OpenBag {
  readonly shown: string;
  readonly plan: BagPlan;
  /** Sorted by path. */
  readonly files: readonly BagFile[];
  /** One hash over the names and the bytes of the portfolio's files: two archives of the same content have the same. */
  readonly content: string;
  read(file: BagFile): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

/** Where the bag begins: at the archive's root, or in its one folder. */
const rootOf = (paths: readonly string[]): string | undefined => {
  if (paths.includes(DECLARATION)) return '';
  const tops = new Set(paths.filter((path) => !isStrewn(path)).map((path) => path.split('/')[0] ?? ''));
  const [top] = tops;
  return tops.size === 1 && paths.includes(`${top}/${DECLARATION}`) ? `${top}/` : undefined;
};

const readText = async (zip: OpenZip, item: ZipItem, shown: string): Promise<string> => {
  const fault = [{ code: 'bag-text' as const, path: item.path }];
  if (item.bytes > MOST_TAG_BYTES) throw refuseArchive(shown, fault);
  const chunks: Buffer[] = [];
  for await (const chunk of zip.read(item)) chunks.push(chunk);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw refuseArchive(shown, fault);
  }
};

/** Reads a file once for all its digests; the last one is our own SHA-256. */
const digestsOf = async (zip: OpenZip, item: ZipItem, algorithms: readonly string[]): Promise<string[]> => {
  const hashes = [...algorithms, 'sha256'].map((algorithm) => createHash(algorithm));
  for await (const chunk of zip.read(item)) for (const hash of hashes) hash.update(chunk);
  return hashes.map((hash) => hash.digest('hex'));
};

/** Every file that a manifest names, and whether it is what was promised. */
const checkFiles = async (
  zip: OpenZip,
  items: ReadonlyMap<string, ZipItem>,
  { digests }: BagPlan,
): Promise<{ readonly files: BagFile[]; readonly faults: ArchiveFault[] }> => {
  const files: BagFile[] = [];
  const faults: ArchiveFault[] = [];
  for (const [path, item] of [...items].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const promised = digests.get(path);
    if (promised === undefined) continue;
    const found = await digestsOf(
      zip,
      item,
      promised.map(([algorithm]) => algorithm),
    );
    if (promised.some(([, digest], index) => found[index] !== digest))
      faults.push({ code: 'bag-altered', path: item.path });
    else if (path.startsWith(PAYLOAD))
      files.push({ path: path.slice(PAYLOAD.length), item, sha256: found.at(-1) ?? '' });
  }
  return { files, faults };
};

const openWithin = async (zip: OpenZip, shown: string): Promise<OpenBag> => {
  const root = rootOf([...zip.items.keys()]);
  if (root === undefined) throw new AcquisError('data', 'archive-not-bag', { file: shown });
  const items = new Map(
    [...zip.items].flatMap(([path, item]) =>
      path.startsWith(root) && !path.startsWith('__MACOSX/')
        ? [[path.slice(root.length), item] as const]
        : [],
    ),
  );
  const texts = new Map<string, string>();
  for (const [path, item] of items) if (isTagText(path)) texts.set(path, await readText(zip, item, shown));
  const sizes = new Map([...items].map(([path, { bytes }]) => [path, bytes] as const));
  const plan = planBag(sizes, texts);
  if (plan.faults.length > 0) throw refuseArchive(shown, plan.faults);
  const { files, faults } = await checkFiles(zip, items, plan);
  if (faults.length > 0) throw refuseArchive(shown, faults);
  const content = createHash('sha256');
  for (const { path, sha256 } of files) content.update(`${sha256}  ${path}\n`);
  return {
    shown,
    plan,
    files,
    content: content.digest('hex'),
    read: ({ item }) => zip.read(item),
    close: () => zip.close(),
  };
};

/** `shown` is what messages call the file. Rejects with all that is wrong; nothing is written anywhere. */
export const openBag = async (path: string, shown = path): Promise<OpenBag> => {
  const zip = await openZip(path, shown);
  try {
    return await openWithin(zip, shown);
  } catch (error) {
    await zip.close();
    throw error;
  }
};
