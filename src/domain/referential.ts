/**
 * A référentiel: what the register says of one certification, as data. Official statements are verbatim; whatever is
 * ours (short titles, explanations, restored headings, inferences) sits in fields named so or is marked `ours`/`inferred`.
 */
import { z } from 'zod';
import { Day } from './dates.ts';
import { RegisterText as Text } from './referential/text.ts';
import { VaeSection } from './referential/vae-section.ts';

const Coded = z.strictObject({ code: Text, label: Text, note: Text.optional() });
const CodedMaybe = Coded.extend({ label: Text.optional() });

/** What a fiche judges a block on. `kind` decides which document prepares it; `label` is the fiche's own words. */
export const ASSESSMENT_KINDS = [
  'portfolio', 'memoire', 'ecrit-reflexif', 'etude-de-cas', 'mise-en-situation', 'soutenance', 'epreuve-orale',
  'epreuve-anglais', 'analyse-reflexive', 'supports',
] as const; // prettier-ignore
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];
export const Assessment = z.strictObject({
  kind: z.enum(ASSESSMENT_KINDS),
  /** Further kinds the same line of the fiche names: « Mémoire professionnel et soutenance orale ». */
  also: z.array(z.enum(ASSESSMENT_KINDS)).default([]),
  label: Text,
});
export type Assessment = z.infer<typeof Assessment>;

export const Competence = z.strictObject({
  /** `RNCP38126BC01-C01`, or `RNCP35080F1-A1` where the source lists activities of a fonction. */
  id: Text,
  /** Official statement, verbatim. */
  statement: Text,
  /** SHA-256 of the statement reduced to letters and digits: punctuation and accents vary between official texts. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ours: a title that fits a table cell. */
  short: Text,
  /** Ours: what the statement asks a candidate to show, in one or two sentences. */
  asks: Text,
  /** The forms of proof the statement itself asks for; a proof of one form alone is then fragile. */
  forms: z.array(z.enum(['écrit', 'oral'])).default([]),
  /** Ours: a remark on the official text (a wrong name, a variant elsewhere in the register). */
  note: Text.optional(),
});
export type Competence = z.infer<typeof Competence>;

export const Block = z.strictObject({
  code: Text,
  /** `bloc` of the register, or `fonction` of a certificate supplement. */
  kind: z.enum(['bloc', 'fonction']),
  title: Text,
  /** Ours: a title that fits a progress bar or a table head. */
  short: Text,
  competences: z.array(Competence).min(1),
  assessments: z.array(Assessment).default([]),
});
export type Block = z.infer<typeof Block>;

const Route = z.strictObject({
  route: z.enum([
    'formation-initiale',
    'apprentissage',
    'formation-continue',
    'professionnalisation',
    'candidature-individuelle',
    'vae',
  ]),
  open: z.boolean(),
  /** True where the source lost its Oui/Non columns and the value is deduced from the jury's text. */
  inferred: z.boolean(),
  jury: z.array(Text).default([]),
  updated: Day.optional(),
});

const Registration = z.strictObject({
  decision: Day.optional(),
  years: z.number().int().positive().optional(),
  end: Day,
  successor: z
    .strictObject({
      code: Text,
      title: Text.optional(),
      /** First day of the successor's own registration, where known. */
      since: Day.optional(),
      end: Day.optional(),
    })
    .optional(),
  replaces: z.array(Coded).default([]),
});

export const Source = z.strictObject({
  name: Text,
  publisher: Text,
  licence: Text,
  url: Text.optional(),
  date: Text.optional(),
  note: Text.optional(),
});

export type Source = z.infer<typeof Source>;

