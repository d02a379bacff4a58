import type { Portfolio } from '../portfolio.ts';
import type { Referential } from '../referential.ts';
import { activityParts, callsOfActivity, chooseActivities, type ChosenActivity } from './activities.ts';
import { citedInAll, numberAnnexes, type Annexes } from './annexes.ts';
import { careerTable, newestFirst, organisationParts, proofsOf, textsOfOrganisations } from './career.ts';
import { callsOfGrid, competenceGrid } from './competence-grid.ts';
import { contentsOf } from './contents.ts';
import { coverOf, identityOf } from './front-matter.ts';
import { markCompetences } from './marks.ts';
import type { ActivityPart, Annex, CareerRow, CompetenceGrid, ContentsEntry, Cover, Identity, Markdown, OrganisationPart } from './model.ts'; // prettier-ignore
import { pseudonymise } from './pseudonyms.ts';
import { scopeOf, type Scope } from './scope.ts';

export interface DocumentInput {
  readonly portfolio: Portfolio;
  readonly referential: Referential;
  /** Full codes of the blocks to show; none means every block aimed at and not yet acquired. */
  readonly blocks?: readonly string[];
  /** `YYYY-MM-DD`, printed on the cover. */
  readonly date: string;
  /** Names of the transversal competences by id, where the candidate placed herself on some. */
  readonly transversal?: ReadonlyMap<string, string>;
}

/** What a jury reads: activities told and analysed, with one closing grid. Whatever is empty is `undefined` or `[]`. */
export interface PortfolioDocument {
  readonly kind: 'portfolio';
  readonly audience: 'jury';
  readonly cover: Cover;
  readonly identity: Identity;
  readonly contents: readonly ContentsEntry[];
  readonly acknowledgements: Markdown | undefined;
  readonly introduction: Markdown | undefined;
  /** Who the candidate is, in a few lines, above the career table. */
  readonly summary: Markdown | undefined;
  readonly career: readonly CareerRow[];
  readonly organisations: readonly OrganisationPart[];
  readonly activities: readonly ActivityPart[];
  readonly synthesis: Markdown | undefined;
  readonly project: Markdown | undefined;
  readonly conclusion: Markdown | undefined;
  readonly grid: CompetenceGrid;
  readonly glossary: Markdown | undefined;
  readonly bibliography: Markdown | undefined;
  readonly annexes: readonly Annex[];
  /** Ids of proofs that exist and are not joined. */
  readonly withheld: readonly string[];
}

export const buildPortfolioDocument = ({
  portfolio: stored,
  referential,
  blocks,
  date,
}: DocumentInput): PortfolioDocument => {
  const portfolio = pseudonymise(stored);
  const scope = scopeOf(portfolio, referential, blocks);
  const settings = portfolio.documents.portfolio ?? {};
  const find = markCompetences(referential, scope.blocks);
  const chosen = chooseActivities(portfolio, settings.activities, scope, find);
  const annexes = annexesOf(portfolio, referential, scope, chosen);
  const document: Omit<PortfolioDocument, 'contents'> = {
    kind: 'portfolio',
    audience: 'jury',
    cover: coverOf(portfolio, referential, scope.blocks, date),
    identity: identityOf(portfolio, referential, scope),
    acknowledgements: settings.acknowledgements,
    introduction: settings.introduction,
    summary: portfolio.candidate.summary,
    career: careerTable(portfolio, annexes),
    organisations: organisationParts(portfolio),
    activities: activityParts(portfolio, chosen, annexes),
    synthesis: settings.synthesis,
    project: settings.project,
    conclusion: settings.conclusion,
    grid: competenceGrid(portfolio, referential, scope.blocks, chosen, annexes),
    glossary: settings.glossary,
    bibliography: settings.bibliography,
    annexes: annexes.list,
    withheld: annexes.withheld,
  };
  return { ...document, contents: contentsOf(document) };
};

/** Annexes in the order a reader of the portfolio is sent to them. */
const annexesOf = (
  portfolio: Portfolio,
  referential: Referential,
  scope: Scope,
  chosen: readonly ChosenActivity[],
): Annexes => {
  const settings = portfolio.documents.portfolio ?? {};
  const told = chosen.map((activity) => callsOfActivity(portfolio, activity));
  const calls = [
    ...citedInAll([settings.acknowledgements, settings.introduction, portfolio.candidate.summary]),
    ...newestFirst(portfolio.experiences).flatMap((experience) =>
      proofsOf(experience, portfolio).map(({ id }) => id),
    ),
    ...citedInAll(textsOfOrganisations(organisationParts(portfolio))),
    ...told.flatMap(({ texts, linked }) => [...citedInAll(texts), ...linked]),
    ...citedInAll([settings.synthesis, settings.project, settings.conclusion]),
    ...callsOfGrid(portfolio, referential, scope.blocks),
    ...citedInAll([settings.glossary, settings.bibliography]),
  ];
  return numberAnnexes(portfolio, calls, markCompetences(referential, scope.blocks));
};
