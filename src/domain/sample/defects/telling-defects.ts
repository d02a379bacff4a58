import type { Draft } from '../sample.ts';
import {
  competencesAt,
  presentRole,
  say,
  withActivity,
  withExperience,
  withPortfolio,
  withProof,
} from './additions.ts';
import { findingKinds, type DefectKind } from './kind.ts';

/** One more than an activity can tell well. */
const CROWD = 9;

const crowded = (draft: Draft): Draft =>
  withActivity(draft, {
    competences: competencesAt(draft, 'told')
      .slice(0, CROWD)
      .map((id) => ({ id, claim: draft.portfolio.activities[0]?.competences[0]?.claim ?? '' })),
  });

const toldAsWe = (draft: Draft): Draft =>
  withActivity(draft, {
    context: say(draft, draft.request.bank.defects.we),
    role: undefined,
    stakeholders: undefined,
    means: undefined,
    goal: undefined,
    approach: undefined,
    difficulties: undefined,
    analysis: undefined,
    learning: undefined,
  });

const idle = (draft: Draft): Draft => {
  const { draft: grown, experience } = withExperience(draft);
  return withProof(grown, { experiences: [experience.id], shows: [] }, draft.request.bank.employment[0]);
};

const unproved = (draft: Draft): Draft => {
  const { draft: grown, experience } = withExperience(draft);
  return withActivity(grown, { experiences: [experience.id] });
};

const citing = (draft: Draft): Draft =>
  withActivity(draft, {
    context: `${say(draft, draft.request.bank.activity.context[2] ?? '')} ${draft.request.bank.fill(
      draft.request.bank.activity.cite[0] ?? '',
      { ...presentRole(draft).slots, piece: 'P999' },
      draft.random.fork('cite'),
    )}`,
  });

const unchanged = (draft: Draft): Draft => draft;

export const tellingDefects: readonly DefectKind[] = [
  ...findingKinds('validation', { 'competence-absent': unchanged }, { wishes: { absent: true } }),
  ...findingKinds('validation', { 'competence-unsupported': unchanged }, { wishes: { unsupported: true } }),
  ...findingKinds(
    'validation',
    { 'block-thin': unchanged },
    { wishes: { thin: true }, possible: ({ blocks }) => blocks.length > 1 },
  ),
  ...findingKinds('validation', {
    'activity-we': toldAsWe,
    'activity-without-competence': (draft) => withActivity(draft, { competences: [] }),
    'activity-without-experience': (draft) => withActivity(draft, { experiences: [] }),
    'activity-unanalysed': (draft) => withActivity(draft, { analysis: undefined }),
    'activity-without-figure': (draft) =>
      withActivity(draft, { results: say(draft, draft.request.bank.defects.withoutFigure) }),
    'claim-missing': (draft) =>
      withActivity(draft, { competences: [{ id: competencesAt(draft, 'told')[0] ?? '' }] }),
    'citation-unknown': citing,
    'experience-without-activity': idle,
    'experience-without-proof': unproved,
  }),
  ...findingKinds(
    'validation',
    { 'activity-crowded': crowded },
    { possible: ({ blocks }) => blocks.flatMap(({ competences }) => competences).length >= CROWD },
  ),
];

const COMMENT_LIMIT = 10_000;

type Answer = Draft['portfolio']['feasibility']['blocks'][number];

/** At the feasibility stage; each kind spoils the answer for another block, where there are enough. */
const atFeasibility = (draft: Draft, nth: number, spoil: (answer: Answer) => Answer | undefined): Draft => {
  const { feasibility } = draft.portfolio;
  const at = nth % draft.request.referential.blocks.length;
  const wanted = draft.request.referential.blocks[at]?.code;
  const blocks = feasibility.blocks.flatMap((answer) => {
    const kept = answer.block === wanted ? spoil(answer) : answer;
    return kept ? [kept] : [];
  });
  return withPortfolio(draft, { stage: 'faisabilite', feasibility: { ...feasibility, blocks } });
};

const long = (draft: Draft): string => {
  const sentence = `${say(draft, draft.request.bank.defects.longComment)} `;
  return sentence.repeat(Math.ceil((COMMENT_LIMIT + 2) / sentence.length)).trim();
};

export const feasibilityDefects: readonly DefectKind[] = findingKinds('faisabilite', {
  'feasibility-unanswered': (draft) => atFeasibility(draft, 0, () => undefined),
  'feasibility-uncommented': (draft) => atFeasibility(draft, 1, ({ block, answer }) => ({ block, answer })),
  'feasibility-comment-long': (draft) =>
    atFeasibility(draft, 2, (answer) => ({ ...answer, comment: long(draft) })),
});
