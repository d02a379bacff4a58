/** What somebody notes for the interview with the jury and shows to nobody. */
import { z } from 'zod';
import { Day } from './dates.ts';
import { Text } from './field-types.ts';

export const NOTES_FORMAT = 'acquis-notes';

export const PrivateNote = z.strictObject({
  /** A competence, a block, an entry's id, or `dossier`. */
  about: Text,
  date: Day,
  text: Text,
});
export type PrivateNote = z.infer<typeof PrivateNote>;

export const PrivateNotesFile = z.strictObject({
  format: z.literal(NOTES_FORMAT),
  /** Id of the portfolio they are about. */
  portfolio: Text,
  notes: z.array(PrivateNote).default([]),
});
export type PrivateNotesFile = z.infer<typeof PrivateNotesFile>;
