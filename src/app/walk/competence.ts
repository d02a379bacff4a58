import { isAtLeast, type CompetenceCoverage } from '../../domain/coverage.ts';
import type { Period } from '../../domain/dates.ts';
import {
  findEntity,
  linkCompetence,
  removeEntity,
  replaceEntity,
  type CompetenceKey,
} from '../../domain/edits.ts';
import type { NextStep } from '../../domain/next-step.ts';
import type { Activity } from '../../domain/portfolio.ts';
import { competenceKey, type Block, type Competence } from '../../domain/referential.ts';
import { addActivity, placeActivity } from './activity-titles.ts';
import { walkEvidence } from './evidence.ts';
import { runSteps, type Outcome, type WalkSession } from './session.ts';
import { editActivity, tellActivity } from './telling.ts';
import { walkThreadsOf } from './threads.ts';

/** One competence: its statement, an activity that shows it, told; the sentence; a proof; then on to the next. */
export const walkCompetence = async (session: WalkSession, step: NextStep): Promise<Outcome | 'skip'> => {
  const block = session.workspace.referential.blocks.find(({ code }) => code === step.block);
  const competence = block?.competences.find(({ id }) => id === step.competence);
  if (!block || !competence) return 'next';
  await showCompetence(session, block, competence, step);
  const draft: Draft = { activity: '', linked: undefined, claimed: undefined, skipped: false };
  const outcome = await runSteps([
    () => walkThreadsOf(session, competence.id),
    () => chooseActivity(session, competence, step, draft),
    async () => (draft.skipped ? 'pass' : tellActivity(session, draft.activity)),
    async () => {
      if (draft.skipped) return 'pass';
      const { activity, claimed } = draft;
      const outcome = await askClaim(session, competence, activity, claimed === activity);
      if (outcome === 'next') draft.claimed = activity;
      return outcome;
    },
    async () => {
      if (draft.skipped) return 'pass';
      const covered = await coverageOf(session, competence.id);
      const isProved = covered && isAtLeast(covered.grade, 'supported') && covered.fragility === undefined;
      return isProved ? 'pass' : walkEvidence(session, competence);
    },
    async () => (draft.skipped ? 'pass' : askNext(session, competence, draft)),
  ]);
  return outcome === 'next' && draft.skipped ? 'skip' : outcome;
};

const coverageOf = async (session: WalkSession, id: string): Promise<CompetenceCoverage | undefined> =>
  (await session.coverage()).blocks.flatMap(({ competences }) => competences).find((one) => one.id === id);

const showCompetence = async (
  session: WalkSession,
  block: Block,
  competence: Competence,
  { need }: NextStep,
): Promise<void> => {
  const covered = await coverageOf(session, competence.id);
  if (!covered) return;
  session.tools.display.show({
    kind: 'competence',
    block,
    competence,
    covered,
    need,
    activities: session.portfolio.activities.filter(({ id }) => covered.activities.includes(id)),
    evidence: session.portfolio.evidence.filter(({ id }) => covered.evidence.includes(id)),
  });
};

interface Draft {
  activity: string;
  /** The activity this choice linked: no longer, when the choice is taken back. */
  linked: string | undefined;
  /** The activity whose sentence was given in this visit: « Revenir » from the proof comes back to it. */
  claimed: string | undefined;
  skipped: boolean;
}

const keyOf = (session: WalkSession): CompetenceKey => competenceKey(session.workspace.referential);

const isLinked = (session: WalkSession, activity: Activity, competence: Competence): boolean =>
  activity.competences.some(({ id }) => keyOf(session)(id) === competence.id);

const chooseActivity = async (
  session: WalkSession,
  competence: Competence,
  step: NextStep,
  draft: Draft,
): Promise<Outcome | 'again'> => {
  await takeBackLink(session, competence, draft);
  const { activities } = session.portfolio;
  const ordered = [
    ...activities.filter((activity) => isLinked(session, activity, competence)),
    ...activities.filter((activity) => !isLinked(session, activity, competence)),
  ];
  draft.skipped = false;
  const initial = draft.activity === '' ? step.activity : draft.activity;
  const reply = await session.prompter.choose({
    key: 'competence.activity',
    choices: [
      ...ordered.map(({ id, title, period }) => ({
        value: id,
        label: [id, title, ...(period === undefined ? [] : [`(${yearsOf(period)})`])].join(' '),
      })),
      { value: 'new' },
    ],
    ...(initial !== undefined && { initial }),
  });
  if (reply.kind === 'skip') {
    draft.skipped = true;
    return 'next';
  }
  if (reply.kind === 'answer' && reply.value === 'new') return tellNew(session, competence, draft);
  return session.record(reply, async (id) => {
    draft.activity = id;
    const activity = findEntity(session.portfolio, 'activities', id);
    if (!activity || isLinked(session, activity, competence)) return;
    await link(session, id, competence.id);
    draft.linked = id;
  });
};

