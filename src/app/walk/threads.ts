import { describeThread, threadsByCompetence, waitingThreads } from '../../domain/review/listed-threads.ts';
import { openBlocks } from '../../domain/next-step.ts';
import { lastWord, type ReviewThread } from '../../domain/review/reviews.ts';
import { followUp } from '../review/say.ts';
import { runSteps, type Outcome, type WalkSession } from './session.ts';

/** What the advisor wrote about this competence, or about an activity or a proof that shows it: read first, answered or passed. */
export const walkThreadsOf = async (session: WalkSession, competence: string): Promise<Outcome | 'pass'> =>
  walkThreads(session, (await byCompetence(session)).get(competence) ?? []);

/** How much waits; what belongs to no competence that will be proposed is read now. */
export const walkThreadsAtStart = async (session: WalkSession, isInventory: boolean): Promise<Outcome> => {
  const waiting = waitingThreads(session.portfolio);
  if (waiting.length === 0) return 'next';
  session.notice('reviews-waiting', { count: waiting.length });
  const now = isInventory ? waiting : ((await byCompetence(session)).get(undefined) ?? []);
  const outcome = await walkThreads(session, now);
  // There is nothing before it.
  return outcome === 'quit' ? 'quit' : 'next';
};

/** Everything that waits for an answer, one after the other, whatever it is about. */
export const walkReviews = async (session: WalkSession): Promise<Outcome> => {
  const outcome = await walkThreads(session, waitingThreads(session.portfolio));
  return outcome === 'quit' ? 'quit' : 'next';
};

const byCompetence = async (
  session: WalkSession,
): Promise<ReadonlyMap<string | undefined, readonly ReviewThread[]>> => {
  const blocks = openBlocks(await session.coverage(), session.tools.blocks);
  return threadsByCompetence(
    waitingThreads(session.portfolio),
    blocks.flatMap(({ competences }) => competences),
  );
};

const walkThreads = async (
  session: WalkSession,
  threads: readonly ReviewThread[],
): Promise<Outcome | 'pass'> => {
  const unread = threads.filter(({ id }) => !session.passed.has(mark(id)));
  return unread.length === 0 ? 'pass' : runSteps(unread.map((thread) => () => askAnswer(session, thread)));
};

/** Beside the questions passed in this sitting. */
const mark = (id: string): string => `review.${id}`;

const askAnswer = async (session: WalkSession, thread: ReviewThread): Promise<Outcome> => {
  session.tools.display.show({ kind: 'review', thread: describeThread(session.workspace, thread) });
  const { author } = lastWord(thread);
  const reply = await session.prompter.text({ key: 'review.answer', args: { author } });
  if (reply.kind === 'skip') session.passed.add(mark(thread.id));
  return session.record(reply, (text) =>
    session.save((portfolio) => {
      const speaker = { role: 'candidature', author: portfolio.candidate.name } as const;
      const { ids, today } = session.tools;
      const event = followUp(
        session.workspace,
        thread,
        { kind: 'réponse', text, speaker },
        {
          ids,
          clock: { today: () => today },
        },
      );
      return { ...portfolio, reviews: [...portfolio.reviews, event] };
    }),
  );
};
