import { findEntity, replaceEntity } from '../../domain/edits.ts';
import type { Evidence } from '../../domain/portfolio.ts';
import { askSource } from './evidence-source.ts';
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
  const awaited = evidence.filter(
    ({ file, url, state }) => file === undefined && url === undefined && state !== undefined,
  );
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
      ...(evidence.state === 'demandée' ? [] : [{ value: 'asked' }]),
      { value: 'waiting' },
    ],
    initial: 'waiting',
  });
  if (reply.kind === 'answer' && reply.value === 'received') return askSource(session, id);
  if (reply.kind === 'answer' && reply.value === 'asked') await markAsked(session, evidence);
  return reply.kind === 'answer' || reply.kind === 'skip' ? 'next' : reply.kind;
};

const markAsked = (session: WalkSession, evidence: Evidence): Promise<void> =>
  session.save((portfolio) =>
    replaceEntity(portfolio, 'evidence', { ...evidence, state: 'demandée', askedOn: session.tools.today }),
  );
