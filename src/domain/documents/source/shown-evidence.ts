/** The proofs a document lists, reduced to what it says of them. */
import type { Annex } from '../model.ts';
import { isReceived, type Evidence, type StoredFile } from '../../portfolio.ts';
import { shownFile } from '../../evidence/shown-file.ts';
import { printedText } from './printed-text.ts';
import { EVIDENCE_FIELDS, FILE_FIELDS, keepShown } from './shown-fields.ts';
import { EVIDENCE_FOLDER } from '../../folder-names.ts';

/** By path, as the portfolio spells it. */
export type Hashes = ReadonlyMap<string, Required<Pick<StoredFile, 'sha256' | 'bytes'>>>;

export interface Linked {
  /** Ids of the activities that are carried. */
  readonly activities: ReadonlySet<string>;
  /** Ids under which experiences are carried, by the id they have in the folder. */
  readonly experiences: ReadonlyMap<string, string>;
  /** Of files that have none on record. */
  readonly hashes: Hashes;
}

/** Gives each file a path by the name the document prints (the folders it lies in are nobody's business); two files of one name lie in folders named after their proofs. */
const createPlaces = (): ((evidence: Evidence, file: StoredFile, name: string) => string) => {
  const taken = new Map<string, string>();
  return ({ id }, { path }, name) => {
    const plain = `${EVIDENCE_FOLDER}/${name}`;
    if ((taken.get(plain) ?? path) !== path) return `${EVIDENCE_FOLDER}/${id}/${name}`;
    taken.set(plain, path);
    return plain;
  };
};

/**
 * In the order of the portfolio, which numbers them. A proof whose file may not be shown keeps a path that names nothing: it
 * was received, and whoever could guess its content must not find the guess confirmed by a hash.
 */
export const shownEvidence = (
  all: readonly Evidence[],
  annexes: readonly Annex[],
  { activities, experiences, hashes }: Linked,
): Evidence[] => {
  const listed = new Map(annexes.map((annex) => [annex.id, annex]));
  const placeOf = createPlaces();
  return all.flatMap((evidence) => {
    const annex = listed.get(evidence.id);
    if (annex === undefined) return [];
    const shown = shownFile(evidence);
    const file = shown && {
      ...hashes.get(shown.path),
      ...keepShown(shown, FILE_FIELDS),
      path: placeOf(evidence, shown, annex.fileName ?? evidence.id),
    };
    const isPublic = evidence.confidentiality === 'publiable';
    const note = annex.versionNote;
    const hidden = !file && annex.url === undefined && isReceivedSomehow(evidence);
    return [
      {
        ...keepShown(evidence, EVIDENCE_FIELDS),
        ...(file &&
          (isPublic && note === undefined
            ? { file }
            : { publicFile: { ...file, ...(note !== undefined && { note }) } })),
        ...(hidden && { file: { path: `${EVIDENCE_FOLDER}/${evidence.id}` } }),
        ...(annex.url !== undefined && { url: annex.url }),
        ...((isPublic || annex.redacted) && { confidentiality: evidence.confidentiality }),
        experiences: evidence.experiences.flatMap((id) => experiences.get(id) ?? []),
        activities: evidence.activities.filter((id) => activities.has(id)),
        shows: annex.shows.map(({ id, what }) => ({
          competence: id,
          ...(what !== undefined && { what: printedText(what) }),
        })),
      } as Evidence,
    ];
  });
};

const isReceivedSomehow = (evidence: Evidence): boolean =>
  isReceived(evidence) || evidence.publicFile !== undefined;
