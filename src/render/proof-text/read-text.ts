/** The text that a proof holds beside what it shows. Made in a process that may die of it, like its pages. */
import type { ProofText, TextFault } from '../../app/ports/privacy.ts';
import { detectType } from '../../domain/file-type/detect-type.ts';
import { sampleOf } from '../../domain/file-type/sample.ts';
import type { FileType } from '../../domain/file-type/types.ts';
import { decodeText } from '../decode-text.ts';

const IMAGES: ReadonlySet<FileType> = new Set(['png', 'jpeg', 'gif', 'webp', 'avif', 'tiff', 'heic', 'bmp']);
const OFFICE: ReadonlySet<FileType> = new Set(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp']);
const PLAIN: ReadonlySet<FileType> = new Set(['text', 'html', 'xml', 'svg']);

/** Seven hundred pages; looking through more takes longer than anybody waits. */
const MOST_SIGNS = 1_000_000;

type Text = Extract<ProofText, { kind: 'text' }>;

const textOf = async (bytes: Uint8Array): Promise<Omit<Text, 'whole'> | undefined> => {
  const type = detectType(sampleOf(bytes));
  if (type === 'pdf') return (await import('./pdf-text.ts')).readPdfText(bytes);
  if (OFFICE.has(type)) return (await import('./office-text.ts')).readOfficeText(bytes);
  if (IMAGES.has(type)) return (await import('./image-text.ts')).readImageText(bytes);
  return PLAIN.has(type)
    ? { kind: 'text', pages: [decodeText(bytes)], paged: false, properties: {} }
    : undefined;
};

const cut = (text: Omit<Text, 'whole'>): Text => {
  let left = MOST_SIGNS;
  const pages = text.pages.map((page) => {
    const kept = page.slice(0, left);
    left -= kept.length;
    return kept;
  });
  const whole = text.pages.every((page, index) => page.length === pages[index]?.length);
  return { ...text, pages, whole };
};

/** Libraries throw errors of their own for files that are not what they say. */
const faultOf = (error: unknown): TextFault => {
  const name = error instanceof Error ? error.name : '';
  const reason = (error as { args?: { reason?: unknown } } | undefined)?.args?.reason;
  if (name === 'PasswordException' || reason === 'encrypted') return 'encrypted';
  return reason === 'too-large' || reason === 'too-many' ? 'too-large' : 'broken';
};

export const readText = async (bytes: Uint8Array): Promise<ProofText> => {
  try {
    const text = await textOf(bytes);
    return text === undefined ? { kind: 'unread', fault: 'unsupported' } : cut(text);
  } catch (error) {
    return { kind: 'unread', fault: faultOf(error) };
  }
};
