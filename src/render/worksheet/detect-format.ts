import type { WorksheetFormat } from '../../app/ports/worksheet.ts';

type Found = WorksheetFormat | 'doc' | 'odt' | 'rtf' | 'pdf' | 'pages' | 'other';

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  Buffer.from(bytes.subarray(0, signature.length)).toString('latin1') === signature;

/** By content, whatever the name says: a zip whose first entries are Word's, or readable text. */
export const detectFormat = (bytes: Uint8Array): Found => {
  if (startsWith(bytes, 'PK\u0003\u0004')) {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString(
      'latin1',
    );
    if (head.includes('application/vnd.oasis.opendocument')) return 'odt';
    return head.includes('Index/Document.iwa') ? 'pages' : 'docx';
  }
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return 'doc';
  if (startsWith(bytes, '{\\rtf')) return 'rtf';
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  return isText(bytes) ? 'md' : 'other';
};

const isText = (bytes: Uint8Array): boolean => {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};
