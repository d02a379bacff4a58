/** Which files of a folder travel in an archive. */
import { type EvidenceFiles, type FileState, storedFilesOf } from '../evidence/files.ts';
import type { Evidence, Portfolio, StoredFile } from '../portfolio.ts';
import { shownFile } from '../evidence/shown-file.ts';
import { ARCHIVE_LIMITS, type ArchiveFault } from './faults.ts';
import { collisionsAmong, faultOfPath } from './bag-path.ts';

/** What stays at home unless it is asked for by name. */
export const PACK_EXTRAS = ['notes', 'pseudonymes', 'versions', 'exports', 'preuves-privees'] as const;
export type PackExtra = (typeof PACK_EXTRAS)[number];

export interface PackChoice {
  readonly extras: ReadonlySet<PackExtra>;
  /** Proofs to leave out, by id, or every one. */
  readonly without: ReadonlySet<string> | 'all';
}

/** One file of a proof; a path that several proofs name stands once. */
export interface PackedProof {
  readonly id: string;
  readonly path: string;
  readonly sha256: string | undefined;
  /** « À anonymiser » or « à ne pas joindre », and here because somebody asked for it. */
  readonly isPrivate: boolean;
}

export interface LeftOutProof extends Omit<PackedProof, 'isPrivate'> {
  /** `private`: nobody may show it; `asked`: the command said so. */
  readonly reason: 'private' | 'asked';
}

export interface PackContents {
  readonly proofs: readonly PackedProof[];
  readonly leftOut: readonly LeftOutProof[];
  /** Proofs that were to travel and are not what was recorded. */
  readonly broken: readonly {
    readonly id: string;
    readonly path: string;
    readonly state: FileState['state'];
  }[];
}

interface Candidate {
  readonly id: string;
  readonly file: StoredFile;
  readonly key: string;
  readonly isPrivate: boolean;
}

/** What must not be joined: all of a proof, or its original where a version to be shown stands for it. */
const filesOf = (evidence: Evidence): Candidate[] => {
  const { id, publicFile, confidentiality } = evidence;
  const isPrivate = confidentiality === 'à anonymiser' || confidentiality === 'à ne pas joindre';
  return storedFilesOf(evidence).map(({ key, file }) => ({
    id,
    file,
    key,
    isPrivate: isPrivate && (key === id || shownFile(evidence) !== publicFile),
  }));
};

const named = ({ id, file }: Candidate) => ({ id, path: file.path, sha256: file.sha256 });

const distinct = <T extends { readonly path: string }>(list: readonly T[]): T[] =>
  [...new Map(list.toReversed().map((one) => [one.path, one] as const)).values()].toReversed();

/** `files` says what the disk has of each proof. A file that one proof keeps private stays out for all that name it. */
export const choosePackContents = (
  portfolio: Portfolio,
  files: EvidenceFiles,
  { extras, without }: PackChoice,
): PackContents => {
  const candidates = portfolio.evidence.flatMap(filesOf);
  const isAskedOut = ({ id }: Candidate): boolean => without === 'all' || without.has(id);
  const isKept = ({ isPrivate }: Candidate): boolean => isPrivate && !extras.has('preuves-privees');
  const home = new Set(candidates.filter(isKept).map(({ file }) => file.path));
  const stays = (candidate: Candidate): LeftOutProof['reason'] | undefined =>
    isAskedOut(candidate) ? 'asked' : home.has(candidate.file.path) ? 'private' : undefined;
  const going = candidates.filter((candidate) => stays(candidate) === undefined);
  const goingPaths = new Set(going.map(({ file }) => file.path));
  return {
    proofs: distinct(going.map((one) => ({ ...named(one), isPrivate: one.isPrivate }))),
    leftOut: distinct(
      candidates.flatMap((one) => {
        const reason = stays(one);
        return reason === undefined || goingPaths.has(one.file.path) ? [] : [{ ...named(one), reason }];
      }),
    ),
    broken: going.flatMap(({ id, key, file }) => {
      const state = files.get(key)?.state ?? 'missing';
      return state === 'present' ? [] : [{ id, path: file.path, state }];
    }),
  };
};

/** What `restore` would refuse is not packed: names that some system cannot write or tell apart, and too many of them. */
export const faultsOfPacking = (paths: readonly string[]): ArchiveFault[] => [
  ...paths.flatMap((path) => {
    const code = faultOfPath(path);
    return code === undefined ? [] : [{ code, path }];
  }),
  ...collisionsAmong(paths),
  ...(paths.length > ARCHIVE_LIMITS.entries - 10
    ? [
        {
          code: 'archive-entries' as const,
          path: '',
          args: { entries: paths.length, limit: ARCHIVE_LIMITS.entries },
        },
      ]
    : []),
];
