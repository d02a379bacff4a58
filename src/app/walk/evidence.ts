import { isUsable } from '../../domain/coverage.ts';
import {
  addEntity,
  findEntity,
  linkEvidence,
  nextId,
  replaceEntity,
  type CompetenceKey,
} from '../../domain/edits.ts';
import { CONFIDENTIALITIES, EVIDENCE_FORMS, EVIDENCE_KINDS, type Evidence } from '../../domain/portfolio.ts';
import {
  competenceKey,
  competencesOf,
  resolveCompetenceId,
  type Competence,
} from '../../domain/referential.ts';
import { AcquisError } from '../errors.ts';
import { runSteps, type Outcome, type Step, type WalkSession } from './session.ts';

const keyOf = (session: WalkSession): CompetenceKey => competenceKey(session.workspace.referential);

/** Which proof shows a competence: one already there, a new one, or one to ask for. */
export const walkEvidence = async (session: WalkSession, competence: Competence): Promise<Outcome> => {
  const files = await session.inspect();
  const shows = ({ shows: links }: Evidence): boolean =>
    links.some((link) => keyOf(session)(link.competence) === competence.id);
  const candidates = session.portfolio.evidence.filter((evidence) => !shows(evidence));
  for (;;) {
    const reply = await session.prompter.choose({
      key: 'competence.evidence',
      choices: [...(candidates.length > 0 ? [{ value: 'link' }] : []), { value: 'add' }, { value: 'ask' }],
    });
    if (reply.kind !== 'answer') return reply.kind === 'skip' ? 'next' : reply.kind;
    const choices = candidates
      // Usable proofs first: those are the ones that count.
      .toSorted((a, b) => Number(isUsable(b, files)) - Number(isUsable(a, files)))
      .map(({ id, title }) => ({ value: id, label: `${id} ${title}` }));
    const outcome =
      reply.value === 'link'
        ? await linkKnown(session, competence, choices)
        : await addNew(session, competence, reply.value === 'ask');
    if (outcome !== 'back') return outcome;
  }
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
        return change(session, id, (evidence) => linkEvidence(evidence, keyOf(session), competence.id));
      });
    },
    () => askWhat(session, competence, chosen),
  ]);
};

const change = (session: WalkSession, id: string, edit: (evidence: Evidence) => Evidence): Promise<void> =>
  session.save((portfolio) => {
    const evidence = findEntity(portfolio, 'evidence', id);
    return evidence ? replaceEntity(portfolio, 'evidence', edit(evidence)) : portfolio;
  });

const askWhat = async (session: WalkSession, competence: Competence, id: string): Promise<Outcome> => {
  const known = findEntity(session.portfolio, 'evidence', id)?.shows.find(
    (link) => keyOf(session)(link.competence) === competence.id,
  );
  const reply = await session.prompter.line({
    key: 'evidence.what',
    args: { competence: competence.short },
    ...(known?.what !== undefined && { initial: known.what }),
  });
  return session.record(reply, (what) =>
    change(session, id, (evidence) => linkEvidence(evidence, keyOf(session), competence.id, what)),
  );
};

/** A new proof exists from its title on, linked at once; each later answer completes it. */
const addNew = (session: WalkSession, competence: Competence, toAsk: boolean): Promise<Outcome> => {
  let id = '';
  const current = (): Evidence | undefined => findEntity(session.portfolio, 'evidence', id);
  const title: Step = async () => {
    const initial = current()?.title;
    const reply = await session.prompter.line({
      key: 'evidence.title',
      ways: ['back'],
      ...(initial !== undefined && { initial }),
    });
    return session.record(reply, (text) => {
      if (current()) return change(session, id, (evidence) => ({ ...evidence, title: text }));
      return session.save((portfolio) => {
        id = nextId(portfolio, 'evidence');
        return addEntity(portfolio, 'evidence', {
          id,
          title: text,
          experiences: [],
          activities: [],
          shows: [{ competence: competence.id }],
          ...(toAsk && { state: 'à demander' as const }),
        });
      });
    });
  };
  if (toAsk) return runSteps([title, () => askFrom(session, id), () => askKind(session, id)]);
  return runSteps([title, ...detailSteps(session, () => id, competence).map(({ ask }) => ask)]);
};

interface Detail {
  readonly isAnswered: (evidence: Evidence) => boolean;
  readonly ask: Step;
}

const askKind = (session: WalkSession, id: string): Promise<Outcome> =>
  askOneOf(session, id, 'kind', EVIDENCE_KINDS);

