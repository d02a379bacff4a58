import { finding, type Finding, type FindingCode } from '../findings.ts';
import { type EvidenceFiles, type FileState, storedFilesOf } from '../evidence/files.ts';
import { awaitedProofs } from '../evidence/awaited.ts';
import { isReceived, type Evidence, type Portfolio } from '../portfolio.ts';
import { shownFile, shownFileKey } from '../evidence/shown-file.ts';
import type { Rule } from './context.ts';

const about = (code: FindingCode, { id, title, file, askedFrom }: Evidence, path = file?.path): Finding =>
  finding(code, `evidence.${id}`, { id, title, file: path ?? '', from: askedFrom ?? '' });

const perEvidence =
  (inspect: (evidence: Evidence) => FindingCode | undefined): Rule =>
  ({ portfolio }) =>
    portfolio.evidence.flatMap((evidence) => {
      const code = inspect(evidence);
      return code === undefined ? [] : [about(code, evidence)];
    });

const FILE_FAULTS: Record<Exclude<FileState['state'], 'present'>, FindingCode> = {
  missing: 'evidence-missing',
  altered: 'evidence-altered',
  outside: 'evidence-outside',
  'not-a-file': 'evidence-not-a-file',
};

/** What is wrong with the files of proofs: the proof itself and the version that may be shown. */
export const evidenceFaults = (portfolio: Portfolio, files: EvidenceFiles): Finding[] =>
  portfolio.evidence.flatMap((evidence) =>
    storedFilesOf(evidence).flatMap(({ key, file }) => {
      const state = files.get(key)?.state ?? 'missing';
      return state === 'present' ? [] : [about(FILE_FAULTS[state], evidence, file.path)];
    }),
  );

export const everyProofIsThereAndUnaltered: Rule = ({ portfolio, files }) => evidenceFaults(portfolio, files);

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

/** « À anonymiser », and no version is there that may be shown. */
export const isUnshowable = (evidence: Evidence, files: EvidenceFiles): boolean =>
  evidence.confidentiality === 'à anonymiser' &&
  (shownFile(evidence) === undefined || files.get(shownFileKey(evidence))?.state !== 'present');

export const proofsAreAnonymisedBeforeTheyAreShown: Rule = ({ portfolio, files }) =>
  portfolio.evidence
    .filter((evidence) => isUnshowable(evidence, files))
    .map((evidence) => about('evidence-to-anonymise', evidence));

export const noWithheldProofIsCountedOn = perEvidence(({ confidentiality, shows }) =>
  confidentiality === 'à ne pas joindre' && shows.length > 0 ? 'evidence-withheld' : undefined,
);

export const everyProofSaysWhetherItMayBeShown = perEvidence((evidence) =>
  isReceived(evidence) && evidence.confidentiality === undefined
    ? 'evidence-confidentiality-unknown'
    : undefined,
);

export const everyProofAskedForHasArrived: Rule = ({ portfolio, today }) => {
  const awaited = new Map(awaitedProofs(portfolio, today).map((one) => [one.id, one]));
  return portfolio.evidence
    .filter((evidence) => !isReceived(evidence))
    .map((evidence) => {
      const { code, path, args } = about('evidence-awaited', evidence);
      const { days = '', promisedFor = '', late = '' } = awaited.get(evidence.id) ?? {};
      return finding(code, path, { ...args, state: evidence.state ?? '', days, promisedFor, late });
    });
};

export const everyProofSaysWhatItShows = perEvidence(({ shows }) =>
  shows.some(({ what }) => what === undefined) ? 'evidence-unexplained' : undefined,
);
