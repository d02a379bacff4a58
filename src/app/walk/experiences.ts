import {
  addEntity,
  findEntity,
  nextId,
  removeEntity,
  replaceEntity,
  referencesTo,
} from '../../domain/edits.ts';
import { isBefore } from '../../domain/dates.ts';
import { EXPERIENCE_STATUSES, type Experience } from '../../domain/portfolio.ts';
import { runSteps, type Outcome, type Step, type WalkSession } from './session.ts';

/** The post being told: its ids once they exist in the document. */
interface Draft {
  organisation: string | undefined;
  experience: string | undefined;
}

/** Posts, mandates and voluntary roles, one after the other, until the candidate says that is all. */
export const walkExperiences = async (session: WalkSession): Promise<Outcome> => {
  const cutShort = await resumeDraft(session);
  if (cutShort !== 'next') return cutShort;
  if (session.portfolio.experiences.length === 0) {
    const first = await tellExperience(session, { organisation: undefined, experience: undefined });
    if (first !== 'next') return first;
  }
  for (;;) {
    if (session.portfolio.experiences.length === 0) return 'next';
    const more = await session.prompter.confirm({ key: 'experience.more', ways: ['back'], initial: false });
    if (more.kind === 'quit') return 'quit';
    if (more.kind === 'answer' && !more.value) return 'next';
    const last = session.portfolio.experiences.at(-1);
    const draft: Draft =
      more.kind === 'back'
        ? { organisation: last?.organisations[0], experience: last?.id }
        : { organisation: undefined, experience: undefined };
    const outcome = await tellExperience(session, draft);
    if (outcome === 'quit') return 'quit';
    if (outcome === 'back' && more.kind === 'back') return 'back';
  }
};

/** An organisation no post names, or a last post without its dates: the sitting before was cut short there. */
const resumeDraft = async (session: WalkSession): Promise<Outcome> => {
  const { organisations, experiences, activities } = session.portfolio;
  if (activities.length > 0) return 'next';
  const lonely = organisations.find(
    ({ id }) => !experiences.some((experience) => experience.organisations.includes(id)),
  );
  if (lonely) return tellExperience(session, { organisation: lonely.id, experience: undefined }, 1);
  const last = experiences.at(-1);
  if (last === undefined || (last.status !== undefined && last.start !== undefined)) return 'next';
  const draft = { organisation: last.organisations[0], experience: last.id };
  return tellExperience(session, draft, last.status === undefined ? 2 : 3);
};

const tellExperience = (session: WalkSession, draft: Draft, from = 0): Promise<Outcome> => {
  const { prompter } = session;
  const current = (): Experience | undefined =>
    draft.experience === undefined
      ? undefined
      : findEntity(session.portfolio, 'experiences', draft.experience);
  const change = (fields: Partial<Experience>): Promise<void> =>
    session.save((portfolio) => {
      const experience = current();
      return experience ? replaceEntity(portfolio, 'experiences', { ...experience, ...fields }) : portfolio;
    });
  const erase = (field: 'start' | 'end'): Promise<void> =>
    session.save((portfolio) => {
      const experience = current();
      if (!experience) return portfolio;
      const { [field]: _, ...others } = experience;
      return replaceEntity(portfolio, 'experiences', others);
    });
  let refused: string | undefined;
  const steps: Step[] = [
    () => askOrganisation(session, draft),
    async () => {
      const organisation = findEntity(session.portfolio, 'organisations', draft.organisation ?? '');
      if (!organisation) return 'pass';
      const initial = current()?.title;
      const reply = await prompter.line({
        key: 'experience.title',
        args: { organisation: organisation.name },
        ways: ['back'],
        ...(initial !== undefined && { initial }),
      });
      return session.record(reply, (title) =>
        current() ? change({ title }) : create(session, draft, title),
      );
    },
    async () => {
      const status = current()?.status;
      if (!current()) return 'pass';
      const choices = EXPERIENCE_STATUSES.map((value) => ({ value }));
      const reply = await prompter.choose({
        key: 'experience.status',
        choices,
        ...(status !== undefined && { initial: status }),
      });
      return session.record(reply, (value) => {
        const chosen = EXPERIENCE_STATUSES.find((known) => known === value);
        return chosen === undefined ? Promise.resolve() : change({ status: chosen });
      });
    },
    ...(['start', 'end'] as const).map((field): Step => async () => {
      const experience = current();
      if (!experience) return 'pass';
      const initial = (field === 'end' ? refused : undefined) ?? experience[field];
      const reply = await prompter.date({
        key: `experience.${field}`,
        clearable: true,
        ...(initial !== undefined && { initial }),
      });
      if (reply.kind === 'answer' && field === 'end' && isBefore(reply.value, experience.start)) {
        session.notice('end-before-start');
        refused = reply.value;
        return reply.leaving ?? 'again';
      }
      refused = undefined;
      return session.record(
        reply,
        (value) => change({ [field]: value }),
        () => erase(field),
      );
    }),
  ];
  return runSteps(steps, from);
};

const create = (session: WalkSession, draft: Draft, title: string): Promise<void> =>
  session.save((portfolio) => {
    draft.experience = nextId(portfolio, 'experiences');
    const organisations = draft.organisation === undefined ? [] : [draft.organisation];
    return addEntity(portfolio, 'experiences', { id: draft.experience, title, organisations });
  });

/** A name already known is the same organisation; correcting a name just given renames it. */
const askOrganisation = async (session: WalkSession, draft: Draft): Promise<Outcome> => {
  const initial = session.portfolio.organisations.find(({ id }) => id === draft.organisation)?.name;
  const isFirst = session.portfolio.experiences.length === 0;
  const reply = await session.prompter.line({
    key: 'experience.organisation',
    ways: isFirst ? ['back'] : ['skip', 'back'],
    ...(initial !== undefined && { initial }),
  });
  return session.record(reply, async (name) => {
    if (name === initial) return;
    await session.save((portfolio) => {
      const known = portfolio.organisations.find((one) => one.name.toLowerCase() === name.toLowerCase());
      const former = portfolio.organisations.find(({ id }) => id === draft.organisation);
      const isOurs =
        former !== undefined &&
        referencesTo(portfolio, 'organisations', former.id).every(({ owner }) => owner === draft.experience);
      if (!known && former && isOurs) return replaceEntity(portfolio, 'organisations', { ...former, name });
      draft.organisation = known?.id ?? nextId(portfolio, 'organisations');
      const cleared = former && isOurs ? removeEntity(portfolio, 'organisations', former.id) : portfolio;
      const added = known ? cleared : addEntity(cleared, 'organisations', { id: draft.organisation, name });
      const experience = findEntity(added, 'experiences', draft.experience ?? '');
      if (!experience) return added;
      return replaceEntity(added, 'experiences', { ...experience, organisations: [draft.organisation] });
    });
  });
};
