/**
 * Finds in a PDF the files that acquis attached to it. Other programs write PDFs anew (linearised, with object streams, with
 * an update behind the end): attached files are streams of their own in all of them, so they are looked for as such, and known
 * by their hashes, not by where a catalog says they are. What is read is bounded, and nothing of the document itself is.
 */
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { AcquisError } from '../../app/errors.ts';
import type { CarriedSource, SourceReader } from '../../app/ports/source.ts';
import { MAX_PICTURE_BYTES } from '../../domain/images/picture.ts';
import {
  hashedPart,
  SOURCE_FORMAT,
  SOURCE_VERSION,
  SourceManifest,
} from '../../domain/documents/source/manifest.ts';

const MARK = '/EmbeddedFile';
/** A dictionary of an attached file is some hundred bytes. */
const MOST_DICTIONARY = 4096;
/** Attached files looked at, what is unpacked of them all, and what is kept of that: whatever stands behind is not seen. */
const MOST_FILES = 1000;
const MOST_UNPACKED_BYTES = 500_000_000;
const MOST_KEPT_BYTES = 96_000_000;
/** How far behind its beginning the end of a stream is looked for. */
const FARTHEST = MAX_PICTURE_BYTES + 1_000_000;
const MOST_MANIFEST_BYTES = 8_000_000;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Where the data of the stream begin whose dictionary holds what lies at `at`; undefined where it is no stream's. */
const dataBehind = (pdf: Buffer, at: number): number | undefined => {
  const word = pdf.subarray(at, at + MOST_DICTIONARY).indexOf('stream');
  if (word < 0 || pdf.toString('latin1', at + word - 3, at + word) === 'end') return undefined;
  const start = at + word + 'stream'.length;
  return pdf[start] === 0x0d ? start + 2 : start + 1;
};

/** Its length, in the dictionary itself or in an object of its own; the next `endstream` where neither says. */
const lengthOf = (pdf: Buffer, dictionary: string, start: number): number => {
  const [, direct, reference] = /\/Length\s+(\d+)(\s+\d+\s+R)?/u.exec(dictionary) ?? [];
  if (direct !== undefined && reference === undefined) return Number(direct);
  const near = pdf.subarray(start, start + FARTHEST);
  const at = direct === undefined ? -1 : near.indexOf(`\n${direct} 0 obj`);
  const told = at < 0 ? undefined : /obj\s+(\d+)\s/u.exec(near.toString('latin1', at, at + 64))?.[1];
  return told === undefined ? near.indexOf('endstream') : Number(told);
};

const unpack = (pdf: Buffer, at: number): Buffer | undefined => {
  const start = dataBehind(pdf, at);
  if (start === undefined) return undefined;
  const head = pdf.toString('latin1', Math.max(0, at - MOST_DICTIONARY), start);
  const dictionary = head.slice(head.lastIndexOf(' obj') + 1);
  const length = lengthOf(pdf, dictionary, start);
  if (length < 0 || length > pdf.length - start) return undefined;
  const data = pdf.subarray(start, start + length);
  const filter = /\/Filter\s*(?:\[\s*\/(\w+)\s*\]|\/(\w+)|\[)/u.exec(dictionary);
  if (filter === null) return data.length > MAX_PICTURE_BYTES ? undefined : data;
  if ((filter[1] ?? filter[2]) !== 'FlateDecode') return undefined;
  try {
    return inflateSync(data, { maxOutputLength: MAX_PICTURE_BYTES });
  } catch {
    // Too large to be ours, or damaged: whatever of ours lacks is told by its hash.
    return undefined;
  }
};

const isPartOfWord = (byte: number | undefined): boolean =>
  byte !== undefined && /[A-Za-z0-9]/u.test(String.fromCodePoint(byte));

const attachedFiles = (pdf: Buffer): Buffer[] => {
  const files: Buffer[] = [];
  let [looked, unpacked, kept] = [0, 0, 0];
  for (let at = pdf.indexOf(MARK); at >= 0 && looked < MOST_FILES; at = pdf.indexOf(MARK, at + 1)) {
    if (isPartOfWord(pdf[at + MARK.length])) continue;
    looked++;
    const file = unpack(pdf, at);
    unpacked += file?.length ?? MAX_PICTURE_BYTES;
    if (unpacked > MOST_UNPACKED_BYTES) break;
    if (file === undefined || kept + file.length > MOST_KEPT_BYTES) continue;
    kept += file.length;
    files.push(file);
  }
  return files;
};

const isManifest = (value: unknown): value is { readonly format: string; readonly version?: unknown } =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === SOURCE_FORMAT;

/** A manifest of ours as JSON, of whatever version; undefined for any other file. */
const manifestIn = (file: Buffer): { readonly version?: unknown } | undefined => {
  if (file.length > MOST_MANIFEST_BYTES || file[0] !== 0x7b || !file.includes(SOURCE_FORMAT))
    return undefined;
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file)) as unknown;
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const refuse = (code: 'pdf-without-source' | 'pdf-encrypted' | 'pdf-source-several', file: string): never => {
  throw new AcquisError('data', code, { file });
};

const requireSound = (value: { readonly version?: unknown }, file: string): SourceManifest => {
  const { version } = value;
  if (version !== SOURCE_VERSION)
    throw new AcquisError('data', 'pdf-source-version', {
      file,
      version: typeof version === 'number' ? version : '?',
    });
  const parsed = SourceManifest.safeParse(value);
  if (parsed.success && sha256(hashedPart(parsed.data)) === parsed.data.sha256) return parsed.data;
  throw new AcquisError('data', 'pdf-source-altered', { file, part: 'manifeste.json' });
};

export const readCarriedSource: SourceReader['read'] = (pdf, file): CarriedSource => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const attached = attachedFiles(bytes);
  const manifests = attached.flatMap((each) => manifestIn(each) ?? []);
  if (manifests.length === 0) return refuse(bytes.includes('/Encrypt') ? 'pdf-encrypted' : 'pdf-without-source', file); // prettier-ignore
  const sound = manifests.map((value) => requireSound(value, file));
  const [manifest] = sound;
  // Two dossiers joined into one file: nobody can say which of the two is meant.
  if (manifest === undefined || sound.some((other) => other.sha256 !== manifest.sha256))
    return refuse('pdf-source-several', file);
  const byHash = new Map(attached.map((each) => [sha256(each), each]));
  const files = new Map<string, Uint8Array>();
  for (const { path, sha256: hash } of manifest.files) {
    const found = byHash.get(hash);
    if (found === undefined) throw new AcquisError('data', 'pdf-source-altered', { file, part: path });
    files.set(path, found);
  }
  return { manifest, files };
};
