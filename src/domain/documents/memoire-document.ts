import type { NarrativeField, Portfolio } from '../portfolio.ts';
import type { Block, Referential } from '../referential.ts';
import { callsOfActivity, chooseActivities, type ChosenActivity } from './activities.ts';
import { citedInAll, numberAnnexes, type Annexes } from './annexes.ts';
import { organisationParts, textsOfOrganisations } from './career.ts';
import { callsOfGrid, competenceGrid } from './competence-grid.ts';
import { chapterIf, chapter, gridParts } from './contents.ts';
import { coverOf, identityOf } from './front-matter.ts';
import { markCompetences, type MarkedCompetence } from './marks.ts';
import { MEMOIRE_PLAN, MEMOIRE_SECTIONS, placeOf, type MemoireSectionCode } from './memoire-plan.ts'; // prettier-ignore
import type { Annex, CompetenceGrid, ContentsEntry, Cover, Identity, Markdown, OrganisationPart } from './model.ts'; // prettier-ignore
import type { DocumentInput } from './portfolio-document.ts';
import { pseudonymise } from './pseudonyms.ts';
import { scopeOf } from './scope.ts';

/** What the candidate already told and may work from, one activity at a time. */
export interface Material {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly fields: readonly { readonly label: NarrativeField; readonly text: Markdown }[];
}

export interface Placed {
  readonly name: string;
  readonly position: string;
  readonly example: Markdown | undefined;
}

export interface MemoireSection {
  readonly code: MemoireSectionCode;
  /** The candidate's own text; undefined while it is still to write. */
  readonly written: Markdown | undefined;
  /** Working plan only, all empty in a jury document: */
  readonly pages: number | undefined;
  readonly competences: readonly { readonly id: string; readonly mark: string; readonly short: string }[];
  readonly material: readonly Material[];
  readonly excerpts: readonly { readonly label: string; readonly text: Markdown }[];
  readonly organisations: readonly OrganisationPart[];
  /** Where the candidate placed herself on the transversal competences, and by what example. */
  readonly transversal: readonly Placed[];
}

/**
 * The plan of a professional mémoire, a working document until nothing is left to write: then it holds the candidate's
 * text alone and is a jury document.
 */
export interface MemoireDocument {
  readonly kind: 'memoire';
  readonly audience: 'jury' | 'working';
  readonly cover: Cover;
  readonly identity: Identity;
  readonly contents: readonly ContentsEntry[];
  readonly acknowledgements: Markdown | undefined;
  readonly sections: readonly MemoireSection[];
  /** Pages to aim at for the whole, annexes left out; undefined in a jury document. */
  readonly pages: number | undefined;
  readonly grid: CompetenceGrid;
  readonly glossary: Markdown | undefined;
  readonly bibliography: Markdown | undefined;
  readonly annexes: readonly Annex[];
  /** Ids of proofs that exist and are not joined. */
  readonly withheld: readonly string[];
}

export const buildMemoireDocument = ({
  portfolio: stored,
  referential,
  blocks: only,
  date,
  transversal = new Map(),
}: DocumentInput): MemoireDocument => {
  const portfolio = pseudonymise(stored);
  const scope = scopeOf(portfolio, referential, only);
  const { blocks } = scope;
  const settings = portfolio.documents.memoire ?? {};
  const find = markCompetences(referential, blocks);
  const chosen = chooseActivities(portfolio, settings.activities, { ...scope, restricted: true }, find);
  const missing = [...MEMOIRE_SECTIONS, 'bibliography' as const].filter(
    (code) => settings[code] === undefined,
  );
  const audience = missing.length === 0 ? 'jury' : 'working';
  const annexes = annexesOf(portfolio, referential, blocks, chosen, audience);
  const sections = MEMOIRE_SECTIONS.map((code) =>
    audience === 'jury'
      ? writtenSection(code, settings[code])
      : workingSection(code, portfolio, chosen, competencesIn(code, blocks, find), transversal),
  );
  const document: Omit<MemoireDocument, 'contents'> = {
    kind: 'memoire',
    audience,
    cover: coverOf(portfolio, referential, blocks, date),
    identity: identityOf(portfolio, referential, scope),
    acknowledgements: settings.acknowledgements,
    sections,
    pages:
      audience === 'jury'
        ? undefined
        : MEMOIRE_SECTIONS.reduce((total, code) => total + MEMOIRE_PLAN[code].pages, 0),
    grid:
      audience === 'jury'
        ? competenceGrid(portfolio, referential, blocks, [], annexes)
        : competenceGrid(portfolio, referential, blocks, chosen, annexes, placeOf),
    glossary: settings.glossary,
    bibliography: settings.bibliography,
    annexes: annexes.list,
    withheld: annexes.withheld,
  };
  return { ...document, contents: contentsOf(document) };
};

