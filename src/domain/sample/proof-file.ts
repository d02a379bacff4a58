import type { Evidence } from '../portfolio.ts';
import type { FileKind, SampleBank } from './bank.ts';
import type { Slots } from './career.ts';
import { utf8 } from '../bytes.ts';
import { makeDocx } from './files/docx.ts';
import { makePdf } from './files/pdf.ts';
import { makePng } from './files/png.ts';
import { makeWav } from './files/wav.ts';
import type { Random } from './random.ts';
import { EVIDENCE_FOLDER } from '../folder-names.ts';
import { withoutAccents } from '../text/without-accents.ts';

export interface MadeFile {
  /** From the folder's root. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** Letters and digits without accents, as the store names what it copies. */
const slug = (text: string): string =>
  withoutAccents(text)
    .replaceAll(/œ/gu, 'oe')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');

const crlf = (lines: readonly string[]): Uint8Array => utf8(`${lines.join('\r\n')}\r\n`);

/** A small file of the kind asked for, that opens and says it is fictional. */
export const makeProofFile = (
  bank: SampleBank,
  kind: FileKind,
  { id, title, date }: Pick<Evidence, 'id' | 'title' | 'date'>,
  slots: Slots,
  random: Random,
): MadeFile => {
  const { file } = bank;
  const say = (sentence: string): string => bank.fill(sentence, { ...slots, date: date ?? '' }, random);
  const body = random.shuffle(file.body).slice(0, 3).map(say);
  const paragraphs = [file.fictional, `${slots['organisation'] ?? ''}, ${slots['ville'] ?? ''}`, ...body];
  const content = (): Uint8Array => {
    switch (kind) {
      case 'pdf':
        return makePdf(title, paragraphs);
      case 'docx':
        return makeDocx(title, paragraphs);
      case 'png':
        return makePng(Array.from({ length: 7 }, () => random.int(20, 100)));
      case 'wav':
        // Two recordings are not one file.
        return makeWav(`document fictif ${id}`);
      case 'txt':
        return utf8(`${[title, ...paragraphs].join('\n\n')}\n`);
      case 'csv': {
        const rows = file.table.rows.map((row) =>
          [say(row), ...file.table.head.slice(1).map(() => random.int(2, 96))].join(';'),
        );
        return crlf([`\uFEFF${file.fictional}`, file.table.head.join(';'), ...rows]);
      }
      case 'eml': {
        const { mail } = file;
        return crlf([
          `From: ${mail.from}`,
          `To: ${mail.to}`,
          `Subject: =?UTF-8?Q?${quoted(title)}?=`,
          'MIME-Version: 1.0',
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: 8bit',
          '',
          mail.greeting,
          '',
          ...paragraphs,
          '',
          mail.closing,
        ]);
      }
    }
  };
  return { path: `${EVIDENCE_FOLDER}/${id}-${slug(title)}.${kind}`, content: content() };
};

/** A header's text in the Q encoding of RFC 2047. */
const quoted = (text: string): string =>
  Array.from(utf8(text), (byte) =>
    /[A-Za-z0-9]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
