/** What fits on one slide, and what is shared out over several. */
import type { Portfolio } from '../../portfolio.ts';
import type { Block, Referential } from '../../referential.ts';
import { organisationParts } from '../career.ts';
import { blockMark } from '../marks.ts';
import type { Fact } from '../model.ts';
import { firstSentence } from './first-sentence.ts';
import type { NumberedActivity } from './supports.ts';

export interface OrganisationCard {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly Fact[];
}

/** Facts of each organisation, by how many stand side by side. */
const FACTS = [4, 3, 2] as const;

/** The organisations of the latest posts that say anything of themselves: the more of them, the less each says. */
export const organisationCards = (portfolio: Portfolio): OrganisationCard[] => {
  const telling = organisationParts(portfolio)
    .flatMap(({ id, name, facts }) => (name === undefined || facts.length === 0 ? [] : [{ id, name, facts }]))
    .slice(0, FACTS.length);
  const most = FACTS[telling.length - 1] ?? 0;
  return telling.map(({ facts, ...card }) => ({
    ...card,
    facts: facts.slice(0, most).map(({ label, text }) => ({ label, text: firstSentence(text) })),
  }));
};

/** The competences of one block that the activities show. */
export interface ShownBlock {
  readonly code: string;
  /** Ours. */
  readonly short: string;
  readonly rows: readonly {
    readonly id: string;
    readonly mark: string;
    readonly short: string;
    /** Of the activities that show it. */
    readonly numbers: readonly number[];
  }[];
}

/** Lines of a slide in two columns; the head of a block is one. */
const LINES = 12;

/** Blocks one after the other, as many to a slide as it has lines for; a block too long for one goes on on the next. */
export const competenceSlides = (
  referential: Referential,
  blocks: readonly Block[],
  told: readonly NumberedActivity[],
): { readonly blocks: readonly ShownBlock[] }[] => {
  const slides: { blocks: ShownBlock[]; lines: number }[] = [];
  for (const part of blocks.flatMap((block) => partsOf(shownOf(referential, block, told)))) {
    const lines = part.rows.length + 1;
    const last = slides.at(-1);
    if (last !== undefined && last.lines + lines <= LINES) {
      last.blocks.push(part);
      last.lines += lines;
    } else slides.push({ blocks: [part], lines });
  }
  return slides.map(({ blocks: shown }) => ({ blocks: shown }));
};

const shownOf = (referential: Referential, block: Block, told: readonly NumberedActivity[]): ShownBlock => ({
  code: blockMark(referential, block),
  short: block.short,
  rows: block.competences.flatMap(({ id, short }) => {
    const showing = told.filter(({ shows }) => shows.some((shown) => shown.id === id));
    const mark = showing[0]?.shows.find((shown) => shown.id === id)?.mark;
    return mark === undefined ? [] : [{ id, mark, short, numbers: showing.map(({ number }) => number) }];
  }),
});

const partsOf = ({ rows, ...block }: ShownBlock): ShownBlock[] =>
  Array.from({ length: Math.ceil(rows.length / (LINES - 1)) }, (_, index) => ({
    ...block,
    rows: rows.slice(index * (LINES - 1), (index + 1) * (LINES - 1)),
  }));