/** Back at the choice: a link without its sentence would stand in the dossier for a choice the person left. */
const takeBackLink = async (session: WalkSession, competence: Competence, draft: Draft): Promise<void> => {
  const { linked } = draft;
  draft.linked = undefined;
  const activity = linked === undefined ? undefined : findEntity(session.portfolio, 'activities', linked);
  const competences = activity?.competences.filter(
    ({ id, claim }) => keyOf(session)(id) !== competence.id || claim !== undefined,
  );
  if (activity && competences && competences.length < activity.competences.length)
    await session.save((portfolio) => replaceEntity(portfolio, 'activities', { ...activity, competences }));
};

const yearsOf = ({ start, end }: Period): string =>
  [...new Set([start, end ?? start].map((date) => date.slice(0, 4)))].join('-');

const link = (session: WalkSession, id: string, competence: string, claim?: string): Promise<void> =>
  session.save((portfolio) => {
    const activity = findEntity(portfolio, 'activities', id);
    return activity
      ? replaceEntity(portfolio, 'activities', linkCompetence(activity, keyOf(session), competence, claim))
      : portfolio;
  });

/** Its title, then its post; « Revenir » from the title takes it away again. */
const tellNew = async (
  session: WalkSession,
  competence: Competence,
  draft: Draft,
): Promise<Outcome | 'again'> => {
  let made = '';
  const current = (): Activity | undefined => findEntity(session.portfolio, 'activities', made);
  const outcome = await runSteps([
    async () => {
      const initial = current()?.title;
      const reply = await session.prompter.line({
        key: 'activity.new-title',
        ways: ['back'],
        ...(initial !== undefined && { initial }),
      });
      return session.record(reply, (title) =>
        session.save((portfolio) => {
          const known = current();
          if (known) return replaceEntity(portfolio, 'activities', { ...known, title });
          const added = addActivity(portfolio, title);
          const activity = added.activities.at(-1);
          if (!activity) return portfolio;
          made = activity.id;
          return replaceEntity(added, 'activities', linkCompetence(activity, keyOf(session), competence.id));
        }),
      );
    },
    async () => {
      const activity = current();
      return activity ? placeActivity(session, activity) : 'pass';
    },
  ]);
  if (outcome === 'back') {
    if (current()) await session.save((portfolio) => removeEntity(portfolio, 'activities', made));
    return 'again';
  }
  draft.activity = made;
  draft.linked = made;
  return outcome;
};

/** The sentence that shows the competence; `again` to change the one that is there. */
const askClaim = async (
  session: WalkSession,
  competence: Competence,
  id: string,
  again: boolean,
): Promise<Outcome | 'pass'> => {
  const activity = findEntity(session.portfolio, 'activities', id);
  const known = activity?.competences.find((one) => keyOf(session)(one.id) === competence.id);
  if (!activity || (known?.claim !== undefined && !again)) return 'pass';
  const reply = await session.prompter.text({
    key: 'competence.claim',
    args: { title: activity.title, competence: competence.short },
    ...(known?.claim !== undefined && { initial: known.claim }),
  });
  return session.record(reply, (claim) => link(session, id, competence.id, claim));
};

/** After the proof: go on, or stay on this competence for as long as there is something to add. */
const askNext = async (session: WalkSession, competence: Competence, draft: Draft): Promise<Outcome> => {
  for (;;) {
    const reply = await session.prompter.choose({
      key: 'competence.next',
      ways: ['back'],
      choices: ['next', 'more-evidence', 'edit-claim', 'edit-activity'].map((value) => ({ value })),
      initial: 'next',
    });
    if (reply.kind !== 'answer') return reply.kind === 'skip' ? 'next' : reply.kind;
    if (reply.value === 'next') return 'next';
    const outcome =
      reply.value === 'more-evidence'
        ? await walkEvidence(session, competence)
        : reply.value === 'edit-claim'
          ? await askClaim(session, competence, draft.activity, true)
          : await editActivity(session, draft.activity);
    if (outcome === 'quit') return 'quit';
  }
};
