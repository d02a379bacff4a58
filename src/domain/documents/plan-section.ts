/** A section of a plan: the candidate's own text, or what there is to write it from. */
import type { DocumentSection, WrittenDocumentId } from '../document-settings.ts';
import type { NarrativeField, Portfolio } from '../portfolio.ts';
import type { ChosenActivity } from './activities.ts';
import { organisationParts } from './career.ts';
import type { DocumentInput } from './document-input.ts';
import type { SectionPlan } from './document-plan.ts';
import type { Markdown, OrganisationPart } from './model.ts';

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

/** A text of another document that may be taken up. */
export interface Excerpt {
  /** `candidate` for the few lines about her or him. */
  readonly from: WrittenDocumentId | 'candidate';
  readonly label: string;
  readonly text: Markdown;
}

export interface PlannedSection {
  readonly code: DocumentSection;
  /** The candidate's own text; undefined while it is still to write. */
  readonly written: Markdown | undefined;
  /** Working plan only, all empty in a jury document: */
  readonly pages: number | undefined;
  readonly competences: readonly { readonly id: string; readonly mark: string; readonly short: string }[];
  readonly material: readonly Material[];
  readonly excerpts: readonly Excerpt[];
  readonly organisations: readonly OrganisationPart[];
  /** Where the candidate placed herself on the transversal competences, and by what example. */
  readonly transversal: readonly Placed[];
}

/** The told documents, whose texts may be taken up in a plan, in the order they are looked at. */
const SOURCES = ['dossier-validation', 'portfolio'] as const satisfies readonly WrittenDocumentId[];

export const writtenSection = (code: DocumentSection, written: string | undefined): PlannedSection => ({
  code,
  written,
  pages: undefined,
  competences: [],
  material: [],
  excerpts: [],
  organisations: [],
  transversal: [],
});

export const workingSection = (
  { code, pages, fields = [], excerpts = [], also = [] }: SectionPlan,
  {
    portfolio,
    pictures,
    transversal,
  }: Required<Pick<DocumentInput, 'portfolio' | 'pictures' | 'transversal'>>,
  written: string | undefined,
  chosen: readonly ChosenActivity[],
  competences: PlannedSection['competences'],
): PlannedSection => {
  const base = { ...writtenSection(code, written), pages, competences };
  if (written !== undefined) return base;
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
    excerpts: [
      ...(also.includes('summary') && summary !== undefined
        ? [{ from: 'candidate' as const, label: 'summary', text: summary }]
        : []),
      ...excerptsOf(portfolio, excerpts),
    ],
    organisations: also.includes('organisations') ? organisationParts(portfolio, pictures, 'working') : [],
    transversal: also.includes('transversal') ? placedOn(portfolio, transversal) : [],
  };
};

/** A text that stands in both told documents is given once. */
export const excerptsOf = ({ documents }: Portfolio, labels: readonly DocumentSection[]): Excerpt[] =>
  labels.flatMap((label) =>
    SOURCES.flatMap((from) => {
      const text = documents[from]?.[label];
      return text === undefined ? [] : [{ from, label, text }];
    }).filter(({ text }, index, all) => all.findIndex((other) => other.text === text) === index),
  );

/** Self-positions whose competence has a name; the others are another program's. */
const placedOn = ({ essProfile }: Portfolio, names: ReadonlyMap<string, string>): Placed[] =>
  essProfile.transversal.flatMap(({ competence, position, example }) => {
    const name = names.get(competence);
    return name === undefined ? [] : [{ name, position, example }];
  });
