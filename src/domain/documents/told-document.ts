/** Documents that tell the activities one by one and close with the grid: the dossier de validation and the portfolio. */
import type { DocumentSection, WrittenDocumentId } from '../document-settings.ts';
import type { Portfolio } from '../portfolio.ts';
import { activityParts, callsOfActivity, chooseActivities } from './activities.ts';
import { citedInAll, numberAnnexes } from './annexes.ts';
import { careerTable, newestFirst, organisationParts, proofsOf, textsOfOrganisations } from './career.ts';
import { callsOfGrid, competenceGrid } from './competence-grid.ts';
import { chapter, chapterIf, gridParts, part } from './contents.ts';
import type { DocumentInput } from './document-input.ts';
import { coverOf, identityOf } from './front-matter.ts';
import { markCompetences } from './marks.ts';
import type { ActivityPart, Annex, CareerRow, CompetenceGrid, ContentsEntry, Cover, Identity, Markdown, OrganisationPart } from './model.ts'; // prettier-ignore
import { pseudonymise } from './pseudonyms.ts';
import { scopeOf } from './scope.ts';
import { timelineOf, type Timeline } from './timeline.ts';

export const TOLD_TEXTS = [
  'acknowledgements', 'introduction', 'motivations', 'learning', 'synthesis', 'project', 'conclusion', 'glossary',
  'bibliography',
] as const satisfies readonly DocumentSection[]; // prettier-ignore
type TextCode = (typeof TOLD_TEXTS)[number];
type ChapterCode = TextCode | 'career' | 'organisations' | 'activities' | 'grid' | 'attestation' | 'annexes';

/**
 * The chapters of each, in the order they are read: it numbers the annexes and makes the contents. A chapter with nothing
 * in it is left out.
 */
export const TOLD_CHAPTERS = {
  'dossier-validation': [
    'acknowledgements', 'introduction', 'motivations', 'career', 'organisations', 'activities', 'grid', 'learning',
    'synthesis', 'project', 'conclusion', 'glossary', 'bibliography', 'attestation', 'annexes',
  ],
  portfolio: [
    'acknowledgements', 'introduction', 'career', 'organisations', 'activities', 'synthesis', 'project', 'conclusion',
    'grid', 'glossary', 'bibliography', 'annexes',
  ],
} as const satisfies Partial<Record<WrittenDocumentId, readonly ChapterCode[]>>; // prettier-ignore
export type ToldDocumentId = keyof typeof TOLD_CHAPTERS;

/** What a jury reads. Whatever is empty is `undefined` or `[]`. */
export interface ToldDocument extends Readonly<Record<TextCode, Markdown | undefined>> {
  readonly kind: ToldDocumentId;
  readonly audience: 'jury';
  readonly cover: Cover;
  readonly identity: Identity;
  readonly contents: readonly ContentsEntry[];
  /** Who the candidate is, in a few lines, above the career table. */
  readonly summary: Markdown | undefined;
  /** The career told at length, under its table; in a dossier de validation alone. */
  readonly careerStory: Markdown | undefined;
  readonly career: readonly CareerRow[];
  /** The same as a picture; undefined where no post has a date. */
  readonly timeline: Timeline | undefined;
  readonly organisations: readonly OrganisationPart[];
  readonly activities: readonly ActivityPart[];
  readonly grid: CompetenceGrid;
  readonly annexes: readonly Annex[];
  /** Where their pages go; undefined where they are listed alone. */
  readonly bound: 'suite' | 'fichier' | undefined;
  /** Ids of proofs that exist and are not joined. */
  readonly withheld: readonly string[];
}

