import { finding, type Finding, type FindingCode } from '../findings.ts';
import type { FileState } from '../evidence-files.ts';
import type { Evidence } from '../portfolio.ts';
import type { Rule } from './context.ts';

const perEvidence =
  (inspect: (evidence: Evidence, file: FileState | undefined) => FindingCode | undefined): Rule =>
  ({ portfolio, files }) =>
    portfolio.evidence.flatMap((evidence): Finding[] => {
      const code = inspect(evidence, files.get(evidence.id));
      const { id, title } = evidence;
      return code === undefined
        ? []
        : [
            finding(code, `evidence.${id}`, {
              id,
              title,
              file: evidence.file?.path ?? '',
              from: evidence.askedFrom ?? '',
            }),
          ];
    });

const isReceived = (evidence: Evidence): boolean => evidence.file !== undefined || evidence.url !== undefined;

const FILE_FAULTS: Record<Exclude<FileState['state'], 'present'>, FindingCode> = {
  missing: 'evidence-missing',
  altered: 'evidence-altered',
  outside: 'evidence-outside',
  'not-a-file': 'evidence-not-a-file',
};

export const everyProofIsThereAndUnaltered = perEvidence((evidence, file) =>
  evidence.file === undefined || file?.state === 'present'
    ? undefined
    : FILE_FAULTS[file?.state ?? 'missing'],
);

/** Linked to no experience, no activity and no competence. */
export const noProofIsOrphan = perEvidence(({ experiences, activities, shows }) =>
  experiences.length + activities.length + shows.length === 0 ? 'evidence-orphan' : undefined,
);

export const everyProofIsDated = perEvidence((evidence) =>
  isReceived(evidence) && evidence.date === undefined && evidence.period === undefined
    ? 'evidence-undated'
    : undefined,
);

export const everyProofHasAKind = perEvidence(({ kind }) =>
  kind === undefined ? 'evidence-untyped' : undefined,
);

export const proofsAreAnonymisedBeforeTheyAreShown = perEvidence(({ confidentiality, publicFile }) =>
  confidentiality === 'à anonymiser' && publicFile === undefined ? 'evidence-to-anonymise' : undefined,
);

export const noWithheldProofIsCountedOn = perEvidence(({ confidentiality, shows }) =>
  confidentiality === 'à ne pas joindre' && shows.length > 0 ? 'evidence-withheld' : undefined,
);

export const everyProofSaysWhetherItMayBeShown = perEvidence((evidence) =>
  isReceived(evidence) && evidence.confidentiality === undefined
    ? 'evidence-confidentiality-unknown'
    : undefined,
);

export const everyProofAskedForHasArrived = perEvidence((evidence) =>
  isReceived(evidence) ? undefined : 'evidence-awaited',
);

export const everyProofSaysWhatItShows = perEvidence(({ shows }) =>
  shows.some(({ what }) => what === undefined) ? 'evidence-unexplained' : undefined,
);
