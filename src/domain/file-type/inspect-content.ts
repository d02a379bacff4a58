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

/** The name is looked at only to be contradicted. */
export const inspectContent = (path: string, sample: FileSample): FileContent => {
  if (sample.size === 0) return { type: 'unknown', fault: 'empty' };
  const type = detectType(sample);
  const fault = faultOf(type, extensionOf(path), sample);
  // A Word file with a password is packed the old way; that is what to say of it, not that its name is wrong.
  const mistyped = fault === 'encrypted' && type === 'office-97' ? false : isMistyped(path, type);
  return { type, ...(mistyped && { mistyped }), ...(fault !== undefined && { fault }) };
};

const faultOf = (type: FileType, extension: string, sample: FileSample): ContentFault | undefined => {
  switch (type) {
    case 'pdf':
      return pdfFault(sample);
    case 'png':
      return findText(sample.tail, 'IEND') === -1 ? 'cut' : undefined;
    case 'jpeg':
      return isCutJpeg(sample) ? 'cut' : undefined;
    case 'webp':
      return isCutWebp(sample) ? 'cut' : undefined;
    case 'zip':
    case 'docx':
    case 'xlsx':
    case 'pptx':
    case 'odt':
    case 'ods':
    case 'odp':
      return isCutZip(sample) ? 'cut' : undefined;
    case 'office-97':
      return /^(?:docx|docm|xlsx|xlsm|pptx|pptm|ppsx)$/u.test(extension) ? 'encrypted' : undefined;
    default:
      return undefined;
  }
};

/** Its list of contents closes an archive; without it nothing opens one. */
const isCutZip = ({ tail }: FileSample): boolean => findText(tail, 'PK\u0005\u0006') === -1;

const isCutWebp = ({ head, size }: FileSample): boolean =>
  head.length < 12 || viewOf(head).getUint32(4, true) + 8 > size;

/** The trailer names the dictionary of encryption (ISO 32000-1 §7.5.5); of a PDF made for the web it stands at the head. */
const namesEncryption = (bytes: Uint8Array): boolean => {
  for (let at = findText(bytes, '/Encrypt'); at !== -1; at = findText(bytes, '/Encrypt', at + 8)) {
    const next = bytes[at + 8] ?? 0;
    // `/EncryptMetadata` is another key.
    if (next <= 0x20 || next === 0x3c) return true;
  }
  return false;
};

const pdfFault = ({ head, tail }: FileSample): ContentFault | undefined => {
  // One of the two is missing in files that every reader opens; both, in those that stop in the middle.
  if (findText(tail, '%%EOF') === -1 && findText(tail, 'startxref') === -1) return 'cut';
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
