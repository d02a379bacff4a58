import type { Evidence, Portfolio, StoredFile } from '../domain/portfolio.ts';
import type { PortfolioStore, Workspace } from './ports/world.ts';

type Hashes = Awaited<ReturnType<PortfolioStore['hashProofs']>>;

/** Both files of a proof whose original may not be shown, where one was written down by hand without its hash. */
const untold = ({ confidentiality, file, publicFile }: Evidence): readonly StoredFile[] =>
  confidentiality !== 'publiable' && file && publicFile && !(file.sha256 && publicFile.sha256)
    ? [file, publicFile]
    : [];

const hashed = <File extends StoredFile>(file: File, hashes: Hashes): File => ({
  ...hashes.get(file.path),
  ...file,
});

/**
 * The portfolio in which each redacted version can be told from its original (`shownFile`): without a recorded hash, a copy
 * of the original under another name would pass for what may be shown.
 */
export const withTellingHashes = async (
  store: Pick<PortfolioStore, 'hashProofs'>,
  workspace: Workspace,
): Promise<Portfolio> => {
  const { portfolio } = workspace;
  const files = portfolio.evidence.flatMap(untold);
  if (files.length === 0) return portfolio;
  const hashes = await store.hashProofs(workspace, files.map(({ path }) => path)); // prettier-ignore
  return {
    ...portfolio,
    evidence: portfolio.evidence.map((evidence) =>
      untold(evidence).length === 0
        ? evidence
        : {
            ...evidence,
            ...(evidence.file && { file: hashed(evidence.file, hashes) }),
            ...(evidence.publicFile && { publicFile: hashed(evidence.publicFile, hashes) }),
          },
    ),
  };
};
