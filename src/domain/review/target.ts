/** What a review speaks of: how it is named, found again, and whether its text has changed since. */
import { findEntity } from '../edits.ts';
import {
  NARRATIVE_FIELDS,
  type Activity,
  type Evidence,
  type Experience,
  type Portfolio,
} from '../portfolio.ts';
import {
  competenceKey,
  competencesOf,
  resolveBlockCode,
  resolveCompetenceId,
  type Referential,
} from '../referential.ts';
import type { ReviewEvent } from './event.ts';

/** The portfolio as a whole. */
export const WHOLE = 'dossier';

export interface ReviewTarget {
  /** As it stands in `about`. */
  readonly id: string;
  readonly kind: 'dossier' | 'block' | 'competence' | 'activity' | 'evidence' | 'experience';
  readonly title: string;
}

/** An opened portfolio. */
export interface Place {
  readonly referential: Referential;
  readonly portfolio: Portfolio;
}

/** The target a person means by what they typed (`bc01-c4`, `a3`, `dossier`); undefined when there is none. */
export const findTarget = ({ referential, portfolio }: Place, typed: string): ReviewTarget | undefined => {
  const word = typed.trim();
  if (word.toLowerCase() === WHOLE) return { id: WHOLE, kind: 'dossier', title: portfolio.candidate.name };
  for (const [collection, kind] of [
    ['activities', 'activity'],
    ['evidence', 'evidence'],
    ['experiences', 'experience'],
  ] as const) {
    const entity = findEntity(portfolio, collection, word);
    if (entity) return { id: entity.id, kind, title: entity.title };
  }
  const id = resolveCompetenceId(referential, word);
  const found = competencesOf(referential).find(({ competence }) => competence.id === id)?.competence;
  if (found) return { id: found.id, kind: 'competence', title: found.short };
  const block = referential.blocks.find(({ code }) => code === resolveBlockCode(referential, word));
  return block && { id: block.code, kind: 'block', title: block.short };
};

const toldIn = (activity: Activity): (string | undefined)[] =>
  NARRATIVE_FIELDS.map((field) => activity[field]);

const aboutCompetence = ({ referential, portfolio }: Place, id: string): (string | undefined)[] => {
  const isIt = (typed: string): boolean => competenceKey(referential)(typed) === id;
  return [
    ...portfolio.activities.flatMap(({ id: owner, competences }) =>
      competences.filter((link) => isIt(link.id)).flatMap(({ claim }) => [claim, owner]),
    ),
    ...portfolio.evidence.flatMap(({ id: owner, shows }) =>
      shows.filter((link) => isIt(link.competence)).flatMap(({ what }) => [what, owner]),
    ),
  ];
};

const aboutEvidence = (one: Evidence): (string | undefined)[] => [
  one.title, one.kind, one.form, one.date, one.period?.start, one.period?.end, one.file?.path, one.file?.sha256, one.url,
  one.publicFile?.path, one.confidentiality, one.alt, ...one.shows.flatMap(({ competence, what }) => [competence, what]),
]; // prettier-ignore

const aboutActivity = (referential: Referential, one: Activity | undefined): (string | undefined)[] =>
  one === undefined
    ? []
    : [
        ...toldIn(one),
        one.title,
        one.period?.start,
        one.period?.end,
        ...one.competences.flatMap(({ id, claim }) => [claim, competenceKey(referential)(id)]),
      ];

const aboutExperience = (one: Experience | undefined): (string | undefined)[] => [
  one?.description, one?.title, one?.delegation, one?.team, one?.budget, one?.start, one?.end,
]; // prettier-ignore

/** Every text behind a target, most telling first; the private notes are never among them. */
const textsBehind = (place: Place, { id, kind }: ReviewTarget): (string | undefined)[] => {
  const { portfolio, referential } = place;
  const { activities, evidence, feasibility, candidate, documents } = portfolio;
  switch (kind) {
    case 'activity':
      return aboutActivity(referential, findEntity(portfolio, 'activities', id));
    case 'evidence':
      return evidence.filter((one) => one.id === id).flatMap(aboutEvidence);
    case 'experience':
      return aboutExperience(findEntity(portfolio, 'experiences', id));
    case 'competence':
      return aboutCompetence(place, id);
    case 'block':
      return [
        ...feasibility.blocks
          .filter(({ block }) => resolveBlockCode(referential, block) === id)
          .map(({ comment }) => comment),
        ...(referential.blocks.find(({ code }) => code === id)?.competences ?? []).flatMap((one) =>
          aboutCompetence(place, one.id),
        ),
      ];
    case 'dossier':
      return [
        candidate.summary,
        ...Object.values(documents).flatMap((settings) => [
          settings?.activities?.join(' '),
          ...sectionsOf(settings),
        ]),
        ...activities.flatMap((one) => [one.title, ...toldIn(one)]),
        ...evidence.flatMap(aboutEvidence),
      ];
  }
};

const sectionsOf = (settings: Portfolio['documents'][keyof Portfolio['documents']]): string[] =>
  Object.values(settings ?? {}).filter((value) => typeof value === 'string');

/** 53 bits, to see that a text has changed; nothing is kept secret or proved by it. */
const fingerprint = (text: string): string => {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `f${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}`;
};

const EXCERPT = 120;

/** On one line, cut between two words where it is too long. */
export const shorten = (text: string, most = EXCERPT): string => {
  const line = text.trim().replaceAll(/\s+/gu, ' ');
  const signs = Array.from(line);
  if (signs.length <= most) return line;
  const cut = signs.slice(0, most).join('');
  const end = cut.lastIndexOf(' ');
  return `${end > most / 2 ? cut.slice(0, end) : cut}…`;
};

/** What a new event notes of the text it speaks of. */
export const seenNow = (place: Place, target: ReviewTarget): NonNullable<ReviewEvent['seen']> => {
  const texts = textsBehind(place, target);
  const excerpt = shorten(texts.find((text) => text !== undefined && text.trim() !== '') ?? '');
  return {
    print: fingerprint(JSON.stringify(texts.map((text) => text ?? null))),
    ...(excerpt !== '' && { excerpt }),
  };
};

/** `gone`: what was commented on is no longer there. */
export type TargetStanding = 'same' | 'changed' | 'gone';

/** Whether the text is still the one that the last comment about it saw. */
export const standingOf = (place: Place, about: string, events: readonly ReviewEvent[]): TargetStanding => {
  const target = findTarget(place, about);
  if (!target) return 'gone';
  const seen = events.findLast((event) => event.role === 'conseil' && event.seen !== undefined)?.seen;
  return seen === undefined || seen.print === seenNow(place, target).print ? 'same' : 'changed';
};
