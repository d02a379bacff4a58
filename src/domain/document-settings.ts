/** What a candidate chooses and writes for each document; both lists below decide what `documents` may hold. */
import { z } from 'zod';
import { EntityId, Text } from './field-types.ts';

/** The documents that have texts of their own. A text written for one is printed in no other. */
export const WRITTEN_DOCUMENTS = ['dossier-validation', 'portfolio', 'memoire', 'ecrit-reflexif'] as const;
export type WrittenDocumentId = (typeof WRITTEN_DOCUMENTS)[number];

const Pages = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,4}$/)
        .transform(Number),
    ],
    { error: 'count' },
  )
  .refine((value) => Number.isInteger(value) && value >= 1, { error: 'count' });

/** The keys of the sections a template may ask for; which document prints which is its own plan's. */
export const DocumentSettings = z.strictObject({
  activities: z.array(EntityId).optional(),
  /** The most pages it may have, annexes left out, where a certifier or an advisor set one. */
  pages: Pages.optional(),
  introduction: Text.optional(),
  motivations: Text.optional(),
  career: Text.optional(),
  context: Text.optional(),
  diagnosis: Text.optional(),
  problem: Text.optional(),
  framework: Text.optional(),
  method: Text.optional(),
  plan: Text.optional(),
  implementation: Text.optional(),
  reflection: Text.optional(),
  situation: Text.optional(),
  story: Text.optional(),
  analysis: Text.optional(),
  theory: Text.optional(),
  learning: Text.optional(),
  transfer: Text.optional(),
  synthesis: Text.optional(),
  project: Text.optional(),
  conclusion: Text.optional(),
  acknowledgements: Text.optional(),
  glossary: Text.optional(),
  bibliography: Text.optional(),
});
export type DocumentSettings = z.infer<typeof DocumentSettings>;
export type DocumentSection = Exclude<keyof DocumentSettings, 'activities' | 'pages'>;

/** In half minutes; the shortest leaves each step of a soutenance its own. */
const Minutes = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,3}(\.5)?$/)
        .transform(Number),
    ],
    { error: 'minutes' },
  )
  .refine((value) => value >= 5 && value <= 120 && Number.isInteger(value * 2), { error: 'minutes' });

const Choice = z.strictObject({ activities: z.array(EntityId).optional() });
const written = DocumentSettings.optional();

/** Texts for the documents that are written; a choice of activities, and little else, for those that prepare. */
export const Documents = z.strictObject({
  'dossier-validation': written,
  portfolio: written,
  memoire: written,
  'ecrit-reflexif': written,
  soutenance: Choice.extend({
    minutes: Minutes.optional(),
    introduction: Text.optional(),
    project: Text.optional(),
  }).optional(),
  'etude-de-cas': Choice.optional(),
  'mise-en-situation': Choice.optional(),
} satisfies Readonly<Record<WrittenDocumentId, unknown>> & Readonly<Record<string, unknown>>);
