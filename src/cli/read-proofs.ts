/** What a process that reads proofs for a command is made of; `bin/read-proofs.js` starts it. */
import { readProof } from '../storage/evidence/proof-bytes.ts';
import type { ProofReaders } from '../workers/messages.ts';
import { serveReaders } from '../workers/serve-readers.ts';

export const readProofs = (): void => {
  const readers: ProofReaders = {
    pages: async (folder, file, fineness) => {
      const read = readProof(folder, file);
      if ('fault' in read) return { kind: 'unfit', fault: read.fault };
      const { readPages } = await import('../render/proofs/proof-pages.ts');
      return readPages(read.bytes, fineness, file.path);
    },
    text: async (folder, file) => (await import('./read-proof-text.ts')).readProofText(folder, file),
  };
  serveReaders(readers);
};
