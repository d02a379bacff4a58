/** What a file is, told from its bytes. A name or an extension proves nothing; it can only contradict. */

export const FILE_TYPES = [
  'pdf',
  'png', 'jpeg', 'gif', 'webp', 'heic', 'avif', 'tiff', 'bmp', 'svg',
  'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'office-97', 'rtf',
  'zip', 'gzip', '7z', 'rar',
  'mp4', 'mov', 'webm', 'mkv', 'avi',
  'mp3', 'wav', 'ogg', 'm4a', 'flac',
  'html', 'xml', 'text',
  'unknown',
] as const; // prettier-ignore
export type FileType = (typeof FILE_TYPES)[number];

export type FileFamily = 'pdf' | 'image' | 'office' | 'archive' | 'video' | 'sound' | 'text' | 'unknown';

const FAMILIES: Readonly<Record<FileType, FileFamily>> = {
  pdf: 'pdf',
  png: 'image', jpeg: 'image', gif: 'image', webp: 'image', heic: 'image', avif: 'image', tiff: 'image', bmp: 'image', svg: 'image',
  docx: 'office', xlsx: 'office', pptx: 'office', odt: 'office', ods: 'office', odp: 'office', 'office-97': 'office', rtf: 'office',
  zip: 'archive', gzip: 'archive', '7z': 'archive', rar: 'archive',
  mp4: 'video', mov: 'video', webm: 'video', mkv: 'video', avi: 'video',
  mp3: 'sound', wav: 'sound', ogg: 'sound', m4a: 'sound', flac: 'sound',
  html: 'text', xml: 'text', text: 'text',
  unknown: 'unknown',
}; // prettier-ignore

export const familyOf = (type: FileType): FileFamily => FAMILIES[type];

const PAGED_TYPES: ReadonlySet<FileType> = new Set(['pdf', 'png', 'jpeg', 'gif', 'webp', 'avif', 'tiff']);

const TEXT = ['text', 'html', 'xml', 'svg'] as const;
/** `.mp4` and its like hold sound alone as well as films, and a telephone names its films as it likes. */
const BOX = ['mp4', 'mov', 'm4a'] as const;

/** What may honestly stand behind an extension. One that is not listed says nothing that could be contradicted. */
const BEHIND: Readonly<Record<string, readonly FileType[]>> = {
  pdf: ['pdf'],
  png: ['png'], jpg: ['jpeg'], jpeg: ['jpeg'], jpe: ['jpeg'], jfif: ['jpeg'], gif: ['gif'], webp: ['webp'],
  heic: ['heic'], heif: ['heic'], avif: ['avif'], tif: ['tiff'], tiff: ['tiff'], bmp: ['bmp'], svg: ['svg'],
  docx: ['docx'], docm: ['docx'], dotx: ['docx'], xlsx: ['xlsx'], xlsm: ['xlsx'], pptx: ['pptx'], pptm: ['pptx'], ppsx: ['pptx'],
  odt: ['odt'], ods: ['ods'], odp: ['odp'],
  // Word saves RTF and HTML under `.doc` too, and opens them: nobody is deceived.
  doc: ['office-97', 'rtf', 'html', 'xml'], xls: ['office-97', 'html', 'xml', 'text'], ppt: ['office-97'], msg: ['office-97'],
  rtf: ['rtf'],
  zip: ['zip'], gz: ['gzip'], tgz: ['gzip'], '7z': ['7z'], rar: ['rar'],
  mp4: BOX, m4v: BOX, mov: BOX, '3gp': BOX, m4a: BOX, webm: ['webm', 'mkv'], mkv: ['mkv', 'webm'], avi: ['avi'],
  mp3: ['mp3'], wav: ['wav'], ogg: ['ogg'], oga: ['ogg'], opus: ['ogg'], flac: ['flac'],
  html: TEXT, htm: TEXT, xml: TEXT, txt: TEXT, text: TEXT, md: TEXT, csv: TEXT, tsv: TEXT, eml: TEXT, ics: TEXT, vcf: TEXT, json: TEXT,
}; // prettier-ignore

/** Without its dot, in small letters; empty where there is none. */
export const extensionOf = (path: string): string => {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
};

/** Text that its author typed to be read: a mail or a calendar is text too, most of it for programs. */
const TYPED: ReadonlySet<string> = new Set(['txt', 'text', 'md', 'markdown', 'csv', 'tsv']);

export const isTypedText = (type: FileType, path: string): boolean =>
  type === 'text' && TYPED.has(extensionOf(path));

/**
 * True for what can stand in a document: pages of a PDF, images, and words to be set in it. Anything else is exported as PDF
 * by the program it comes from. Whoever makes the pages asks here too.
 */
export const canStandInAnnexes = (type: FileType, path: string): boolean =>
  PAGED_TYPES.has(type) || isTypedText(type, path);

/** True when the extension promises something that the bytes are not. */
export const isMistyped = (path: string, type: FileType): boolean => {
  const extension = extensionOf(path);
  // A table looked up by what anybody may write: `constructor` is no extension.
  const behind = Object.hasOwn(BEHIND, extension) ? BEHIND[extension] : undefined;
  return behind !== undefined && !behind.includes(type);
};