export const buildToldDocument = (
  kind: ToldDocumentId,
  { portfolio: stored, referential, blocks, date, pictures, annexes: mode, numbers }: DocumentInput,
): ToldDocument => {
  const portfolio = pseudonymise(stored);
  const scope = scopeOf(portfolio, referential, blocks);
  const settings = portfolio.documents[kind] ?? {};
  const find = markCompetences(referential, scope.blocks);
  const chosen = chooseActivities(portfolio, settings.activities, scope, find);
  const texts = textsOf(kind, portfolio);
  const careerStory = kind === 'dossier-validation' ? settings.career : undefined;
  // A free text calls what it cites.
  const calls: Readonly<Partial<Record<ChapterCode, readonly string[]>>> = {
    ...Object.fromEntries(TOLD_TEXTS.map((code) => [code, citedInAll([texts[code]])])),
    career: [
      ...citedInAll([portfolio.candidate.summary]),
      ...newestFirst(portfolio.experiences).flatMap((post) => proofsOf(post, portfolio).map(({ id }) => id)),
      ...citedInAll([careerStory]),
    ],
    organisations: citedInAll(textsOfOrganisations(organisationParts(portfolio))),
    activities: chosen
      .map((activity) => callsOfActivity(portfolio, activity))
      .flatMap((told) => [...citedInAll(told.texts), ...told.linked]),
    grid: callsOfGrid(portfolio, referential, scope.blocks),
  };
  // In the order a reader is sent to them.
  const annexes = numberAnnexes(
    portfolio,
    TOLD_CHAPTERS[kind].flatMap((code) => calls[code] ?? []),
    find,
    numbers,
  );
  const document: Omit<ToldDocument, 'contents'> = {
    kind,
    audience: 'jury',
    cover: coverOf(portfolio, referential, scope.blocks, date),
    identity: identityOf(portfolio, referential, scope),
    ...texts,
    summary: portfolio.candidate.summary,
    careerStory,
    career: careerTable(portfolio, annexes),
    timeline: timelineOf(portfolio.experiences, date),
    organisations: organisationParts(portfolio, pictures),
    activities: activityParts(portfolio, chosen, annexes),
    grid: competenceGrid(portfolio, referential, scope.blocks, chosen, annexes),
    annexes: annexes.list,
    // One document of a candidate joins them: the others send to its numbers.
    bound: kind === 'dossier-validation' && mode !== 'liste' ? mode : undefined,
    withheld: annexes.withheld,
  };
  return { ...document, contents: contentsOf(document) };
};

/** The free texts the document prints; what another document's plan alone has room for stays out. */
const textsOf = (
  kind: ToldDocumentId,
  { documents }: Portfolio,
): Readonly<Record<TextCode, Markdown | undefined>> => {
  const printed: readonly string[] = TOLD_CHAPTERS[kind];
  return Object.fromEntries(
    TOLD_TEXTS.map((code) => [code, printed.includes(code) ? documents[kind]?.[code] : undefined]),
  ) as Record<TextCode, Markdown | undefined>;
};

const contentsOf = (document: Omit<ToldDocument, 'contents'>): ContentsEntry[] => {
  const { career, summary, careerStory, organisations, activities, grid } = document;
  const lines: Readonly<Partial<Record<ChapterCode, ContentsEntry[]>>> = {
    ...Object.fromEntries(TOLD_TEXTS.map((code) => [code, chapterIf(document[code], code)])),
    career: chapterIf(career.length > 0 ? career : (summary ?? careerStory), 'career'),
    organisations: chapterIf(
      organisations,
      'organisations',
      organisations.map(({ id, name }) =>
        part(`organisation-${id}`, name, name === undefined ? { heading: 'elsewhere' } : {}),
      ),
    ),
    activities: chapterIf(
      activities,
      'activities',
      activities.map(({ id, number, title }) => part(`activite-${id}`, title, { mark: String(number) })),
    ),
    grid: chapterIf(grid.blocks, 'grid', gridParts(grid)),
    attestation: [chapter('attestation')],
    annexes: chapterIf(document.annexes, 'annexes'),
  };
  return TOLD_CHAPTERS[document.kind].flatMap((code) => lines[code] ?? []);
};
