import { addMonths } from '../dates.ts';
import type { Accompaniment } from '../accompaniment.ts';
import type { EssPortfolio } from '../ess-portfolio.ts';
import type { Candidate, Experience, Organisation } from '../portfolio.ts';
import type { z } from 'zod';
import type { Post, SampleBank, Sector } from './bank.ts';
import type { Random } from './random.ts';

export type Slots = Readonly<Record<string, string>>;

/** One post with all that texts about it may name. */
export interface Role {
  readonly experience: Experience;
  readonly organisation: Organisation;
  readonly sector: Sector;
  readonly slots: Slots;
  /** First and last month, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
}

export interface Career {
  readonly candidate: z.infer<typeof Candidate>;
  /** The present post first. */
  readonly roles: readonly Role[];
}

const month = (day: string): string => day.slice(0, 7);

/** « les outils de gestion » and « Statuts » stand in one list: without article, in lower case. */
const bare = (tool: string): string => {
  const plain = tool.replace(/^(?:les? |la |l’)/i, '');
  return plain.charAt(0).toLowerCase() + plain.slice(1);
};

/** What the profiles and the kinds of accompaniment lend to every text. */
export const borrowedSlots = (
  { profiles }: EssPortfolio,
  { expertises, modalities }: Accompaniment,
  random: Random,
): Slots => {
  const tools = profiles
    // Where the source leaves a list open, its entries are tools; elsewhere they are words and ideals.
    .filter(({ openToolbox }) => openToolbox)
    .flatMap(({ toolbox }) => toolbox)
    .filter((tool) => !/^(?:les )?outils| et /.test(tool));
  const [first = '', second = ''] = random.shuffle([...new Set(tools.map(bare))]);
  const places = modalities.find(({ id }) => id === 'AVISE-R2')?.options ?? [];
  return {
    outil: first,
    outil2: second,
    expertise: random.pick(expertises).title,
    modalite: random.pick(places.filter((option) => !option.includes('('))),
  };
};

const slotsOf = (bank: SampleBank, sector: Sector, town: string, name: string, random: Random): Slots => {
  const [partner = '', other = ''] = random.shuffle(sector.partners);
  const { structure, publics, service, team, project, need, measure } = sector;
  return {
    structure, mission: sector.mission, publics, service, projet: project, besoin: need, mesure: measure, ville: town, equipe: team,
    organisation: name, financeur: random.pick(bank.funders), partenaire: partner, autre: other,
  }; // prettier-ignore
};

const organisationOf = (
  bank: SampleBank,
  index: number,
  sector: Sector,
  town: string,
  random: Random,
): { organisation: Organisation; slots: Slots } => {
  const short = random.pick(sector.names);
  const slots = slotsOf(bank, sector, town, short, random);
  const say = (sentences: readonly string[]): string => bank.fill(random.pick(sentences), slots, random);
  return {
    slots,
    organisation: {
      id: `O${index + 1}`,
      name: bank.fill(bank.organisation.name, { nom: short }, random),
      legalForm: random.pick(sector.forms),
      mission: bank.fill(sector.mission, slots, random),
      size: say(bank.organisation.size),
      governance: say(bank.organisation.governance),
      funding: say(bank.organisation.funding),
    },
  };
};

const experienceOf = (
  index: number,
  post: Post,
  organisation: string,
  dates: { start: string; end?: string },
  say: (sentence: string) => string,
): Experience => ({
  id: `E${index + 1}`,
  title: post.title,
  organisations: [organisation],
  status: post.status,
  ...dates,
  hours: say(post.hours),
  delegation: say(post.delegation),
  team: say(post.team),
  description: say(post.description),
});

/** One to three posts, ending the day `at` at the latest; `count` is how many the activities can fill. */
export const makeCareer = (bank: SampleBank, at: string, count: number, random: Random): Career => {
  const name = `${random.pick(bank.firstNames)} ${random.pick(bank.lastNames)}`;
  const towns = random.shuffle(bank.towns);
  const sectors = random.shuffle(bank.sectors);
  const others = random.shuffle(bank.posts.other);
  let until = at;
  const roles = Array.from({ length: Math.min(count, 3) }, (_, index): Role => {
    const part = random.fork(`role ${index}`);
    const sector = sectors[index % sectors.length]!;
    const town = towns[index === 1 ? 1 : 0]!;
    const { organisation, slots } = organisationOf(bank, index, sector, town, part);
    const post = index === 0 ? part.pick(bank.posts.main) : others[index % others.length]!;
    // The present post goes on; each former one ends a little before the next begins.
    const end = index === 0 ? at : addMonths(until, -part.int(1, 5));
    const start = addMonths(end, -(index === 0 ? part.int(40, 90) : part.int(18, 48)));
    until = start;
    const dates = index === 0 ? { start: month(start) } : { start: month(start), end: month(end) };
    const say = (sentence: string): string => bank.fill(sentence, slots, part);
    return {
      experience: experienceOf(index, post, organisation.id, dates, say),
      organisation,
      sector,
      slots,
      from: month(start),
      to: month(end),
    };
  });
  const first = roles[0]!;
  const say = (sentence: string): string => bank.fill(sentence, { ...first.slots, poste: first.experience.title }, random); // prettier-ignore
  return {
    roles,
    candidate: {
      name,
      degrees: [say(random.pick(bank.degrees))],
      city: first.slots['ville'],
      summary: say(random.pick(bank.summaries)),
      fictional: 'oui',
    },
  };
};
