import { finding, type Finding } from '../../domain/findings.ts';
import type { AnnexContent, AnnexReader } from '../ports/annexes.ts';
import type { JoinedAnnexes } from '../ports/batch.ts';
import type { ReadAnnex } from '../ports/export.ts';

/** The disk is read while what came from it is unpacked; more at once would only hold more in memory. */
const AT_ONCE = 2;

/** What may be shown of each, in their order. */
export const readAnnexes = async (
  reader: AnnexReader,
  { folder, list }: JoinedAnnexes,
  signal: AbortSignal | undefined,
): Promise<ReadAnnex[]> => {
  const contents = new Map<string, AnnexContent>();
  const waiting = list.values();
  const readOn = async (): Promise<void> => {
    for (const { id, file } of waiting) {
      signal?.throwIfAborted();
      contents.set(id, await reader.read(folder, file, signal));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readOn));
  return list.flatMap((annex) => {
    const content = contents.get(annex.id);
    return content ? [{ ...annex, content }] : [];
  });
};

/** What the candidate is told of annexes that are named without their pages; a file that is gone is told elsewhere. */
export const annexFaults = (annexes: readonly ReadAnnex[]): Finding[] =>
  annexes.flatMap(({ id, title, fileName, content }) =>
    content.kind !== 'unfit' || content.fault === 'missing' || content.fault === 'altered'
      ? []
      : [finding('annex-apart', `evidence.${id}`, { id, title, file: fileName, fault: content.fault })],
  );
