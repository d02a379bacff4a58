import type { DocumentSection } from '../document-settings.ts';
import type { Portfolio } from '../portfolio.ts';
import type { Block, Referential } from '../referential.ts';
import { trameOf } from '../referential/vae-section.ts';
import { callsOfActivity, chooseActivities, type ChosenActivity } from './activities.ts';
import { citedInAll, numberAnnexes, type AnnexNumbers, type Annexes } from './annexes.ts';
import { organisationParts, textsOfOrganisations } from './career.ts';
import { callsOfGrid, competenceGrid } from './competence-grid.ts';
import { chapterIf, chapter, gridParts } from './contents.ts';
import type { DocumentInput } from './document-input.ts';
import type { DocumentPlan, SectionPlan } from './document-plan.ts';
import { coverOf, identityOf } from './front-matter.ts';
import { markCompetences, type MarkedCompetence } from './marks.ts';
import type { Annex, CompetenceGrid, ContentsEntry, Cover, Identity, Markdown } from './model.ts'; // prettier-ignore
import { excerptsOf, workingSection, writtenSection, type PlannedSection } from './plan-section.ts';
import { pseudonymise } from './pseudonyms.ts';
import { scopeOf } from './scope.ts';

/**
 * A document that is planned, then written: a working document until nothing is left to write; then it holds the
 * candidate's text alone and is a jury document.
 */
export interface PlanDocument {
  readonly kind: DocumentPlan['kind'];
  readonly audience: 'jury' | 'working';
  readonly cover: Cover;
  readonly identity: Identity;
  readonly contents: readonly ContentsEntry[];
  readonly acknowledgements: Markdown | undefined;
  readonly sections: readonly PlannedSection[];
  /** Pages to aim at for the whole, annexes left out; undefined in a jury document. */
  readonly pages: number | undefined;
  /** The parts the certifier wants it to have, where that is known; none in a jury document. */
  readonly trame: readonly string[];
  readonly grid: CompetenceGrid;
  readonly glossary: Markdown | undefined;
  readonly bibliography: Markdown | undefined;
  readonly annexes: readonly Annex[];
  /** Ids of proofs that exist and are not joined. */
  readonly withheld: readonly string[];
}

/** Sections of the plan that have no text yet, the bibliography included. */
const unwrittenSections = (
  { kind, sections }: DocumentPlan,
  { documents }: Pick<Portfolio, 'documents'>,
): DocumentSection[] =>
  [...sections.map(({ code }) => code), 'bibliography' as const].filter(
    (code) => documents[kind]?.[code] === undefined,
  );

export const buildPlanDocument = (
  plan: DocumentPlan,
  {
    portfolio: stored,
    referential,
    blocks: only,
    date,
    transversal = new Map(),
    pictures,
    numbers,
  }: DocumentInput,
): PlanDocument => {
  const portfolio = pseudonymise(stored);
  const scope = scopeOf(portfolio, referential, only);
  const { blocks } = scope;
  const settings = portfolio.documents[plan.kind] ?? {};
  const find = markCompetences(referential, blocks);
  const chosen = chooseActivities(portfolio, settings.activities, { ...scope, restricted: true }, find);
  const working = unwrittenSections(plan, portfolio).length > 0;
  const annexes = annexesOf(plan, portfolio, referential, blocks, working ? chosen : undefined, numbers);
  const document: Omit<PlanDocument, 'contents'> = {
    kind: plan.kind,
    audience: working ? 'working' : 'jury',
    cover: coverOf(portfolio, referential, blocks, date),
    identity: identityOf(portfolio, referential, scope),
    acknowledgements: settings.acknowledgements,
    sections: plan.sections.map((section) =>
      working
        ? workingSection(
            section,
            { portfolio, pictures, transversal },
            settings[section.code],
            chosen,
            competencesIn(section.code, plan, blocks, find),
          )
        : writtenSection(section.code, settings[section.code]),
    ),
    pages: working ? plan.sections.reduce((total, { pages }) => total + pages, 0) : undefined,
    trame: working ? trameOf(referential.vae, plan.kind) : [],
    grid: working
      ? competenceGrid(portfolio, referential, blocks, chosen, annexes, plan.placeOf)
      : competenceGrid(portfolio, referential, blocks, [], annexes),
    glossary: settings.glossary,
    bibliography: settings.bibliography,
    annexes: annexes.list,
    withheld: annexes.withheld,
  };
  return { ...document, contents: contentsOf(document) };
};

const competencesIn = (
  code: DocumentSection,
  plan: DocumentPlan,
  blocks: readonly Block[],
  find: (typed: string) => MarkedCompetence | undefined,
): PlannedSection['competences'] =>
  blocks
    .flatMap((block) => block.competences)
    .filter((competence) => plan.placeOf(competence) === code)
    .map(({ id, short }) => ({ id, mark: find(id)?.mark ?? id, short }));

/**
 * Annexes in the order a reader is sent to them: cited in what is written, in the plan also by the material it draws
 * on (undefined once it is written), then shown beside a competence.
 */
const annexesOf = (
  plan: DocumentPlan,
  portfolio: Portfolio,
  referential: Referential,
  blocks: readonly Block[],
  material: readonly ChosenActivity[] | undefined,
  numbers: AnnexNumbers | undefined,
): Annexes => {
  const settings = portfolio.documents[plan.kind] ?? {};
  const told = (material ?? []).map((activity) => callsOfActivity(portfolio, activity));
  const excerpts = plan.sections.flatMap((section: SectionPlan) =>
    excerptsOf(portfolio, section.excerpts ?? []),
  );
  const calls = [
    ...citedInAll([settings.acknowledgements, ...plan.sections.map(({ code }) => settings[code])]),
    ...(material === undefined
      ? []
      : [
          ...citedInAll([portfolio.candidate.summary, ...excerpts.map(({ text }) => text)]),
          ...citedInAll(textsOfOrganisations(organisationParts(portfolio))),
          ...told.flatMap(({ texts, linked }) => [...citedInAll(texts), ...linked]),
          ...citedInAll(portfolio.essProfile.transversal.map(({ example }) => example)),
        ]),
    ...callsOfGrid(portfolio, referential, blocks),
    ...citedInAll([settings.glossary, settings.bibliography]),
  ];
  return numberAnnexes(portfolio, calls, markCompetences(referential, blocks), numbers);
};

const contentsOf = (document: Omit<PlanDocument, 'contents'>): ContentsEntry[] => [
  ...chapterIf(document.acknowledgements, 'acknowledgements'),
  ...document.sections.map(({ code }) => chapter(code)),
  ...(document.audience === 'working' || document.bibliography !== undefined
    ? [chapter('bibliography')]
    : []),
  ...chapterIf(document.glossary, 'glossary'),
  ...chapterIf(document.grid.blocks, 'grid', gridParts(document.grid)),
  ...chapterIf(document.annexes, 'annexes'),
];
