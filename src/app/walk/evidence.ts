import { isUsable } from '../../domain/coverage.ts';
import { addEntity, findEntity, linkEvidence, nextId, removeEntity } from '../../domain/edits.ts';
import { isAwaited, type Evidence } from '../../domain/evidence.ts';
import { competencesOf, resolveCompetenceId, type Competence } from '../../domain/referential.ts';
import { askKind, askWhat, detailSteps, keyOf } from './evidence-details.ts';
import { changeEvidence } from './evidence-source.ts';
import { runSteps, type Outcome, type Step, type WalkSession } from './session.ts';

/** Which proof shows a competence: one already there, a new one, or one to ask for. */
export const walkEvidence = async (session: WalkSession, competence: Competence): Promise<Outcome> => {
  const files = await session.inspect();
  const shows = ({ shows: links }: Evidence): boolean =>
    links.some((link) => keyOf(session)(link.competence) === competence.id);
  const draft: Draft = { id: '' };
  for (;;) {
    const candidates = session.portfolio.evidence.filter((evidence) => !shows(evidence));
    const reply = await session.prompter.choose({
      key: 'competence.evidence',
      choices: [...(candidates.length > 0 ? [{ value: 'link' }] : []), { value: 'add' }, { value: 'ask' }],
    });
    const isGoneOnWith = reply.kind === 'answer' && reply.value === draft.way;
    if (!isGoneOnWith) await leaveDraft(session, draft);
    if (reply.kind !== 'answer') return reply.kind === 'skip' ? 'next' : reply.kind;
    const choices = candidates
      // Usable proofs first: those are the ones that count.
      .toSorted((a, b) => Number(isUsable(b, files)) - Number(isUsable(a, files)))
      .map(({ id, title }) => ({ value: id, label: `${id} ${title}` }));
    draft.way = reply.value;
    const outcome =
      reply.value === 'link'
        ? await linkKnown(session, competence, choices)
        : await addNew(session, competence, draft);
    if (outcome !== 'back') return outcome;
  }
};

/** The new proof being described, for as long as the same way is taken again after « Revenir ». */
interface Draft {
  id: string;
  way?: string;
}

/** Another way was taken: a proof with nothing but its title was a false start. */
const leaveDraft = async (session: WalkSession, draft: Draft): Promise<void> => {
  const made = findEntity(session.portfolio, 'evidence', draft.id);
  draft.id = '';
  const told = [made?.file, made?.url, made?.askedFrom, made?.kind, made?.form, made?.date];
  const isBare = [...told, made?.confidentiality, made?.shows[0]?.what].every((part) => part === undefined);
  if (made && isBare) await session.save((portfolio) => removeEntity(portfolio, 'evidence', made.id));
};

const linkKnown = async (
  session: WalkSession,
  competence: Competence,
  choices: readonly { value: string; label: string }[],
): Promise<Outcome> => {
  let chosen = '';
  return runSteps([
    async () => {
      const reply = await session.prompter.choose({ key: 'evidence.link', ways: ['back'], choices });
      return session.record(reply, (id) => {
        chosen = id;
        return changeEvidence(session, id, (evidence) =>
          linkEvidence(evidence, keyOf(session), competence.id),
        );
      });
    },
    () => askWhat(session, competence, chosen),
  ]);
};

/** A new proof exists from its title on, linked at once; each later answer completes it. */
const addNew = (session: WalkSession, competence: Competence, draft: Draft): Promise<Outcome> => {
  const toAsk = draft.way === 'ask';
  const current = (): Evidence | undefined => findEntity(session.portfolio, 'evidence', draft.id);
  const title: Step = async () => {
    const initial = current()?.title;
    const reply = await session.prompter.line({
      key: 'evidence.title',
      ways: ['back'],
      ...(initial !== undefined && { initial }),
    });
    return session.record(reply, (text) => {
      if (current()) return changeEvidence(session, draft.id, (evidence) => ({ ...evidence, title: text }));
      return session.save((portfolio) => {
        draft.id = nextId(portfolio, 'evidence');
        return addEntity(portfolio, 'evidence', {
          id: draft.id,
          title: text,
          experiences: [],
          activities: [],
          shows: [{ competence: competence.id }],
          ...(toAsk && { state: 'à demander' as const }),
        });
      });
    });
  };
  if (toAsk) return runSteps([title, () => askFrom(session, draft.id), () => askKind(session, draft.id)]);
  return runSteps([title, ...detailSteps(session, () => draft.id, competence).map(({ ask }) => ask)]);
};

/** The sitting before ended in the middle of a new proof: its next question comes first. */
export const resumeEvidence = async (session: WalkSession): Promise<Outcome> => {
  const last = session.portfolio.evidence.at(-1);
  const shown = last?.shows[0]?.competence;
  if (!last || shown === undefined || isAwaited(last)) return 'next';
  const { referential } = session.workspace;
  const id = resolveCompetenceId(referential, shown);
  const competence = competencesOf(referential).find((one) => one.competence.id === id)?.competence;
  if (!competence || last.confidentiality !== undefined) return 'next';
  const steps = detailSteps(session, () => last.id, competence);
  const from = steps.findLastIndex(({ isAnswered }) => isAnswered(last)) + 1;
  if (from === steps.length) return 'next';
  session.notice('resume-evidence', { title: last.title });
  return runSteps(
    steps.map(({ ask }) => ask),
    from,
  );
};

const askFrom = async (session: WalkSession, id: string): Promise<Outcome> => {
  const reply = await session.prompter.line({ key: 'evidence.asked-from' });
  return session.record(reply, (askedFrom) =>
    changeEvidence(session, id, (evidence) => ({ ...evidence, askedFrom })),
  );
};
