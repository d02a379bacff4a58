/** Reads proofs in child processes: a file made to harm a reader of images or PDF ends no more than its own process. */
import type { AnnexFault, AnnexReading } from '../app/ports/annexes.ts';
import type { ProofText, ProofTexts } from '../app/ports/privacy.ts';
import type { ProofReaders } from './messages.ts';
import { createProcessPool, type PoolOptions } from './process-pool.ts';
import type { Excess } from './reader-process.ts';

/** What asks for too much is too large to be printed; what brings its reader down is not what it says it is. */
const FAULTS: Readonly<Record<Excess, AnnexFault>> = {
  time: 'too-large',
  memory: 'too-large',
  crash: 'broken',
};

export const createProofWorkers = (options: PoolOptions): AnnexReading & ProofTexts => {
  const pool = createProcessPool(options);
  return {
    read: (folder, file, signal, fineness) =>
      pool.submit(
        { reader: 'pages' satisfies keyof ProofReaders, args: [folder, file, fineness] },
        (excess) => ({ kind: 'unfit', fault: FAULTS[excess] }),
        signal,
      ) as ReturnType<AnnexReading['read']>,
    readText: (folder, file) =>
      pool.submit(
        { reader: 'text' satisfies keyof ProofReaders, args: [folder, file] },
        (excess): ProofText => ({
          kind: 'unread',
          fault: FAULTS[excess] === 'broken' ? 'broken' : 'too-large',
        }),
      ) as ReturnType<ProofTexts['readText']>,
    close: () => pool.close(),
  };
};
