/**
 * What a candidate's `portfolio.yaml` holds, as read back from text: every scalar arrives as a string (a postcode
 * `01000` or a surname `Null` must survive) and is typed here. Unknown keys are refused, never dropped.
 */
import { z } from 'zod';
import { Day, PartialDate, Period } from './dates.ts';
import { Documents } from './document-settings.ts';
import { Evidence } from './evidence.ts';
import { EntityId, Text } from './field-types.ts';
import { ReviewEvent } from './review/event.ts';
import { Organigramme, Sha256 } from './evidence/stored-file.ts';
import { staysInside } from './stored-path.ts';

export { CONFIDENTIALITIES, Evidence, isReceived } from './evidence.ts';
export type { StoredFile } from './evidence/stored-file.ts';

/** Version of the stored document; a higher one is refused, a lower one migrated after a backup. */
export const PORTFOLIO_VERSION = 1;

export const EXPERIENCE_STATUSES = [
  'emploi salarié', 'fonction publique', 'indépendant', 'bénévolat', 'mandat', 'service civique', 'volontariat',
  'aidant familial', 'stage', 'alternance', 'formation', 'autre',
] as const; // prettier-ignore
export const STAGES = ['faisabilite', 'validation'] as const;
export const SELF_POSITIONS = ['à découvrir', 'en cours', 'à l’aise', 'je peux transmettre'] as const;

export const Organisation = z.strictObject({
  id: EntityId,
  name: Text,
  pseudonym: Text.optional(),
  legalForm: Text.optional(),
  mission: Text.optional(),
  size: Text.optional(),
  governance: Text.optional(),
  funding: Text.optional(),
  organigramme: Organigramme.optional(),
});
export type Organisation = z.infer<typeof Organisation>;

export const Experience = z.strictObject({
  id: EntityId,
  title: Text,
  organisations: z.array(EntityId).default([]),
  status: z.enum(EXPERIENCE_STATUSES).optional(),
  start: PartialDate.optional(),
  end: PartialDate.optional(),
  hours: Text.optional(),
  delegation: Text.optional(),
  team: Text.optional(),
  budget: Text.optional(),
  description: Text.optional(),
});
export type Experience = z.infer<typeof Experience>;

/** The ten questions of the telling, in the order a jury reads them; all Markdown. */
export const NARRATIVE_FIELDS = [
  'context', 'role', 'stakeholders', 'means', 'goal', 'approach', 'difficulties', 'results', 'analysis', 'learning',
] as const; // prettier-ignore
export type NarrativeField = (typeof NARRATIVE_FIELDS)[number];

const CompetenceLink = z.strictObject({ id: Text, claim: Text.optional() });
export const Activity = z.strictObject({
  id: EntityId,
  title: Text,
  experiences: z.array(EntityId).default([]),
  period: Period.optional(),
  context: Text.optional(),
  role: Text.optional(),
  stakeholders: Text.optional(),
  means: Text.optional(),
  goal: Text.optional(),
  approach: Text.optional(),
  difficulties: Text.optional(),
  results: Text.optional(),
  analysis: Text.optional(),
  learning: Text.optional(),
  competences: z.array(CompetenceLink).default([]),
});
export type Activity = z.infer<typeof Activity>;

export const Candidate = z.strictObject({
  name: Text,
  birthDate: Day.optional(),
  email: Text.optional(),
  phone: Text.optional(),
  address: Text.optional(),
  postcode: Text.optional(),
  city: Text.optional(),
  degrees: z.array(Text).default([]),
  summary: Text.optional(),
  fictional: z.enum(['oui', 'non']).optional(),
});

export const Portfolio = z.strictObject({
  version: z.union([
    z.literal(PORTFOLIO_VERSION),
    z.literal(String(PORTFOLIO_VERSION)).transform(() => PORTFOLIO_VERSION),
  ]),
  id: Text,
  certification: Text,
  /** The référentiel as it was when the portfolio was made, kept beside it; the hash tells if it was altered. */
  referential: z
    .strictObject({ file: Text.refine(staysInside, { error: 'snapshot-path' }), sha256: Sha256 })
    .optional(),
  stage: z.enum(STAGES).default('validation'),
  target: z
    .strictObject({
      /** Codes of the blocks aimed at; empty means the whole certification. */
      blocks: z.array(Text).default([]),
      acquired: z
        .array(
          z.strictObject({
            block: Text,
            juryDate: PartialDate.optional(),
            from: Text.optional(),
            proof: EntityId.optional(),
          }),
        )
        .default([]),
    })
    .prefault({}),
  dates: z
    .strictObject({
      sent: Day.optional(),
      eligible: Day.optional(),
      lastActivity: Day.optional(),
      deposit: Day.optional(),
      jury: Day.optional(),
    })
    .prefault({}),
  feasibility: z
    .strictObject({
      blocks: z
        .array(
          z.strictObject({
            block: Text,
            answer: z.enum(['oui', 'partiellement', 'non']),
            comment: Text.optional(),
          }),
        )
        .default([]),
      prerequisites: z.array(z.strictObject({ statement: Text, met: z.enum(['oui', 'non']) })).default([]),
      objectives: z.array(Text).default([]),
    })
    .prefault({}),
  candidate: Candidate,
  essProfile: z
    .strictObject({
      /** Ids of the ESS profiles the candidate recognises, `ESS-P01` … `ESS-P10`. */
      profiles: z.array(Text).default([]),
      transversal: z
        .array(
          z.strictObject({ competence: Text, position: z.enum(SELF_POSITIONS), example: Text.optional() }),
        )
        .default([]),
    })
    .prefault({}),
  organisations: z.array(Organisation).default([]),
  experiences: z.array(Experience).default([]),
  activities: z.array(Activity).default([]),
  evidence: z.array(Evidence).default([]),
  documents: Documents.default({}),
  /** What advisor and candidate say to each other about the portfolio; no document for the jury knows of it. */
  reviews: z.array(ReviewEvent).default([]),
  /** Private: no command exports it. */
  notes: Text.optional(),
});
export type Portfolio = z.infer<typeof Portfolio>;
/** The same document as it is written: defaults left out, numbers as text. */
export type StoredPortfolio = z.input<typeof Portfolio>;
