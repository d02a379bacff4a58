/**
 * The words that fictional portfolios are made of; a language gives one such bank. Sentences hold places in braces:
 * `{structure}` a slot, `{de:structure}` the slot behind a preposition, `{n:12-48}` a number, `{a|b}` one of several.
 */
import type { Evidence, Experience } from '../portfolio.ts';
import type { Random } from './random.ts';

/** How a proof's file is made. */
export type FileKind = 'pdf' | 'png' | 'docx' | 'txt' | 'csv' | 'eml' | 'wav';

export interface ProofPattern {
  readonly title: string;
  readonly kind: NonNullable<Evidence['kind']>;
  readonly form: NonNullable<Evidence['form']>;
  readonly file: FileKind;
}

/** A field of the social and solidarity economy; noun phrases come with their article. */
export interface Sector {
  readonly names: readonly string[];
  /** « la recyclerie » */
  readonly structure: string;
  readonly forms: readonly string[];
  /** What it does, a verb phrase without subject. */
  readonly mission: string;
  readonly publics: string;
  readonly service: string;
  readonly team: string;
  readonly project: string;
  /** What was missing, a clause. */
  readonly need: string;
  /** What is counted, after a number: « familles accueillies ». */
  readonly measure: string;
  readonly partners: readonly string[];
}

/** A post, a mandate or a voluntary role. */
export interface Post {
  readonly title: string;
  readonly status: NonNullable<Experience['status']>;
  readonly hours: string;
  readonly delegation: string;
  readonly team: string;
  readonly description: string;
}

/** What competences of one kind have in common; `match` reads a statement without accents, in lower case. */
export interface Theme {
  readonly id: string;
  readonly match: RegExp;
  readonly titles: readonly string[];
  readonly goals: readonly string[];
  readonly claims: readonly string[];
  readonly difficulties: readonly string[];
  readonly results: readonly string[];
  readonly proofs: readonly ProofPattern[];
  readonly shows: readonly string[];
}

export interface SampleBank {
  /** Puts slots, numbers and choices into a sentence. */
  readonly fill: (sentence: string, slots: Readonly<Record<string, string>>, random: Random) => string;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly towns: readonly string[];
  readonly sectors: readonly Sector[];
  /** Whoever pays a part, with the article. */
  readonly funders: readonly string[];
  readonly posts: { readonly main: readonly Post[]; readonly other: readonly Post[] };
  /** The last one fits whatever no other theme recognises. */
  readonly themes: readonly Theme[];
  readonly degrees: readonly string[];
  readonly summaries: readonly string[];
  readonly organisation: {
    readonly name: string;
    readonly size: readonly string[];
    readonly governance: readonly string[];
    readonly funding: readonly string[];
  };
  readonly activity: {
    readonly context: readonly string[];
    readonly role: readonly string[];
    readonly stakeholders: readonly string[];
    readonly means: readonly string[];
    readonly tools: readonly string[];
    readonly analysis: readonly string[];
    readonly learning: readonly string[];
    readonly cite: readonly string[];
    readonly links: readonly string[];
  };
  readonly employment: readonly ProofPattern[];
  readonly employmentShows: string;
  readonly recording: ProofPattern;
  readonly alsoShows: readonly string[];
  readonly transversal: Readonly<Record<string, readonly string[]>>;
  readonly feasibility: { readonly comments: readonly string[]; readonly objectives: readonly string[] };
  readonly document: {
    readonly introduction: readonly string[];
    readonly synthesis: readonly string[];
    readonly project: readonly string[];
    readonly conclusion: readonly string[];
  };
  /** What the files themselves say. */
  readonly file: {
    readonly fictional: string;
    readonly body: readonly string[];
    readonly alt: string;
    readonly table: { readonly head: readonly string[]; readonly rows: readonly string[] };
    readonly mail: {
      readonly from: string;
      readonly to: string;
      readonly greeting: string;
      readonly closing: string;
    };
  };
  /** For the defects that need words of their own. */
  readonly defects: {
    readonly extraActivity: string;
    readonly extraProof: ProofPattern;
    readonly extraShows: string;
    readonly extraExperience: string;
    readonly we: string;
    readonly withoutFigure: string;
    readonly weakProof: ProofPattern;
    readonly lightProof: ProofPattern;
    readonly longComment: string;
    readonly note: string;
    readonly foreignLine: string;
    readonly askedFrom: string;
    readonly advisor: string;
    readonly remark: string;
    readonly reply: string;
  };
}