/** What follows the title, in order. */
const detailSteps = (session: WalkSession, id: () => string, competence: Competence): Detail[] => [
  { isAnswered: hasSource, ask: () => askSource(session, id()) },
  { isAnswered: ({ kind }) => kind !== undefined, ask: () => askKind(session, id()) },
  // Only some statements ask for two forms: elsewhere the question would be one too many.
  ...(competence.forms.length > 1
    ? [
        {
          isAnswered: ({ form }: Evidence) => form !== undefined,
          ask: () => askOneOf(session, id(), 'form', EVIDENCE_FORMS),
        },
      ]
    : []),
  { isAnswered: ({ date, period }) => (date ?? period) !== undefined, ask: () => askDate(session, id()) },
  {
    isAnswered: ({ shows }) => shows.some(({ what }) => what !== undefined),
    ask: () => askWhat(session, competence, id()),
  },
  {
    isAnswered: ({ confidentiality }) => confidentiality !== undefined,
    ask: () => askOneOf(session, id(), 'confidentiality', CONFIDENTIALITIES),
  },
];

const hasSource = ({ file, url, state }: Evidence): boolean =>
  file !== undefined || url !== undefined || state === 'à demander' || state === 'demandée';

/** The sitting before ended in the middle of a new proof: its next question comes first. */
export const resumeEvidence = async (session: WalkSession): Promise<Outcome> => {
  const last = session.portfolio.evidence.at(-1);
  const shown = last?.shows[0]?.competence;
  if (!last || shown === undefined || last.state === 'à demander' || last.state === 'demandée') return 'next';
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
    change(session, id, (evidence) => ({ ...evidence, askedFrom })),
  );
};

const askDate = async (session: WalkSession, id: string): Promise<Outcome> => {
  const initial = findEntity(session.portfolio, 'evidence', id)?.date;
  const reply = await session.prompter.date({
    key: 'evidence.date',
    ...(initial !== undefined && { initial }),
  });
  return session.record(reply, (date) => change(session, id, (evidence) => ({ ...evidence, date })));
};

const askOneOf = async (
  session: WalkSession,
  id: string,
  field: 'kind' | 'form' | 'confidentiality',
  values: readonly string[],
): Promise<Outcome> => {
  const initial = findEntity(session.portfolio, 'evidence', id)?.[field];
  const reply = await session.prompter.choose({
    key: `evidence.${field}`,
    choices: values.map((value) => ({ value })),
    ...(initial !== undefined && { initial }),
  });
  return session.record(reply, (value) =>
    change(session, id, (evidence) => ({ ...evidence, [field]: value })),
  );
};

/** A file or an address; skipped, the proof stays noted without one. */
export const askSource = async (session: WalkSession, id: string): Promise<Outcome> => {
  for (;;) {
    const reply = await session.prompter.choose({
      key: 'evidence.source',
      choices: [{ value: 'file' }, { value: 'url' }],
    });
    if (reply.kind !== 'answer') return reply.kind === 'skip' ? 'next' : reply.kind;
    const outcome = reply.value === 'url' ? await askUrl(session, id) : await askFile(session, id);
    if (outcome !== 'back') return outcome;
  }
};

const askFile = async (session: WalkSession, id: string): Promise<Outcome> => {
  for (;;) {
    const reply = await session.prompter.path({ key: 'evidence.file' });
    if (reply.kind !== 'answer') return reply.kind === 'skip' ? 'next' : reply.kind;
    try {
      const file = await session.tools.store.importEvidence(session.workspace, reply.value, id);
      await change(session, id, (evidence) => ({ ...evidence, file, state: 'reçue' }));
      session.notice('file-copied', { file: file.path });
      return reply.leaving ?? 'next';
    } catch (error) {
      if (!(error instanceof AcquisError) || RETHROWN.has(error.code)) throw error;
      session.tools.display.show({ kind: 'failure', error });
      if (reply.leaving !== undefined) return reply.leaving;
    }
  }
};

/** Not about the file that was named, but about the folder: asking again would not help. */
const RETHROWN: ReadonlySet<AcquisError['code']> = new Set(['cannot-write', 'locked', 'changed-underneath']);

const askUrl = async (session: WalkSession, id: string): Promise<Outcome> => {
  for (;;) {
    const reply = await session.prompter.line({ key: 'evidence.url' });
    if (reply.kind !== 'answer') return reply.kind === 'skip' ? 'next' : reply.kind;
    const url = /^https?:\/\//i.test(reply.value) ? reply.value : `https://${reply.value}`;
    if (/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url)) {
      await change(session, id, (evidence) => ({ ...evidence, url, state: 'reçue' }));
      return reply.leaving ?? 'next';
    }
    if (reply.leaving !== undefined) return reply.leaving;
    session.notice('bad-url');
  }
};
