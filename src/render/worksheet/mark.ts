/** What a form carries to be recognised by: once hidden among its properties, once in words at its end. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { WorksheetMark } from '../../app/ports/worksheet.ts';
import { WRITTEN_DOCUMENTS } from '../../domain/document-settings.ts';

/** Name of the hidden property, and how the words at the end begin; the number counts the mark's own form. */
export const MARK_NAME = 'acquis-fiche';
const PREFIX = `${MARK_NAME}/1:`;

const Print = z.string().regex(/^[0-9a-f]{12}$/);
const StoredMark = z.strictObject({
  p: z.string(),
  s: z.union([
    z.tuple([z.literal('activity'), z.string()]),
    z.tuple([z.literal('document'), z.enum(WRITTEN_DOCUMENTS)]),
  ]),
  f: z.array(z.tuple([z.string(), Print])),
  g: z.array(z.string()),
});

export interface FormMark extends WorksheetMark {
  /** Prints of the lines that were put into the form beside its answers: a later version may ask in other words. */
  readonly lines: ReadonlySet<string>;
}

/** Print of one such line. */
export const linePrint = (normalised: string): string => printOf(normalised).slice(0, 6);

/** Short hash of a text on the page. Not for secrets: it tells an accident, not a forger. */
export const printOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** One word of letters, digits and `-_/:`, which no program corrects, splits or quotes. */
export const writeMark = ({ portfolio, subject, prints, lines }: FormMark): string =>
  PREFIX +
  Buffer.from(
    JSON.stringify({ p: portfolio, s: [subject.kind, subject.id], f: [...prints], g: [...lines] }),
  ).toString('base64url');

/** The mark inside any text around it, the last one that makes sense; undefined where there is none. */
export const readMark = (text: string): FormMark | undefined =>
  [...text.matchAll(/acquis-fiche\/1:([\w-]+)/gu)]
    .map(([, encoded = '']) => decodeMark(encoded))
    .findLast((mark) => mark !== undefined);

const decodeMark = (encoded: string): FormMark | undefined => {
  try {
    const { p, s, f, g } = StoredMark.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')));
    const [kind, id] = s;
    return {
      portfolio: p,
      subject: kind === 'activity' ? { kind, id } : { kind, id },
      prints: new Map(f),
      lines: new Set(g),
    };
  } catch {
    return undefined;
  }
};
