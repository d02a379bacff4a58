/**
 * How a use case asks a person. A question is data: a stable key (an answers file scripts it by that name) and the
 * arguments its sentence needs; the adapter takes the words from the catalogue. What a candidate has typed is never
 * thrown away: leaving a half-written text returns it with the way taken.
 */
export type QuestionArgs = Readonly<Record<string, string | number>>;

/** The ways out of a question, beside answering it. */
export type Way = 'skip' | 'back' | 'quit';

export type Reply<T> =
  | {
      readonly kind: 'answer';
      readonly value: T;
      /** The person left while typing: keep the value, then go this way. */
      readonly leaving?: 'back' | 'quit';
    }
  | { readonly kind: Way };

/** The answer known so far was emptied: it is to be removed. */
export interface Cleared {
  readonly kind: 'clear';
}
export type ClearableReply = Reply<string> | Cleared;

/** Where `clearable` is not true, a known answer (`initial`) cannot be emptied. */
export interface ClearableQuestion extends Question {
  readonly initial?: string;
  readonly clearable?: boolean;
}

/** Which sentences of the catalogue a question is asked with, and whether it may be left empty. */
export interface Question {
  readonly key: QuestionKey;
  readonly args?: QuestionArgs;
  /** `quit` is always possible; these are the others. Default: both. */
  readonly ways?: readonly ('skip' | 'back')[];
}

export interface Choice {
  readonly value: string;
  /** What the candidate wrote (a title); without it the catalogue names the value. */
  readonly label?: string;
  /** Shown while the choice is under the cursor. */
  readonly hint?: string;
  /** The same, item by item, each under its own word of the catalogue. */
  readonly details?: readonly ChoiceDetail[];
}

export interface ChoiceDetail {
  readonly kind: 'functions' | 'toolbox' | 'ended';
  readonly text: string;
}

export interface Prompter {
  choose(
    question: Question & { readonly choices: readonly Choice[]; readonly initial?: string },
  ): Promise<Reply<string>>;
  tick(
    question: Question & { readonly choices: readonly Choice[]; readonly ticked: readonly string[] },
  ): Promise<Reply<readonly string[]>>;
  /** One line: a pasted line break becomes a space. */
  line(question: Question & { readonly initial?: string }): Promise<Reply<string>>;
  /** Several paragraphs, Markdown. */
  text(question: ClearableQuestion): Promise<ClearableReply>;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, whatever way it was typed. */
  date(question: ClearableQuestion): Promise<ClearableReply>;
  /** Path of a file as the candidate typed, pasted or dropped it: quotes and escapes undone, not yet checked. */
  path(question: Question & { readonly initial?: string }): Promise<Reply<string>>;
  confirm(question: Question & { readonly initial?: boolean }): Promise<Reply<boolean>>;
  /** Gives the terminal back as it was found. */
  close(): void;
  /** Set once the person or the system interrupted (Ctrl-C, closed window); every later question replies `quit`. */
  readonly interrupted: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | undefined;
}

export const QUESTION_KEYS = [
  // a new portfolio
  'init.certification', 'init.eligible', 'init.folder', 'init.name', 'init.scope', 'init.blocks',
  // the menu of bare `acquis`
  'menu.action', 'menu.folder', 'menu.portfolio',
  // the inventory
  'inventory.resume', 'experience.more', 'experience.organisation', 'experience.title', 'experience.status',
  'experience.start', 'experience.end', 'profile.profiles', 'activity.title', 'activity.experience',
  'inventory.tick', 'transversal.start', 'transversal.position', 'walk.first-pdf', 'walk.continue',
  // what is new
  'review.received',
  // the advisor's comments
  'review.on', 'review.thread', 'review.text', 'review.ask-change', 'review.author', 'review.answer',
  // a form that came back
  'worksheet.conflict', 'worksheet.rest', 'worksheet.save',
  // going back, and taking away for good
  'undo.confirm', 'erase.confirm',
  // one competence
  'competence.activity', 'competence.next', 'competence.claim', 'competence.evidence',
  'activity.period-start', 'activity.period-end',
  'activity.context', 'activity.role', 'activity.stakeholders', 'activity.means', 'activity.goal',
  'activity.approach', 'activity.difficulties', 'activity.results', 'activity.analysis', 'activity.learning',
  'activity.complete', 'activity.new-title', 'activity.edit',
  // a proof
  'evidence.link', 'evidence.source', 'evidence.title', 'evidence.file', 'evidence.url', 'evidence.kind', 'evidence.form',
  'evidence.date', 'evidence.madeBy', 'evidence.what', 'evidence.confidentiality', 'evidence.public-file',
  'evidence.public-note', 'evidence.other-kind', 'evidence.asked-from', 'evidence.promised-for',
] as const; // prettier-ignore
export type QuestionKey = (typeof QUESTION_KEYS)[number];
