import { findEntity, replaceEntity } from '../../domain/edits.ts';
import type { Evidence } from '../../domain/portfolio.ts';
import { settleEvidence } from '../../domain/evidence/settle-evidence.ts';
import { AcquisError } from '../errors.ts';
import { findingsOfProof } from '../proof-findings.ts';
import type { Outcome, WalkSession } from './session.ts';

export const changeEvidence = (
  session: WalkSession,
  id: string,
  edit: (evidence: Evidence) => Evidence,
): Promise<void> =>
  session.save((portfolio) => {
    const evidence = findEntity(portfolio, 'evidence', id);
    if (evidence === undefined) return portfolio;
    return replaceEntity(
      portfolio,
      'evidence',
      settleEvidence(evidence, edit(evidence), session.tools.today),
    );
  });

/** A file or an address; skipped, the proof stays noted without one. */
export const askSource = async (session: WalkSession, id: string): Promise<Outcome> => {
  for (;;) {
    const known = findEntity(session.portfolio, 'evidence', id);
    const reply = await session.prompter.choose({
      key: 'evidence.source',
      choices: [{ value: 'file' }, { value: 'url' }],
      ...(known?.url !== undefined && { initial: 'url' }),
    });
    if (reply.kind !== 'answer') return reply.kind === 'skip' ? 'next' : reply.kind;
    const outcome = reply.value === 'url' ? await askUrl(session, id) : await askFile(session, id);
    if (outcome !== 'back') return outcome;
  }
};

/** Copies the file that is named into the folder, as the proof itself or as the version of it that may be shown. */
export const askFile = async (
  session: WalkSession,
  id: string,
  field: 'file' | 'publicFile' = 'file',
): Promise<Outcome> => {
  for (;;) {
    const reply = await session.prompter.path({
      key: field === 'file' ? 'evidence.file' : 'evidence.public-file',
    });
    if (reply.kind !== 'answer') return reply.kind === 'skip' ? 'next' : reply.kind;
    try {
      const file = await session.tools.store.importEvidence(session.workspace, reply.value, id);
      await changeEvidence(session, id, (evidence) =>
        field === 'file' ? { ...evidence, file, state: 'reçue' } : { ...evidence, publicFile: file },
      );
      session.notice('file-copied', { file: file.path });
      await sayFindings(session, id, field === 'file' ? '--file' : '--public-file');
      return reply.leaving ?? 'next';
    } catch (error) {
      if (!(error instanceof AcquisError) || RETHROWN.has(error.code)) throw error;
      session.tools.display.show({ kind: 'failure', error });
      if (reply.leaving !== undefined) return reply.leaving;
    }
  }
};

/** What the bytes tell is said while the person still has the file at hand; it keeps nobody from going on. */
const sayFindings = async (session: WalkSession, id: string, option: string): Promise<void> => {
  const { store, display, today } = session.tools;
  for (const finding of await findingsOfProof(store, session.workspace, id, today))
    if (finding.args['option'] === option) display.show({ kind: 'finding', finding });
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
