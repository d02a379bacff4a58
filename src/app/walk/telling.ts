import { isBefore } from '../../domain/dates.ts';
import { findEntity, replaceEntity } from '../../domain/edits.ts';
import { untoldFields } from '../../domain/next-step.ts';
import { NARRATIVE_FIELDS, type Activity, type NarrativeField } from '../../domain/portfolio.ts';
import { runSteps, type Outcome, type Step, type WalkSession } from './session.ts';

const activityOf = (session: WalkSession, id: string): Activity | undefined =>
  findEntity(session.portfolio, 'activities', id);

/** Takes optional fields away. */
const erase = (session: WalkSession, id: string, field: NarrativeField | 'period'): Promise<void> =>
  session.save((portfolio) => {
    const activity = findEntity(portfolio, 'activities', id);
    if (!activity) return portfolio;
    const { [field]: _, ...others } = activity;
    return replaceEntity(portfolio, 'activities', others);
  });

const change = (session: WalkSession, id: string, fields: Partial<Activity>): Promise<void> =>
  session.save((portfolio) => {
    const activity = findEntity(portfolio, 'activities', id);
    return activity ? replaceEntity(portfolio, 'activities', { ...activity, ...fields }) : portfolio;
  });

/** The questions this activity has not answered, one at a time; what was passed in this sitting is not asked again. */
export const tellActivity = async (session: WalkSession, id: string): Promise<Outcome | 'pass'> => {
  const activity = activityOf(session, id);
  if (!activity) return 'pass';
  const untold = untoldFields(activity).filter((field) => !session.passed.has(`${id}.${field}`));
  if (untold.length === 0) return 'pass';
  if (untold.length < NARRATIVE_FIELDS.length) {
    const reply = await session.prompter.choose({
      key: 'activity.complete',
      args: { title: activity.title, missing: untold.length },
      ways: ['back'],
      choices: [{ value: 'complete' }, { value: 'later' }],
    });
    if (reply.kind === 'back' || reply.kind === 'quit') return reply.kind;
    if (reply.kind !== 'answer' || reply.value === 'later') {
      for (const field of untold) session.passed.add(`${id}.${field}`);
      return 'next';
    }
  }
  return runSteps([
    ...periodSteps(session, id),
    ...untold.map((field) => () => askField(session, id, field)),
  ]);
};

/** Asked at the first telling: a dossier dates what it tells. A first date alone may mean that the sitting ended there. */
const periodSteps = (session: WalkSession, id: string): Step[] => {
  const told = activityOf(session, id);
  const isBegun = told !== undefined && untoldFields(told).length < NARRATIVE_FIELDS.length;
  const askStart: Step = async () => {
    const activity = activityOf(session, id);
    const initial = activity?.period?.start;
    const reply = await session.prompter.date({
      key: 'activity.period-start',
      args: { title: activity?.title ?? '' },
      clearable: true,
      ...(initial !== undefined && { initial }),
    });
    return session.record(
      reply,
      (start) => change(session, id, { period: { start } }),
      () => erase(session, id, 'period'),
    );
  };
  let refused: string | undefined;
  const askEnd: Step = async () => {
    const period = activityOf(session, id)?.period;
    if (!period) return 'pass';
    const initial = refused ?? period.end;
    const reply = await session.prompter.date({
      key: 'activity.period-end',
      clearable: true,
      ...(initial !== undefined && { initial }),
    });
    if (reply.kind === 'answer' && isBefore(reply.value, period.start)) {
      session.notice('end-before-start');
      refused = reply.value;
      return reply.leaving ?? 'again';
    }
    refused = undefined;
    return session.record(
      reply,
      (end) => change(session, id, { period: { ...period, end } }),
      () => change(session, id, { period: { start: period.start } }),
    );
  };
  if (told?.period === undefined) return [askStart, askEnd];
  return told.period.end === undefined && !isBegun ? [askEnd] : [];
};

const askField = async (session: WalkSession, id: string, field: NarrativeField): Promise<Outcome> => {
  const initial = activityOf(session, id)?.[field];
  const reply = await session.prompter.text({
    key: `activity.${field}`,
    clearable: true,
    ...(initial !== undefined && { initial }),
  });
  if (reply.kind === 'skip') session.passed.add(`${id}.${field}`);
  return session.record(
    reply,
    (text) => change(session, id, { [field]: text }),
    () => erase(session, id, field),
  );
};

/** Any part of an activity, as often as wanted, with its text in the field. */
export const editActivity = async (session: WalkSession, id: string): Promise<Outcome> => {
  for (;;) {
    const activity = activityOf(session, id);
    if (!activity) return 'next';
    const reply = await session.prompter.choose({
      key: 'activity.edit',
      args: { title: activity.title },
      ways: ['back'],
      choices: ['title', ...NARRATIVE_FIELDS].map((value) => ({ value })),
    });
    if (reply.kind === 'quit') return 'quit';
    if (reply.kind !== 'answer') return 'next';
    const field = NARRATIVE_FIELDS.find((known) => known === reply.value);
    const outcome =
      field === undefined ? await askTitle(session, activity) : await askField(session, id, field);
    if (outcome === 'quit') return 'quit';
  }
};

const askTitle = async (session: WalkSession, activity: Activity): Promise<Outcome> => {
  const reply = await session.prompter.line({
    key: 'activity.new-title',
    ways: ['back'],
    initial: activity.title,
  });
  return session.record(reply, (title) => change(session, activity.id, { title }));
};
