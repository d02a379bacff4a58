/**
 * The kinds of accompaniment an organisation or a person of the social and solidarity economy may meet, after the Avise
 * page: whom it addresses, five métiers, eight expertises, six modalities. The page's prose is retold in our words; four
 * of the five métiers have lost their heading in the source, and theirs is restored by us.
 */
import { z } from 'zod';
import { Day } from './dates.ts';
import { Source } from './referential.ts';

const Text = z.string().min(1);

const Metier = z.strictObject({
  id: z.string().regex(/^AVISE-M\d$/),
  title: Text,
  /** `source` where the page still has the heading, `restored` where it is deduced by us from the text. */
  titleOrigin: z.enum(['source', 'restored']),
  /** Ours: the words of the text that the restored heading rests on, or a remark on the heading. */
  titleNote: Text,
  /** Retold: what it is for. */
  purpose: Text,
  scope: z.enum(['généraliste', 'expert', 'sans expertise technique']),
  duration: z.enum(['court', 'long']),
  /** Retold: how it goes about it. */
  features: z.array(Text).min(1),
});

const Expertise = z.strictObject({
  id: z.string().regex(/^AVISE-E\d$/),
  title: Text,
  alias: Text.optional(),
  about: Text,
});

const Modality = z.strictObject({
  id: z.string().regex(/^AVISE-R\d$/),
  title: Text,
  options: z.array(Text).min(1),
});

export const Accompaniment = z.strictObject({
  version: z.literal(1),
  code: z.literal('accompaniment'),
  title: Text,
  published: Day,
  updated: Day,
  dimensions: z.array(Text).length(4),
  targets: z.strictObject({
    summary: Text,
    questions: z.array(z.strictObject({ id: z.string().regex(/^AVISE-C\d$/), text: Text })).min(1),
    publics: z.array(Text).min(1),
  }),
  metiers: z.array(Metier).length(5),
  expertises: z.array(Expertise).length(8),
  modalities: z.array(Modality).length(6),
  /** Retold: what the page adds around its lists. */
  remarks: z.array(Text).default([]),
  themes: z.array(Text).default([]),
  source: Source,
  notes: z.array(Text).default([]),
});
export type Accompaniment = z.infer<typeof Accompaniment>;
