/** The questions that follow a new proof's title, one at a time; each may be passed. */
import { findEntity, linkEvidence, type CompetenceKey } from '../../domain/edits.ts';
import { COMMON_KINDS, EVIDENCE_KINDS, kindFacts } from '../../domain/evidence/kinds.ts';
import {
  AUTHORS,
  CONFIDENTIALITIES,
  EVIDENCE_FORMS,
  isAwaited,
  isReceived,
  type Evidence,
} from '../../domain/evidence.ts';
import { competenceKey, type Competence } from '../../domain/referential.ts';
import { askFile, askSource, changeEvidence } from './evidence-source.ts';
import type { Reply } from '../ports/prompter.ts';
import type { Outcome, Step, WalkSession } from './session.ts';

export const keyOf = (session: WalkSession): CompetenceKey => competenceKey(session.workspace.referential);

export const askWhat = async (session: WalkSession, competence: Competence, id: string): Promise<Outcome> => {
  const known = findEntity(session.portfolio, 'evidence', id)?.shows.find(
    (link) => keyOf(session)(link.competence) === competence.id,
  );
  const reply = await session.prompter.line({
    key: 'evidence.what',
    args: { competence: competence.short },
    ...(known?.what !== undefined && { initial: known.what }),
  });
  return session.record(reply, (what) =>
    changeEvidence(session, id, (evidence) => linkEvidence(evidence, keyOf(session), competence.id, what)),
  );
};

interface Detail {
  readonly isAnswered: (evidence: Evidence) => boolean;
  readonly ask: Step;
}

const OTHER_KINDS = EVIDENCE_KINDS.filter((kind) => !COMMON_KINDS.includes(kind));
const OTHERS = 'other-kinds';

/** The common ones first; the others are one choice further, and « Revenir » leads back from there. */
export const askKind = async (session: WalkSession, id: string): Promise<Outcome> => {
  for (;;) {
    const known = findEntity(session.portfolio, 'evidence', id)?.kind;
    const initial = known && (COMMON_KINDS.includes(known) ? known : OTHERS);
    const reply = await session.prompter.choose({
      key: 'evidence.kind',
      choices: [...COMMON_KINDS, OTHERS].map((value) => ({ value })),
      ...(initial !== undefined && { initial }),
    });
    if (reply.kind !== 'answer' || reply.value !== OTHERS) return keepChoice(session, id, 'kind', reply);
    const other = await session.prompter.choose({
      key: 'evidence.other-kind',
      choices: OTHER_KINDS.map((value) => ({ value })),
      ...(known !== undefined && initial === OTHERS && { initial: known }),
    });
    if (other.kind !== 'back') return keepChoice(session, id, 'kind', other);
  }
};

/** What follows the title, in order. */
export const detailSteps = (session: WalkSession, id: () => string, competence: Competence): Detail[] => [
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
  { isAnswered: ({ madeBy }) => madeBy !== undefined, ask: () => askAuthor(session, id()) },
  {
    isAnswered: ({ shows }) => shows.some(({ what }) => what !== undefined),
    ask: () => askWhat(session, competence, id()),
  },
  {
    isAnswered: ({ confidentiality }) => confidentiality !== undefined,
    ask: () => askOneOf(session, id(), 'confidentiality', CONFIDENTIALITIES),
  },
  { isAnswered: () => false, ask: () => askPublicFile(session, id()) },
];

/** Of what carries most it matters whose work it is; a contract or a photo is nobody's production. */
const asksAuthor = ({ kind }: Evidence): boolean => kind !== undefined && (kindFacts(kind).strength ?? 0) > 3;

const askAuthor = async (session: WalkSession, id: string): Promise<Outcome | 'pass'> => {
  const evidence = findEntity(session.portfolio, 'evidence', id);
  return evidence && asksAuthor(evidence) ? askOneOf(session, id, 'madeBy', AUTHORS) : 'pass';
};

/** Only « à anonymiser » needs another version, which may well not exist yet. */
const askPublicFile = async (session: WalkSession, id: string): Promise<Outcome | 'pass'> => {
  const evidence = findEntity(session.portfolio, 'evidence', id);
  if (evidence?.confidentiality !== 'à anonymiser' || evidence.publicFile !== undefined) return 'pass';
  const outcome = await askFile(session, id, 'publicFile');
  const given = findEntity(session.portfolio, 'evidence', id)?.publicFile;
  if (outcome !== 'next' || given === undefined) return outcome;
  const reply = await session.prompter.line({ key: 'evidence.public-note' });
  return session.record(reply, (note) =>
    changeEvidence(session, id, (one) => ({
      ...one,
      ...(one.publicFile && { publicFile: { ...one.publicFile, note } }),
    })),
  );
};

const hasSource = (evidence: Evidence): boolean => isReceived(evidence) || isAwaited(evidence);

const askDate = async (session: WalkSession, id: string): Promise<Outcome> => {
  const initial = findEntity(session.portfolio, 'evidence', id)?.date;
  const reply = await session.prompter.date({
    key: 'evidence.date',
    ...(initial !== undefined && { initial }),
  });
  return session.record(reply, (date) => changeEvidence(session, id, (evidence) => ({ ...evidence, date })));
};

const askOneOf = async (
  session: WalkSession,
  id: string,
  field: 'form' | 'madeBy' | 'confidentiality',
  values: readonly string[],
): Promise<Outcome> => {
  const initial = findEntity(session.portfolio, 'evidence', id)?.[field];
  const reply = await session.prompter.choose({
    key: `evidence.${field}`,
    choices: values.map((value) => ({ value })),
    ...(initial !== undefined && { initial }),
  });
  return keepChoice(session, id, field, reply);
};

const keepChoice = (
  session: WalkSession,
  id: string,
  field: 'kind' | 'form' | 'madeBy' | 'confidentiality',
  reply: Reply<string>,
): Promise<Outcome> =>
  session.record(reply, (value) =>
    changeEvidence(session, id, (evidence) => ({ ...evidence, [field]: value })),
  );
