import { addMonths } from '../dates.ts';
import type { Activity } from '../portfolio.ts';
import type { Competence } from '../referential.ts';
import type { SampleBank, Theme } from './bank.ts';
import type { Career, Role, Slots } from './career.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import { themeOf } from './themes.ts';

/** An activity with what its proofs have to know. */
export interface ToldActivity {
  readonly activity: Activity;
  readonly role: Role;
  readonly shown: readonly Competence[];
  /** Day by which everything told had happened. */
  readonly until: string;
}

/** Deals the sentences of a list one after the other and begins again only when all are told. */
export type Deal = (key: string, sentences: readonly string[]) => string;

export const createDeal = (random: Random): Deal => {
  const decks = new Map<string, string[]>();
  return (key, sentences) => {
    const left = decks.get(key) ?? [];
    const deck = left.length > 0 ? left : random.fork(key).shuffle(sentences);
    decks.set(key, deck.slice(1));
    return deck[0] ?? '';
  };
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The months an activity took, inside its post. */
const periodIn = ({ from, to }: Role, random: Random): { start: string; end: string } => {
  const span =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));
  const length = Math.min(random.int(4, 14), Math.max(1, span - 2));
  const offset = random.int(1, Math.max(1, span - length - 1));
  const start = addMonths(`${from}-01`, offset);
  return { start: start.slice(0, 7), end: addMonths(start, length).slice(0, 7) };
};

interface Telling {
  readonly bank: SampleBank;
  readonly deal: Deal;
  /** Chance, in percent, that an activity is analysed. */
  readonly depth: number;
  readonly borrowed: (random: Random) => Slots;
}

const tell = (
  { bank, deal, depth, borrowed }: Telling,
  id: string,
  shown: readonly Competence[],
  role: Role,
  random: Random,
): ToldActivity => {
  const themes = shown.map((competence) => themeOf(bank, competence));
  const lead = themes[0]!;
  const slots = { ...role.slots, ...borrowed(random.fork('borrowed')), titre: shown[0]!.short };
  const say = (sentence: string, extra: Record<string, string> = {}): string =>
    bank.fill(sentence, { ...slots, ...extra }, random);
  const deck = (name: keyof SampleBank['activity']): string => say(deal(name, bank.activity[name]));
  const ofTheme = (theme: Theme, part: 'goals' | 'difficulties' | 'results' | 'titles'): string =>
    say(deal(`${theme.id} ${part}`, theme[part]));
  const competences = shown.map((competence, index) => {
    const theme = themes[index]!;
    const claim = say(deal(`${theme.id} claims`, theme.claims), { titre: lower(competence.short) });
    return { id: competence.id, claim };
  });
  const [results, second] = [ofTheme(lead, 'results'), themes.find((theme) => theme !== lead)];
  const period = periodIn(role, random);
  const isAnalysed = random.chance(depth);
  const isBrief = !isAnalysed && random.chance(100 - depth);
  return {
    role,
    shown,
    until: `${period.end}-28`,
    activity: {
      id,
      title: ofTheme(lead, 'titles'),
      experiences: [role.experience.id],
      period,
      context: deck('context'),
      role: deck('role'),
      ...(!isBrief && { stakeholders: deck('stakeholders'), means: `${deck('means')} ${deck('tools')}` }),
      goal: ofTheme(lead, 'goals'),
      approach: competences
        .flatMap(({ claim }, index) => (index === 0 ? [claim] : [deal('links', bank.activity.links), claim]))
        .filter((sentence) => sentence !== '')
        .join(' '),
      ...(!isBrief && { difficulties: ofTheme(lead, 'difficulties') }),
      results: second && !isBrief ? `${results} ${ofTheme(second, 'results')}` : results,
      ...(isAnalysed && { analysis: deck('analysis'), learning: deck('learning') }),
      competences,
    },
  };
};

/** One activity per group; every post gets at least one. */
export const tellActivities = (
  bank: SampleBank,
  { groups }: Plan,
  { roles }: Career,
  completeness: number,
  borrowed: Telling['borrowed'],
  random: Random,
): ToldActivity[] => {
  const telling = { bank, deal: createDeal(random.fork('deal')), depth: completeness, borrowed };
  return groups.map((shown, index) => {
    const part = random.fork(`activity ${index}`);
    const fromEnd = groups.length - 1 - index;
    const role = roles[fromEnd < roles.length - 1 ? roles.length - 1 - fromEnd : 0]!;
    return tell(telling, `A${index + 1}`, shown, role, part);
  });
};
