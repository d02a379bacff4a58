import { findEntity } from '../../domain/edits.ts';
import { isAwaited, type Evidence } from '../../domain/evidence.ts';
import { askSource, changeEvidence } from './evidence-source.ts';
import { runSteps, type Outcome, type WalkSession } from './session.ts';

/** What has changed or waits since the last sitting: proofs asked for, files that are gone, links still to make. */
export const reviewWhatIsNew = async (session: WalkSession): Promise<Outcome> => {
  const { activities, evidence } = session.portfolio;
  const files = await session.inspect();
  const damaged = evidence.filter(({ id }) => {
    const state = files.get(id)?.state;
    return state !== undefined && state !== 'present';
  });
  const unlinked = activities.filter(({ competences }) => competences.length === 0);
  const orphans = evidence.filter((one) =>
    [one.shows, one.activities, one.experiences].every(({ length }) => length === 0),
  );
  if (damaged.length > 0) session.notice('damaged-evidence', titles(damaged));
  if (unlinked.length > 0) session.notice('unlinked-activities', titles(unlinked));
  if (orphans.length > 0) session.notice('orphan-evidence', titles(orphans));
  const awaited = evidence.filter(isAwaited);
  return runSteps(
    awaited.map(
      ({ id }) =>
        () =>
          askReceived(session, id),
    ),
  );
};

const titles = (entities: readonly { readonly id: string; readonly title: string }[]) => ({
  count: entities.length,
  titles: entities.map(({ id, title }) => `${id} ${title}`).join(' ; '),
});

const askReceived = async (session: WalkSession, id: string): Promise<Outcome> => {
  const evidence = findEntity(session.portfolio, 'evidence', id);
  if (!evidence) return 'next';
  const reply = await session.prompter.choose({
    key: 'review.received',
    args: { title: evidence.title, from: evidence.askedFrom ?? '', state: evidence.state ?? '' },
    ways: ['back'],
    choices: [
      { value: 'received' },
      ...(evidence.state === 'à demander' ? [{ value: 'asked' }] : []),
      { value: 'promised' },
      { value: 'waiting' },
    ],
    // What was answered last: a promise once noted stays one until something else is said.
    initial: evidence.state === 'promise' ? 'promised' : 'waiting',
  });
  if (reply.kind === 'answer' && reply.value === 'received') return askSource(session, id);
  if (reply.kind === 'answer' && reply.value === 'asked') await mark(session, id, { state: 'demandée' });
  if (reply.kind === 'answer' && reply.value === 'promised') return askPromise(session, id);
  return reply.kind === 'answer' || reply.kind === 'skip' ? 'next' : reply.kind;
};

const mark = (session: WalkSession, id: string, fields: Partial<Evidence>): Promise<void> =>
  changeEvidence(session, id, (evidence) => ({ ...evidence, ...fields }));

/** Noted as promised at once; for when, only if somebody said so. */
const askPromise = async (session: WalkSession, id: string): Promise<Outcome> => {
  await mark(session, id, { state: 'promise' });
  const known = findEntity(session.portfolio, 'evidence', id)?.promisedFor;
  const reply = await session.prompter.date({
    key: 'evidence.promised-for',
    ...(known !== undefined && { initial: known }),
  });
  return session.record(reply, (promisedFor) => mark(session, id, { promisedFor }));
};
