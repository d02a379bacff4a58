import { shownFile } from '../domain/evidence/shown-file.ts';
import type { ListedProof, SourceManifest } from '../domain/documents/source/manifest.ts';
import type { PortfolioStore } from './ports/world.ts';
import type { ProofStanding, ProofVerdict } from './ports/source.ts';

/**
 * Looks in a folder for the files that a document lists: a file is the listed one by its hash, wherever it lies and
 * whatever the folder calls it now. Rejects with whatever the folder is refused for.
 */
export const verifyProofs = async (
  store: Pick<PortfolioStore, 'open' | 'hashProofs'>,
  { proofs }: SourceManifest,
  folder: string,
): Promise<readonly ProofVerdict[]> => {
  const workspace = await store.open(folder);
  const shown = new Map(
    workspace.portfolio.evidence.flatMap((evidence) => {
      const file = shownFile(evidence);
      return file === undefined ? [] : [[evidence.id, file.path] as const];
    }),
  );
  const hashes = await store.hashProofs(workspace, [...shown.values(), ...proofs.map(({ path }) => path)]);
  const known = new Set([...hashes.values()].map(({ sha256 }) => sha256));
  const standingOf = ({ id, path, sha256 }: ListedProof): ProofStanding => {
    if (sha256 === undefined) return 'unrecorded';
    if (known.has(sha256)) return 'intact';
    return hashes.has(shown.get(id) ?? path) || hashes.has(path) ? 'altered' : 'missing';
  };
  return proofs.map((proof) => ({ ...proof, standing: standingOf(proof) }));
};
