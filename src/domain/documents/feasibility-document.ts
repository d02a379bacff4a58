import { CITATION } from '../citations.ts';
import { firstDay, lastDay } from '../dates.ts';
import { COMMENT_LIMIT, commentLength, type CommentLength } from '../feasibility-limit.ts';
import type { Experience, NarrativeField, Portfolio } from '../portfolio.ts';
import { resolveBlockCode } from '../referential.ts';
import { chooseActivities } from './activities.ts';
import { newestFirst, organisationName } from './career.ts';
import { chapter, chapterIf, part } from './contents.ts';
import type { DocumentInput } from './document-input.ts';
import { blockLabel, coverOf } from './front-matter.ts';
import { markCompetences } from './marks.ts';
import type { Annex, BlockLabel, ContentsEntry, Cover, Markdown } from './model.ts';
import { pseudonymise } from './pseudonyms.ts';
import { scopeOf } from './scope.ts';

/** What the form asks to read in a comment: autonomy, examples, tools and methods. */
const ASKED: readonly NarrativeField[] = ['context', 'role', 'means', 'approach', 'results'];

/** What the candidate told elsewhere and may take up: her or his own words, unchanged. */
export interface Proposal {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly { readonly label: NarrativeField; readonly text: Markdown }[];
}

export interface FeasibilityBlock extends BlockLabel {
  readonly id: string;
  readonly answer: 'oui' | 'partiellement' | 'non' | undefined;
  /** As typed: it is copied into a form that knows no Markdown. */
  readonly comment: string | undefined;
  readonly length: CommentLength;
  /** Only where the comment says too little. */
  readonly proposals: readonly Proposal[];
}

export interface FeasibilityExperience {
  readonly id: string;
  readonly title: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** Undefined where a date is missing; `about` where one is a year alone. */
  readonly duration: { readonly months: number; readonly about: boolean } | undefined;
  readonly status: string | undefined;
  readonly hours: string | undefined;
  readonly organisations: readonly string[];
  readonly description: string | undefined;
}

/** Text to copy into the official form, block by block; nobody hands this file in. */
export interface FeasibilityDocument {
  readonly kind: 'faisabilite';
  readonly audience: 'working';
  readonly cover: Cover;
  readonly limit: { readonly characters: number; readonly source: string; readonly date: string };
  readonly blocks: readonly FeasibilityBlock[];
  readonly experiences: readonly FeasibilityExperience[];
  readonly prerequisites: readonly { readonly statement: string; readonly met: string | undefined }[];
  readonly objectives: readonly string[];
  readonly contents: readonly ContentsEntry[];
  /** No proof may be demanded at this stage, so there are none. */
  readonly annexes: readonly Annex[];
  readonly withheld: readonly string[];
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Whole months, the first and the last counted; what still goes on is counted to `today`. */
const durationOf = ({ start, end }: Experience, today: string): FeasibilityExperience['duration'] => {
  if (start === undefined) return undefined;
  const until = end === undefined ? today : lastDay(end);
  const months = monthOf(until) - monthOf(firstDay(start)) + 1;
  return months < 1 ? undefined : { months, about: start.length === 4 || end?.length === 4 };
};

/** A form has no annexes: what a text cites stays out of it. */
const withoutCitations = (text: string): string =>
  text.replaceAll(new RegExp(String.raw`\s*(?:${CITATION.source})`, 'gu'), '');

export const buildFeasibilityDocument = ({
  portfolio: stored,
  referential,
  blocks: only,
  date,
}: DocumentInput): FeasibilityDocument => {
  const portfolio = pseudonymise(stored);
  const scope = scopeOf(portfolio, referential, only);
  const { feasibility } = portfolio;
  const blocks = scope.blocks.map((block): FeasibilityBlock => {
    const given = feasibility.blocks.find(
      ({ block: typed }) => resolveBlockCode(referential, typed) === block.code,
    );
    const length = commentLength(given?.comment);
    const isShort = length.state === 'empty' || length.state === 'thin';
    const find = markCompetences(referential, [block]);
    const told = isShort
      ? chooseActivities(portfolio, undefined, { ...scope, blocks: [block], restricted: true }, find)
      : [];
    return {
      ...blockLabel(referential, block),
      id: block.code,
      answer: given?.answer,
      comment: given?.comment,
      length,
      proposals: told.flatMap(({ activity }) => proposalOf(activity)),
    };
  });
  const experiences = newestFirst(portfolio.experiences).map((post) => experienceOf(post, portfolio, date));
  const prerequisites = prerequisitesOf(portfolio, referential.prerequisites.validation);
  const { objectives } = feasibility;
  return {
    kind: 'faisabilite',
    audience: 'working',
    cover: coverOf(portfolio, referential, scope.blocks, date),
    limit: COMMENT_LIMIT,
    blocks,
    experiences,
    prerequisites,
    objectives,
    contents: [
      ...chapterIf(prerequisites, 'prerequisites'),
      ...chapterIf(objectives, 'objectives'),
      chapter('experiences'),
      chapter('feasibility'),
      ...blocks.map(({ id, code, title }) => part(`bloc-${id}`, title, { mark: code, official: true })),
    ],
    annexes: [],
    withheld: [],
  };
};

const proposalOf = ({ id, title, ...texts }: Portfolio['activities'][number]): Proposal[] => {
  const fields = ASKED.flatMap((label) => {
    const text = texts[label];
    return text === undefined ? [] : [{ label, text: withoutCitations(text) }];
  });
  return fields.length === 0 ? [] : [{ id, title, fields }];
};

const experienceOf = (post: Experience, portfolio: Portfolio, date: string): FeasibilityExperience => ({
  id: post.id,
  title: post.title,
  start: post.start,
  end: post.end,
  duration: durationOf(post, date),
  status: post.status,
  hours: post.hours,
  organisations: post.organisations.flatMap((id) =>
    portfolio.organisations.filter((one) => one.id === id).map(organisationName),
  ),
  description: post.description && withoutCitations(post.description),
});

/** What the candidate answered, then what the fiche asks and nobody has answered: one statement, broken over lines there. */
const prerequisitesOf = (
  { feasibility }: Portfolio,
  asked: readonly string[],
): FeasibilityDocument['prerequisites'] => {
  const answered = feasibility.prerequisites.map(({ statement, met }) => ({ statement, met }));
  return answered.length > 0 || asked.length === 0
    ? answered
    : [{ statement: asked.join(' '), met: undefined }];
};
