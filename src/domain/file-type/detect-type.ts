/**
 * The type of a file by its first bytes. Our own table rather than the library `file-type`: that one reads asynchronously
 * (a check looks at ten thousand files a second), its maintained line asks for Node 22, and it knows neither text nor what
 * is cut or locked.
 */
import { startsWith } from '../images/byte-list.ts';
import { JPEG_HEAD } from '../images/read-jpeg.ts';
import { PNG_HEAD } from '../images/read-png.ts';
import { RIFF_HEAD } from '../images/read-webp.ts';
import { detectText } from './detect-text.ts';
import { detectZip } from './detect-zip.ts';
import { findText, isTextAt, type FileSample } from './sample.ts';
import type { FileType } from './types.ts';

const HEADS: readonly (readonly [head: readonly number[], type: FileType])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
  [PNG_HEAD, 'png'],
  [JPEG_HEAD, 'jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 'gif'],
  [[0x49, 0x49, 0x2a, 0x00], 'tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'tiff'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'office-97'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
  [[0x1f, 0x8b, 0x08], 'gzip'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], '7z'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'rar'],
  [[0x4f, 0x67, 0x67, 0x53], 'ogg'],
  [[0x66, 0x4c, 0x61, 0x43], 'flac'],
  [[0x49, 0x44, 0x33], 'mp3'],
  // A frame of MPEG audio layer III without anything before it.
  [[0xff, 0xfb], 'mp3'],
  [[0xff, 0xfa], 'mp3'],
  [[0xff, 0xf3], 'mp3'],
  [[0xff, 0xf2], 'mp3'],
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const EBML = [0x1a, 0x45, 0xdf, 0xa3];
/** Two letters begin many a text: a bitmap has four empty bytes after its length. */
const isBitmap = (head: Uint8Array): boolean => isTextAt(head, 'BM', 0) && isTextAt(head, '\0\0\0\0', 6);

const RIFF_KINDS: readonly (readonly [string, FileType])[] = [
  ['WEBP', 'webp'],
  ['WAVE', 'wav'],
  ['AVI ', 'avi'],
];
/** Of the ISO base media format (ISO/IEC 14496-12 §4.3); any other brand is a film. */
const BRANDS: Readonly<Record<string, FileType>> = {
  avif: 'avif', avis: 'avif',
  heic: 'heic', heix: 'heic', heim: 'heic', heis: 'heic', hevc: 'heic', hevx: 'heic', mif1: 'heic', msf1: 'heic',
  'M4A ': 'm4a', 'M4B ': 'm4a', 'qt  ': 'mov',
}; // prettier-ignore
/** With which a film of QuickTime may begin where it names no brand. */
const QUICKTIME_ATOMS = new Set(['moov', 'mdat', 'wide', 'free']);

const nameIn = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

const detectBox = (head: Uint8Array): FileType | undefined => {
  const atom = nameIn(head, 4);
  if (atom !== 'ftyp') return QUICKTIME_ATOMS.has(atom) && head[0] === 0 ? 'mov' : undefined;
  const end = Math.min((head[2] ?? 0) * 256 + (head[3] ?? 0), 256, head.length);
  const brands = [nameIn(head, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(nameIn(head, at));
  // What is both of a family and of a coding is named by the coding: `mif1` is any picture, `avif` a certain one.
  if (brands.includes('avif')) return 'avif';
  const [major = ''] = brands;
  return Object.hasOwn(BRANDS, major) ? BRANDS[major] : 'mp4';
};

/** Readers of PDF look for its head in the first 1,024 bytes; a scanner or a mailbox may have put something before. */
const hasLatePdf = (head: Uint8Array): boolean => findText(head.subarray(0, 1024), '%PDF-') !== -1;

/** Blanks before its head make no text of a PDF; words do, until something follows that is not written. */
const detectLoose = (head: Uint8Array): FileType => {
  const late = hasLatePdf(head);
  const first = head.findIndex((byte) => byte > 0x20);
  if (late && isTextAt(head, '%PDF-', first)) return 'pdf';
  return detectText(head) ?? (late ? 'pdf' : 'unknown');
};

/** Where nothing tells, `unknown`; so is an empty file. */
export const detectType = (sample: FileSample): FileType => {
  const { head } = sample;
  if (head.length === 0) return 'unknown';
  const known = HEADS.find(([bytes]) => startsWith(head, bytes));
  if (known !== undefined) return known[1];
  if (startsWith(head, ZIP)) return detectZip(sample);
  if (startsWith(head, EMPTY_ZIP)) return 'zip';
  if (startsWith(head, RIFF_HEAD))
    return RIFF_KINDS.find(([kind]) => isTextAt(head, kind, 8))?.[1] ?? 'unknown';
  if (startsWith(head, EBML)) return findText(head.subarray(0, 64), 'webm') === -1 ? 'mkv' : 'webm';
  return isBitmap(head) ? 'bmp' : (detectBox(head) ?? detectLoose(head));
};
