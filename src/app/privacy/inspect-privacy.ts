/** What stands in texts and proofs that is somebody's own: found, placed, and said; nothing is changed. */
import { namesIn } from '../../domain/documents/pseudonyms.ts';
import { publicFileKey, type EvidenceFiles } from '../../domain/evidence/files.ts';
import { finding, type Finding } from '../../domain/findings.ts';
import type { Evidence, StoredFile } from '../../domain/portfolio.ts';
import { everyJoinedProofIsAgreedTo } from '../../domain/privacy/authorisation-rule.ts';
import type { NameList } from '../../domain/privacy/name-list.ts';
import { proofFindings, type ProofRole } from '../../domain/privacy/proof-findings.ts';
import { textFindings } from '../../domain/privacy/text-findings.ts';
import { shownFile } from '../../domain/evidence/shown-file.ts';
import type { PortfolioStore, Workspace } from '../ports/world.ts';
import type { ProofTexts } from '../ports/privacy.ts';

interface ToRead {
  readonly evidence: Evidence;
  readonly file: StoredFile;
  readonly role: ProofRole;
}

/**
 * The file that may be shown before any other; the original where it is still to be made. What is « à ne pas joindre » goes
 * nowhere and is not read.
 */
const fileToRead = (evidence: Evidence): ToRead | undefined => {
  const { file, publicFile, confidentiality } = evidence;
  const shown = shownFile(evidence);
  if (shown !== undefined) {
    const role = shown === publicFile && confidentiality !== 'publiable' ? 'redacted' : 'shown';
    return { evidence, file: shown, role };
  }
  return file === undefined || confidentiality === 'à ne pas joindre'
    ? undefined
    : { evidence, file, role: 'original' };
};

const isThere = ({ evidence, file }: ToRead, files: EvidenceFiles): boolean =>
  files.get(file === evidence.publicFile ? publicFileKey(evidence.id) : evidence.id)?.state === 'present';

const findingsOf = async (
  { evidence, file, role }: ToRead,
  { folder, portfolio }: Workspace,
  names: NameList,
  texts: ProofTexts,
): Promise<Finding[]> => {
  const read = await texts.readText(folder, file);
  const name = file.path.split(/[/\\]/u).at(-1) ?? file.path;
  if (read.kind === 'text')
    return proofFindings({ evidence, role, file: name, ...read, ...read.properties }, names, portfolio);
  // The check itself tells of a file that is not there or not the one that was recorded.
  return read.fault === 'missing' || read.fault === 'altered'
    ? []
    : [
        finding('privacy-unread', `evidence.${evidence.id}`, {
          id: evidence.id,
          title: evidence.title,
          file: name,
          role,
          reason: read.fault,
        }),
      ];
};

/** What each proof's text tells, in the order of the proofs. */
export const inspectProofs = async (
  workspace: Workspace,
  files: EvidenceFiles,
  names: NameList,
  texts: ProofTexts,
): Promise<Finding[]> => {
  const toRead = workspace.portfolio.evidence.flatMap((evidence) => fileToRead(evidence) ?? []);
  const found = await Promise.all(
    toRead.filter((one) => isThere(one, files)).map((one) => findingsOf(one, workspace, names, texts)),
  );
  return found.flat();
};

/** Everything that `check --privacy` says of a folder. */
export const inspectPrivacy = async (
  store: PortfolioStore,
  workspace: Workspace,
  files: EvidenceFiles,
  texts: ProofTexts,
): Promise<Finding[]> => {
  const { portfolio } = workspace;
  const names = namesIn(portfolio, await store.listedNames(workspace));
  return [
    ...textFindings(portfolio, names),
    ...(await inspectProofs(workspace, files, names, texts)),
    ...everyJoinedProofIsAgreedTo(portfolio),
  ];
};
