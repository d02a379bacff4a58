import type { Activity, Evidence, Experience, Portfolio } from '../../portfolio.ts';
import { addMonths } from '../../dates.ts';
import type { ProofPattern } from '../bank.ts';
import type { Role } from '../career.ts';
import type { Draft, SampleEntry } from '../sample.ts';

/** A defect sits in something added for it: the rest of the folder stays as sound as it was. */
export const presentRole = ({ career }: Draft): Role => career.roles[0]!;

export const say = (draft: Draft, sentence: string): string =>
  draft.request.bank.fill(sentence, presentRole(draft).slots, draft.random.fork(`defect ${sentence}`));

const change = (draft: Draft, fields: Partial<Portfolio>): Draft => ({
  ...draft,
  portfolio: { ...draft.portfolio, ...fields },
});

/** Competences of a level, those that the activities name first. */
export const competencesAt = ({ plan, request }: Draft, level: 'supported' | 'told'): string[] => {
  const told = plan.groups.flat().map(({ id }) => id);
  const all = request.referential.blocks.flatMap(({ competences }) => competences.map(({ id }) => id));
  return level === 'supported'
    ? told.filter((id) => plan.levels.get(id) === 'supported')
    : [...told, ...all.filter((id) => !told.includes(id))];
};

/** A received, dated, explained proof of what is supported already; `change` then spoils it. */
export const withProof = (
  draft: Draft,
  fields: Partial<Evidence> = {},
  pattern: ProofPattern = draft.request.bank.defects.extraProof,
  spoil: (entry: SampleEntry) => SampleEntry | undefined = (entry) => entry,
): Draft => {
  const { bank, at } = draft.request;
  const [supported] = competencesAt(draft, 'supported');
  const proof = draft.maker.add(pattern, presentRole(draft), {
    date: addMonths(at, -2),
    experiences: [presentRole(draft).experience.id],
    shows: supported === undefined ? [] : [{ competence: supported, what: bank.defects.extraShows }],
    ...fields,
  });
  const file = draft.maker.proofs().files.at(-1);
  const entry = file && spoil(file);
  return {
    ...change(draft, { evidence: [...draft.portfolio.evidence, { ...proof, ...fields }] }),
    entries: [...draft.entries, ...(entry ? [entry] : [])],
  };
};

/** One activity more, told and analysed like the others, that `fields` then spoil. */
export const withActivity = (draft: Draft, fields: Partial<Activity> = {}): Draft => {
  const { bank } = draft.request;
  const [model] = draft.portfolio.activities;
  const [competence = ''] = competencesAt(draft, 'told');
  const [analysis = '', learning = ''] = [bank.activity.analysis[0], bank.activity.learning[1]];
  const activity: Activity = {
    ...model,
    analysis: say(draft, analysis),
    learning: say(draft, learning),
    id: `A${draft.portfolio.activities.length + 1}`,
    title: bank.defects.extraActivity,
    experiences: [presentRole(draft).experience.id],
    competences: [{ id: competence, claim: model?.competences[0]?.claim ?? '' }],
    ...fields,
  };
  return change(draft, { activities: [...draft.portfolio.activities, activity] });
};

export const withExperience = (draft: Draft): { draft: Draft; experience: Experience } => {
  const { experiences } = draft.portfolio;
  const experience: Experience = {
    id: `E${experiences.length + 1}`,
    title: draft.request.bank.defects.extraExperience,
    organisations: [presentRole(draft).organisation.id],
    status: 'bénévolat',
    start: addMonths(draft.request.at, -30).slice(0, 7),
    end: addMonths(draft.request.at, -20).slice(0, 7),
  };
  return { experience, draft: change(draft, { experiences: [...experiences, experience] }) };
};

export const withPortfolio = change;
