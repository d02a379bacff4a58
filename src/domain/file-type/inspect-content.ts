import { viewOf } from '../images/byte-list.ts';
import { detectType } from './detect-type.ts';
import { findText, TAIL_BYTES, type FileSample } from './sample.ts';
import { extensionOf, isMistyped, type FileType } from './types.ts';

/**
 * What keeps a file from being read, as far as its two ends tell: `cut` is one that stops before its end, `encrypted` asks for
 * a password or forbids something. That nothing is noticed does not mean that it opens.
 */
export type ContentFault = 'empty' | 'cut' | 'encrypted';

export interface FileContent {
  readonly type: FileType;
  /** The extension promises something else. */
  readonly mistyped?: true;
  readonly fault?: ContentFault;
}

/** What closes a file is nearly always its last bytes: the rest is looked through only where it is not. */
const endsWith = (tail: Uint8Array, mark: string): boolean =>
  findText(tail, mark, Math.max(0, tail.length - 64)) !== -1 || findText(tail, mark) !== -1;

/** Its list of contents closes an archive; without it nothing opens one. */
const END_OF_LIST = 'PK\u0005\u0006';

const isCutWebp = ({ head, size }: FileSample): boolean =>
  head.length < 12 || viewOf(head).getUint32(4, true) + 8 > size;

/** The trailer names the dictionary of encryption (ISO 32000-1 §7.5.5); of a PDF made for the web it stands at the head. */
const namesEncryption = (bytes: Uint8Array): boolean => {
  // Looked for from its second letter on: a PDF is full of slashes.
  for (let at = findText(bytes, 'Encrypt', 1); at !== -1; at = findText(bytes, 'Encrypt', at + 7)) {
    const next = bytes[at + 7] ?? 0;
    // `/EncryptMetadata` is another key.
    if (bytes[at - 1] === 0x2f && (next <= 0x20 || next === 0x3c)) return true;
  }
  return false;
};

const pdfFault = ({ head, tail }: FileSample): ContentFault | undefined => {
  // One of the two is missing in files that every reader opens; both, in those that stop in the middle.
  if (!endsWith(tail, '%%EOF') && !endsWith(tail, 'startxref')) return 'cut';
  return namesEncryption(tail) || namesEncryption(head) ? 'encrypted' : undefined;
};

const [RESTART, LAST_RESTART, START_OF_SCAN] = [0xd0, 0xd7, 0xda];
/** A stuffed byte, a filler, tables and the next scan: after any of them the picture goes on (ITU-T T.81 §B.1.1). */
const GOES_ON = new Set([0x00, 0xff, 0xc4, 0xcc, START_OF_SCAN, 0xdb, 0xdc, 0xdd, 0xfe]);

/**
 * Nothing but coded pixels, or tables of the next, up to the last byte. A telephone hangs a film or a depth map behind its
 * picture, whose end is then out of sight: other markers than those of a picture tell that.
 */
const isCutJpeg = ({ tail, size }: FileSample): boolean => {
  let goesOn = true;
  // In what is there as a whole, pixels must at least begin.
  let hasScan = size > TAIL_BYTES;
  for (let at = tail.indexOf(0xff); at !== -1; at = tail.indexOf(0xff, at + 1)) {
    const marker = tail[at + 1] ?? 0;
    if (marker === START_OF_SCAN) [goesOn, hasScan] = [true, true];
    else if (!GOES_ON.has(marker) && !(marker >= RESTART && marker <= LAST_RESTART)) goesOn = false;
  }
  return goesOn || !hasScan;
};

const cutWhere =
  (isCut: (sample: FileSample) => boolean) =>
  (sample: FileSample): ContentFault | undefined =>
    isCut(sample) ? 'cut' : undefined;

const zipFault = cutWhere(({ tail }) => !endsWith(tail, END_OF_LIST));

const FAULTS: Readonly<Partial<Record<FileType, (sample: FileSample) => ContentFault | undefined>>> = {
  pdf: pdfFault,
  png: cutWhere(({ tail }) => !endsWith(tail, 'IEND')),
  jpeg: cutWhere(isCutJpeg),
  webp: cutWhere(isCutWebp),
  zip: zipFault, docx: zipFault, xlsx: zipFault, pptx: zipFault, odt: zipFault, ods: zipFault, odp: zipFault,
}; // prettier-ignore

const OOXML_EXTENSIONS = new Set(['docx', 'docm', 'xlsx', 'xlsm', 'pptx', 'pptm', 'ppsx']);

/** The name is looked at only to be contradicted. */
export const inspectContent = (path: string, sample: FileSample): FileContent => {
  if (sample.size === 0) return { type: 'unknown', fault: 'empty' };
  const type = detectType(sample);
  // A Word file with a password is packed the old way; that is what to say of it, not that its name is wrong.
  if (type === 'office-97' && OOXML_EXTENSIONS.has(extensionOf(path))) return { type, fault: 'encrypted' };
  const fault = FAULTS[type]?.(sample);
  return { type, ...(isMistyped(path, type) && { mistyped: true }), ...(fault !== undefined && { fault }) };
};