const writtenSection = (code: MemoireSectionCode, written: string | undefined): MemoireSection => ({
  code,
  written,
  pages: undefined,
  competences: [],
  material: [],
  excerpts: [],
  organisations: [],
  transversal: [],
});

const workingSection = (
  code: MemoireSectionCode,
  portfolio: Portfolio,
  chosen: readonly ChosenActivity[],
  competences: MemoireSection['competences'],
  transversal: ReadonlyMap<string, string>,
): MemoireSection => {
  const written = portfolio.documents.memoire?.[code];
  const { pages, fields, fromPortfolio } = MEMOIRE_PLAN[code];
  const base = { ...writtenSection(code, written), pages, competences };
  if (written !== undefined) return base;
  const excerpts = fromPortfolio.flatMap((label) => {
    const text = portfolio.documents.portfolio?.[label];
    return text === undefined ? [] : [{ label, text }];
  });
  const { summary } = portfolio.candidate;
  return {
    ...base,
    material: chosen.flatMap(({ activity: { id, title, ...texts } }, index) => {
      const told = fields.flatMap((label) => {
        const text = texts[label];
        return text === undefined ? [] : [{ label, text }];
      });
      return told.length === 0 ? [] : [{ id, number: index + 1, title, fields: told }];
    }),
    excerpts:
      code === 'introduction' && summary !== undefined
        ? [{ label: 'summary', text: summary }, ...excerpts]
        : excerpts,
    organisations: code === 'context' ? organisationParts(portfolio) : [],
    transversal: code === 'reflection' ? placedOn(portfolio, transversal) : [],
  };
};

/** Self-positions whose competence has a name; the others are another program's. */
const placedOn = ({ essProfile }: Portfolio, names: ReadonlyMap<string, string>): Placed[] =>
  essProfile.transversal.flatMap(({ competence, position, example }) => {
    const name = names.get(competence);
    return name === undefined ? [] : [{ name, position, example }];
  });

const competencesIn = (
  code: MemoireSectionCode,
  blocks: readonly Block[],
  find: (typed: string) => MarkedCompetence | undefined,
): MemoireSection['competences'] =>
  blocks
    .flatMap((block) => block.competences)
    .filter((competence) => placeOf(competence) === code)
    .map(({ id, short }) => ({ id, mark: find(id)?.mark ?? id, short }));

/**
 * Annexes in the order a reader is sent to them: cited in what is written, in the plan also by the material it draws
 * on, then shown beside a competence.
 */
const annexesOf = (
  portfolio: Portfolio,
  referential: Referential,
  blocks: readonly Block[],
  material: readonly ChosenActivity[],
  audience: MemoireDocument['audience'],
): Annexes => {
  const settings = portfolio.documents.memoire ?? {};
  const told = material.map((activity) => callsOfActivity(portfolio, activity));
  const calls = [
    ...citedInAll([settings.acknowledgements, ...MEMOIRE_SECTIONS.map((code) => settings[code])]),
    ...(audience === 'jury'
      ? []
      : [
          ...citedInAll([portfolio.candidate.summary, ...excerptsOf(portfolio)]),
          ...citedInAll(textsOfOrganisations(organisationParts(portfolio))),
          ...told.flatMap(({ texts, linked }) => [...citedInAll(texts), ...linked]),
          ...citedInAll(portfolio.essProfile.transversal.map(({ example }) => example)),
        ]),
    ...callsOfGrid(portfolio, referential, blocks),
    ...citedInAll([settings.glossary, settings.bibliography]),
  ];
  return numberAnnexes(portfolio, calls, markCompetences(referential, blocks));
};

const excerptsOf = ({ documents }: Portfolio): (string | undefined)[] =>
  MEMOIRE_SECTIONS.flatMap((code) =>
    MEMOIRE_PLAN[code].fromPortfolio.map((label) => documents.portfolio?.[label]),
  );

const contentsOf = (document: Omit<MemoireDocument, 'contents'>): ContentsEntry[] => [
  ...chapterIf(document.acknowledgements, 'acknowledgements'),
  ...document.sections.map(({ code }) => chapter(code)),
  ...(document.audience === 'working' || document.bibliography !== undefined
    ? [chapter('bibliography')]
    : []),
  ...chapterIf(document.glossary, 'glossary'),
  ...chapterIf(document.grid.blocks, 'grid', gridParts(document.grid)),
  ...chapterIf(document.annexes, 'annexes'),
];
