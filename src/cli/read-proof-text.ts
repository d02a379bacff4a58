import type { ProofTexts } from '../app/ports/privacy.ts';
import { readProof } from '../storage/evidence/proof-bytes.ts';

/** The text of one proof, read in the process that asks: one of ours that may die of it. */
export const readProofText: ProofTexts['readText'] = async (folder, file) => {
  const read = readProof(folder, file);
  if ('fault' in read) return { kind: 'unread', fault: read.fault };
  const { readText } = await import('../render/proof-text/read-text.ts');
  return readText(read.bytes);
};
