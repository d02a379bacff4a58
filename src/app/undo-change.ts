import { compareContents } from '../domain/content-changes.ts';
import type { EvidenceFiles } from '../domain/evidence/files.ts';
import type { Portfolio } from '../domain/portfolio.ts';
import { stepTo, type Direction } from '../domain/undo-step.ts';
import { AcquisError } from './errors.ts';
import type { DatedText, ListedText, TextHistory, TextList, TextVersions, UndoPlan } from './ports/undo.ts';

export interface UndoRequest {
  readonly folder: string;
  /** A step, or the number of a text. */
  readonly to: Direction | number;
}

const lostIn = (portfolio: Portfolio, files: EvidenceFiles): string[] =>
  portfolio.evidence.filter(({ id, file }) => file && files.get(id)?.state !== 'present').map(({ id }) => id);

const targetOf = ({ kept, revision, position }: TextHistory, to: UndoRequest['to']): DatedText => {
  const digest = revision?.slice(0, 8);
  const count = typeof to === 'number' ? to : stepTo(kept, digest, position, to);
  const target = kept.find((text) => text.count === count);
  if (target !== undefined) return target;
  if (typeof to === 'number')
    throw new AcquisError('usage', 'unknown-version', { version: to, known: kept.length });
  throw new AcquisError('usage', to === 'back' ? 'nothing-to-undo' : 'nothing-to-redo');
};

/**
 * What going back (or forward again) would change; nothing is written. Rejects with `nothing-to-undo`, `nothing-to-redo`
 * and `unknown-version`.
 */
export const planUndo = async (versions: TextVersions, { folder, to }: UndoRequest): Promise<UndoPlan> => {
  const history = await versions.look(folder);
  const target = targetOf(history, to);
  const after = await versions.read(folder, target.count);
  const before = history.revision === undefined ? undefined : await versions.read(folder, undefined);
  return {
    folder,
    target,
    count: target.count,
    revision: history.revision,
    changes: before && after && compareContents(before, after),
    isTargetReadable: after !== undefined,
    lostProofs: after === undefined ? [] : lostIn(after, await versions.inspectEvidence(folder, after)),
  };
};

const readable = (versions: TextVersions, folder: string, count: number | undefined) =>
  versions.read(folder, count).catch((error: unknown) => {
    if (error instanceof AcquisError) return undefined;
    throw error;
  });

/** Every text that can be gone back to, with what each was changed by. */
export const listTexts = async (versions: TextVersions, folder: string): Promise<TextList> => {
  const { kept, revision, position } = await versions.look(folder);
  const texts: ListedText[] = [];
  // Two in memory at a time. What an undo brought back is no successor of the newest: that one stands as `top`.
  let next =
    revision === undefined || position !== undefined
      ? undefined
      : await readable(versions, folder, undefined);
  for (const text of kept.toReversed()) {
    const content = await readable(versions, folder, text.count);
    texts.push({ text, changes: content && next && compareContents(content, next) });
    if (text.stood) next = content;
  }
  return { texts, at: position?.at };
};