export const Referential = z.strictObject({
  version: z.literal(1),
  code: Text,
  title: Text,
  /** Where the title comes from when the source has no title line. */
  titleNote: Text.optional(),
  certifiers: z
    .array(
      z.strictObject({
        name: Text,
        siret: z.string().regex(/^\d{14}$/),
        brand: Text.optional(),
        url: Text.optional(),
      }),
    )
    .min(1),
  level: z.number().int().min(1).max(8),
  nsf: z.array(Coded).default([]),
  /** The label is absent where no source read so far gives it. */
  formacodes: z.array(CodedMaybe).default([]),
  rome: z.array(Coded).default([]),
  registration: Registration,
  objectives: z.array(Text).default([]),
  targetedActivities: z.array(Text).default([]),
  blocks: z.array(Block).min(1),
  /** Modes stated for the certification as a whole; `blocksAssessedBy` says when they bind every block. */
  assessments: z.array(Assessment).default([]),
  /** What the certifier asks of VAE candidates; absent where it is not known, and the modes above then stand for it. */
  vae: VaeSection.optional(),
  /** What must be validated to obtain the certification, verbatim. */
  validation: Text,
  routes: z.array(Route).default([]),
  prerequisites: z
    .strictObject({
      /** To enter training: shown to a VAE candidate for information, never blocking. */
      training: z.array(Text).default([]),
      validation: z.array(Text).default([]),
      blocks: Text.optional(),
    })
    .prefault({}),
  sectors: z.array(Text).default([]),
  jobs: z.array(Text).default([]),
  legalReferences: z.array(Text).default([]),
  statistics: z
    .array(
      z.strictObject({
        year: z.number().int(),
        certified: z.number().int(),
        byVae: z.number().int(),
        insertion6Months: z.number().optional(),
        insertionJob6Months: z.number().optional(),
        insertionJob2Years: z.number().optional(),
      }),
    )
    .default([]),
  /** Anything else the source states (overseas territories, preparing bodies, links): `text` verbatim, the rest ours. */
  remarks: z.array(z.strictObject({ label: Text, text: Text, note: Text.optional() })).default([]),
  source: Source,
  /** Facts the source named above does not give, and where they come from; `fields` are dotted paths. */
  elsewhere: z.array(z.strictObject({ fields: z.array(Text).min(1), source: Text })).default([]),
  /** Ours: what we noticed in the official text. */
  notes: z.array(Text).default([]),
});
export type Referential = z.infer<typeof Referential>;

/** Every competence of a référentiel with its block, in register order. */
export const competencesOf = (referential: Referential): { block: Block; competence: Competence }[] =>
  referential.blocks.flatMap((block) => block.competences.map((competence) => ({ block, competence })));

/**
 * The blocks a fiche judges on a given kind. Where no block has modes of its own, those of the certification hold for all
 * of them; where blocks have their own, the general list only repeats them.
 */
export const blocksAssessedBy = (referential: Referential, kind: AssessmentKind): Block[] => {
  const calls = (assessments: readonly Assessment[]): boolean =>
    assessments.some((assessment) => assessment.kind === kind || assessment.also.includes(kind));
  const perBlock = referential.blocks.some((block) => block.assessments.length > 0);
  if (perBlock) return referential.blocks.filter((block) => calls(block.assessments));
  return calls(referential.assessments) ? [...referential.blocks] : [];
};

/** Every accepted spelling → id, made once per référentiel: a check resolves each link for each competence. */
const spellings = new WeakMap<Referential, ReadonlyMap<string, string>>();

const spellingsOf = (referential: Referential): ReadonlyMap<string, string> => {
  const known = spellings.get(referential);
  if (known) return known;
  const made = new Map<string, string>();
  const ids = competencesOf(referential).map(({ competence }) => competence.id);
  for (const id of ids) made.set(id, id);
  for (const id of ids)
    for (const typed of [canonicalId(id), canonicalId(id.slice(referential.code.length))])
      if (!made.has(typed)) made.set(typed, id);
  spellings.set(referential, made);
  return made;
};

/** Accepts `C1` for `C01`, a missing certification code and lower case: `bc01-c1` → `RNCP38126BC01-C01`. */
export const resolveCompetenceId = (referential: Referential, typed: string): string | undefined => {
  const ids = spellingsOf(referential);
  return ids.get(typed) ?? ids.get(canonicalId(typed));
};

/** What two spellings of one competence have in common; an unknown one is only itself. */
export const competenceKey =
  (referential: Referential) =>
  (typed: string): string =>
    resolveCompetenceId(referential, typed) ?? typed;

/** Accepts a block's full code or its last part (`BC01`, `F1`). */
export const resolveBlockCode = (referential: Referential, typed: string): string | undefined => {
  const wanted = canonicalId(typed);
  return referential.blocks.find(
    (block) =>
      canonicalId(block.code) === wanted || canonicalId(block.code.slice(referential.code.length)) === wanted,
  )?.code;
};

const canonicalId = (id: string): string =>
  id
    .trim()
    .toUpperCase()
    .replaceAll(/([CAF])0+(\d)/g, '$1$2');
