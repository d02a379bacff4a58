import type { DocumentModel } from '../../domain/documents/document.ts';
import type { EvidenceFiles } from '../../domain/evidence/files.ts';
import { isBlocking, type Finding } from '../../domain/findings.ts';
import type { NameList } from '../../domain/privacy/name-list.ts';
import { textFindings } from '../../domain/privacy/text-findings.ts';
import type { Workspace } from '../ports/world.ts';
import type { ProofTexts } from '../ports/privacy.ts';
import { inspectProofs } from '../privacy/inspect-privacy.ts';

/**
 * What of people's own keeps documents from being handed in: in texts, and in the files of proofs that one of `models`
 * joins. Without `texts` no proof is read.
 */
export const personalDataIn = async (
  workspace: Workspace,
  models: readonly DocumentModel[],
  files: EvidenceFiles,
  names: NameList,
  texts: (() => Promise<ProofTexts>) | undefined,
): Promise<Finding[]> => {
  const joined = new Set(models.flatMap(({ annexes }) => annexes.map(({ id }) => id)));
  const { portfolio } = workspace;
  const evidence = portfolio.evidence.filter(({ id }) => joined.has(id));
  const inProofs =
    texts === undefined || evidence.length === 0
      ? []
      : await inspectProofs(
          { ...workspace, portfolio: { ...portfolio, evidence } },
          files,
          names,
          await texts(),
        );
  return [...textFindings(portfolio, names), ...inProofs].filter(isBlocking);
};
