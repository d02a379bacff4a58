// Forked by the command, never typed: reads proofs for it (src/workers/proof-workers.ts).
import module from 'node:module';

module.enableCompileCache?.();
const { readProofs } = await import('../dist/read-proofs.js');
readProofs();
