import { addEntity, nextId, replaceEntity } from '../../domain/edits.ts';
import type { Activity, Portfolio } from '../../domain/portfolio.ts';
import type { Outcome, WalkSession } from './session.ts';

/** Enough to choose six to ten from for a dossier. */
const MOST_TITLES = 12;

/** Titles only: one line each, until the candidate passes or has twelve. */
export const walkActivityTitles = async (session: WalkSession): Promise<Outcome> => {
  session.notice('activities');
  remind(session);
  let index = session.portfolio.activities.length;
  const unplaced = session.portfolio.activities.findIndex(({ experiences }) => experiences.length === 0);
  if (unplaced !== -1 && unplaced === index - 1 && session.portfolio.experiences.length > 1) index = unplaced;
  while (index < MOST_TITLES) {
    const outcome = await askTitle(session, index);
    if (outcome === 'quit' || outcome === 'enough') return outcome === 'quit' ? 'quit' : 'next';
    if (outcome === 'back' && index === 0) return 'back';
    if (outcome !== 'again') index += outcome === 'back' ? -1 : 1;
  }
  session.notice('enough-activities', { count: session.portfolio.activities.length });
  return 'next';
};

/** The toolboxes of the profiles ticked: a tool one knows brings back what one did with it. */
const remind = (session: WalkSession): void => {
  const { profiles } = session.portfolio.essProfile;
  const known = session.tools.ess.profiles.filter(({ id }) => profiles.includes(id));
  if (known.length > 0)
    session.notice('toolbox', { tools: [...new Set(known.flatMap(({ toolbox }) => toolbox))].join(', ') });
};

const askTitle = async (session: WalkSession, index: number): Promise<Outcome | 'again' | 'enough'> => {
  const known = session.portfolio.activities[index];
  const reply = await session.prompter.line({
    key: 'activity.title',
    args: { number: index + 1, count: session.portfolio.activities.length },
    ways: index === 0 && known === undefined ? ['back'] : ['skip', 'back'],
    ...(known !== undefined && { initial: known.title }),
  });
  if (reply.kind === 'skip') return known === undefined ? 'enough' : 'next';
  const outcome = await session.record(reply, (title) =>
    session.save((portfolio) =>
      known ? replaceEntity(portfolio, 'activities', { ...known, title }) : addActivity(portfolio, title),
    ),
  );
  if (outcome !== 'next') return outcome;
  const activity = session.portfolio.activities[index];
  const placed = activity === undefined ? 'next' : await placeActivity(session, activity);
  // The question before the post is this very title.
  return placed === 'back' ? 'again' : placed;
};

/** With one post, an activity is part of it. */
export const addActivity = (portfolio: Portfolio, title: string): Portfolio => {
  const [only, ...others] = portfolio.experiences;
  return addEntity(portfolio, 'activities', {
    id: nextId(portfolio, 'activities'),
    title,
    experiences: only !== undefined && others.length === 0 ? [only.id] : [],
    competences: [],
  });
};

/** In which post it took place; asked only where there are several. */
export const placeActivity = async (session: WalkSession, activity: Activity): Promise<Outcome> => {
  const { experiences, organisations, activities } = session.portfolio;
  if (experiences.length < 2) return 'next';
  const before = activities[activities.findIndex(({ id }) => id === activity.id) - 1];
  const reply = await session.prompter.tick({
    key: 'activity.experience',
    args: { title: activity.title },
    choices: experiences.map(({ id, title, organisations: places }) => ({
      value: id,
      label: [title, ...organisations.filter((one) => places.includes(one.id)).map(({ name }) => name)].join(
        ', ',
      ),
    })),
    // Titles come to mind post by post: the one before is the best guess.
    ticked: activity.experiences.length > 0 ? activity.experiences : (before?.experiences ?? []),
  });
  return session.record(reply, (chosen) =>
    session.save((portfolio) =>
      replaceEntity(portfolio, 'activities', { ...activity, experiences: [...chosen] }),
    ),
  );
};
