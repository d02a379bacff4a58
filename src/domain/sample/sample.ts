/** Fictional portfolios: pure, from a seed. */
import type { Accompaniment } from '../accompaniment.ts';
import { addMonths } from '../dates.ts';
import type { EssPortfolio } from '../ess-portfolio.ts';
import { SELF_POSITIONS, type Portfolio } from '../portfolio.ts';
import type { Referential } from '../referential.ts';
import { createDeal, tellActivities, type ToldActivity } from './activities.ts';
import type { SampleBank } from './bank.ts';
import { borrowedSlots, makeCareer, type Career } from './career.ts';
import { createProofMaker, makeProofs, type Digest, type ProofMaker } from './evidence.ts';
import { planSample, type Plan, type PlanWishes } from './plan.ts';
import { createRandom, type Random } from './random.ts';

export interface SampleRequest {
  readonly referential: Referential;
  readonly essPortfolio: EssPortfolio;
  readonly accompaniment: Accompaniment;
  readonly bank: SampleBank;
  readonly digest: Digest;
  readonly seed: number;
  /** From 1; the folder of one number is the same however many are asked for. */
  readonly number: number;
  /** Percent of the competences that are to be supported. */
  readonly completeness: number;
  /** The day it pretends to be made, `YYYY-MM-DD`. */
  readonly at: string;
  readonly wishes: PlanWishes;
}

/** What lies in the folder beside the two documents of every portfolio; paths are below it. */
export type SampleEntry =
  | { readonly path: string; readonly content: Uint8Array }
  | { readonly path: string; readonly special: 'folder' | 'fifo' }
  | { readonly path: string; readonly linkTo: string };

/** A portfolio under way, with all that a defect may want to know or change. */
export interface Draft {
  readonly request: SampleRequest;
  readonly random: Random;
  readonly plan: Plan;
  readonly career: Career;
  readonly told: readonly ToldActivity[];
  readonly maker: ProofMaker;
  readonly portfolio: Portfolio;
  /** The folder's own copy. */
  readonly referential: Referential;
  readonly entries: readonly SampleEntry[];
  /** Changes a document once it is written as text; undefined in place of a text leaves the file out. */
  readonly spoil?: {
    readonly portfolio?: (text: string) => string | Uint8Array | undefined;
    readonly referential?: (text: string) => string | undefined;
  };
}

/** Sixteen hexadecimal digits that no other seed, number or certification has, as far as chance goes. */
const idOf = (random: Random): string =>
  Array.from({ length: 16 }, () => random.int(0, 15).toString(16)).join('');

const essProfile = ({ bank, essPortfolio, completeness }: SampleRequest, random: Random, career: Career) => {
  const profiles = random.shuffle(essPortfolio.profiles).slice(0, random.int(1, 2));
  const told = essPortfolio.transversal.slice(
    0,
    Math.ceil((completeness * essPortfolio.transversal.length) / 100),
  );
  return {
    profiles: profiles.map(({ id }) => id).toSorted(),
    transversal: told.map(({ id }) => {
      const examples = bank.transversal[id];
      const example = examples && bank.fill(random.pick(examples), career.roles[0]!.slots, random);
      return { competence: id, position: random.pick(SELF_POSITIONS), ...(example && { example }) };
    }),
  };
};

const feasibility = (
  { bank, referential }: SampleRequest,
  { levels }: Plan,
  random: Random,
  career: Career,
) => {
  const deal = createDeal(random);
  return {
    blocks: referential.blocks.map(({ code, short, competences }) => {
      const told = competences.filter(({ id }) => levels.get(id) !== 'absent').length;
      const comment = bank.fill(deal('comments', bank.feasibility.comments), { ...career.roles[0]!.slots, titre: short }, random); // prettier-ignore
      const answer = told === competences.length ? ('oui' as const) : told === 0 ? ('non' as const) : ('partiellement' as const); // prettier-ignore
      return { block: code, answer, comment };
    }),
    objectives: random.shuffle(bank.feasibility.objectives).slice(0, 2),
  };
};

/** What is written around the activities, once there is something to frame. */
const frame = ({ bank, completeness }: SampleRequest, random: Random, career: Career) => {
  const slots = career.roles[0]!.slots;
  const say = (sentences: readonly string[]): string => bank.fill(random.pick(sentences), slots, random);
  const { introduction, synthesis, project, conclusion } = bank.document;
  return {
    ...(completeness >= 30 && { introduction: say(introduction) }),
    ...(completeness >= 60 && { synthesis: say(synthesis) }),
    ...(completeness >= 80 && { project: say(project), conclusion: say(conclusion) }),
  };
};

export const draftSample = (request: SampleRequest): Draft => {
  const { referential, bank, seed, number, completeness, at, digest, wishes } = request;
  const random = createRandom(`acquis/${seed}/${referential.code}/${number}`);
  const plan = planSample(referential, completeness, wishes, random.fork('plan'));
  const career = makeCareer(
    bank,
    at,
    Math.min(plan.groups.length, random.fork('posts').int(2, 3)),
    random.fork('career'),
  );
  const borrowed = (part: Random) => borrowedSlots(request.essPortfolio, request.accompaniment, part);
  const told = tellActivities(bank, plan, career, completeness, borrowed, random.fork('activities'));
  const maker = createProofMaker(bank, digest, random.fork('files'));
  makeProofs(bank, plan, career, told, maker, createDeal(random.fork('deal')), random.fork('proofs'));
  const eligible = addMonths(at, -random.fork('dates').int(3, 5));
  const portfolio: Portfolio = {
    version: 1,
    id: `exemple-${idOf(random.fork('id'))}`,
    certification: referential.code,
    stage: 'validation',
    target: { blocks: [], acquired: [] },
    dates: { sent: addMonths(eligible, -2), eligible },
    feasibility: { prerequisites: [], ...feasibility(request, plan, random.fork('feasibility'), career) },
    candidate: career.candidate,
    essProfile: essProfile(request, random.fork('profile'), career),
    organisations: career.roles.map(({ organisation }) => organisation),
    experiences: career.roles.map(({ experience }) => experience),
    activities: told.map(({ activity }) => activity),
    evidence: [...maker.proofs().evidence],
    reviews: [],
    documents: { portfolio: frame(request, random.fork('document'), career) },
  };
  const entries = [...maker.proofs().files];
  return { request, random, plan, career, told, maker, portfolio, referential, entries };
};
