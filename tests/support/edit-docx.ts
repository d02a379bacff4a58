import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The same file with one part rewritten, as a person's word processor would save it. */
export const editDocx = (
  bytes: Uint8Array,
  edit: (xml: string) => string,
  part = 'word/document.xml',
): Uint8Array => {
  const files = unzipSync(bytes);
  return zipSync({ ...files, [part]: strToU8(edit(strFromU8(files[part] ?? new Uint8Array()))) });
};
