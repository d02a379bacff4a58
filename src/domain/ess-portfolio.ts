/**
 * The portfolio of competences in the social and solidarity economy: ten profiles in which a person may recognise
 * herself and seven transversal competences. An instrument of orientation, not a certification: it has no level and no
 * jury. Labels, toolboxes and functions are the source's; self-descriptions, definitions and prompts are ours.
 */
import { z } from 'zod';
import { Source } from './referential.ts';

const Text = z.string().min(1);

const EssProfile = z.strictObject({
  /** `ESS-P01` … `ESS-P10`, in the source's order. */
  id: z.string().regex(/^ESS-P\d{2}$/),
  /** The source's heading, its broken lines joined. */
  title: Text,
  /** Ours: a label without gender for lists and prompts. */
  short: Text,
  /** Ours: the source's self-description retold in « je ». */
  self: Text,
  toolbox: z.array(Text).min(1),
  functions: z.array(Text).min(1),
  /** True where the source ends the list with « … ». */
  openToolbox: z.boolean(),
  openFunctions: z.boolean(),
  note: Text.optional(),
});
export type EssProfile = z.infer<typeof EssProfile>;

const TransversalCompetence = z.strictObject({
  id: z.string().regex(/^ESS-T\d$/),
  title: Text,
  /** Ours: without « Compétence », for narrow lists. */
  short: Text,
  /** Ours: the source gives a name and nothing else. */
  definition: Text,
  /** Ours: a question that helps a candidate place herself. */
  asks: Text,
  note: Text.optional(),
});
export type TransversalCompetence = z.infer<typeof TransversalCompetence>;

export const EssPortfolio = z.strictObject({
  version: z.literal(1),
  code: z.literal('ess-portfolio'),
  title: Text,
  project: z.array(Text).min(1),
  /** The source's heading over the seven. */
  transversalTitle: Text,
  profiles: z.array(EssProfile).length(10),
  transversal: z.array(TransversalCompetence).length(7),
  source: Source,
  notes: z.array(Text).default([]),
});
export type EssPortfolio = z.infer<typeof EssPortfolio>;
