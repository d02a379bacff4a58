import { findEntity, replaceEntity } from '../../domain/edits.ts';
import type { Evidence } from '../../domain/portfolio.ts';
import { AcquisError } from '../errors.ts';
import type { Outcome, WalkSession } from './session.ts';

export const changeEvidence = (
  session: WalkSession,
  id: string,
  edit: (evidence: Evidence) => Evidence,
): Promise<void> =>
  session.save((portfolio) => {
    const evidence = findEntity(portfolio, 'evidence', id);
    return evidence ? replaceEntity(portfolio, 'evidence', edit(evidence)) : portfolio;
  });

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
      await changeEvidence(session, id, (evidence) => ({ ...evidence, file, state: 'reçue' }));
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
      await changeEvidence(session, id, (evidence) => ({ ...evidence, url, state: 'reçue' }));
      return reply.leaving ?? 'next';
    }
    if (reply.leaving !== undefined) return reply.leaving;
    session.notice('bad-url');
  }
};
