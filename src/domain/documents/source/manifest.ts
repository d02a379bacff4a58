/** What a PDF says of the files it carries, and of the proofs it lists and does not carry. */
import { z } from 'zod';
import { Day } from '../../dates.ts';
import { WRITTEN_DOCUMENTS } from '../../document-settings.ts';
import { ANNEX_MODES } from '../annexes.ts';
import type { Annex } from '../model.ts';
import { EntityId, Text } from '../../field-types.ts';
import type { Portfolio } from '../../portfolio.ts';
import { shownFile } from '../../evidence/shown-file.ts';
import { staysInside } from '../../stored-path.ts';

export const SOURCE_FORMAT = 'acquis-source';
export const SOURCE_VERSION = 1;
/** Name of the manifest among the attachments. */
export const MANIFEST_FILE = 'manifeste.json';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Bytes = z.number().int().nonnegative();
const Path = Text.max(1000).refine(staysInside);

/** Nothing but these may be written where somebody else's PDF is taken back. */
const CARRIED =
  /^(?:portfolio\.yaml|referentiel\.json|preuves\/organigramme-[A-Za-z0-9_-]{1,40}\.(?:png|jpeg|webp))$/;

const CarriedEntry = z.strictObject({ path: z.string().regex(CARRIED), sha256: Sha256, bytes: Bytes });
const ListedProof = z.strictObject({
  id: EntityId,
  /** Its number in the document. */
  annex: z.number().int().positive(),
  title: Text,
  path: Path,
  /** Absent where the file was not there when the document was made. */
  sha256: Sha256.optional(),
  bytes: Bytes.optional(),
});
export type ListedProof = z.infer<typeof ListedProof>;

/** In this order: the hash of a manifest is taken over the rest of it, spelled as here. */
export const SourceManifest = z.strictObject({
  format: z.literal(SOURCE_FORMAT),
  version: z.literal(SOURCE_VERSION),
  document: z.enum(WRITTEN_DOCUMENTS),
  /** What the document was restricted to; empty means every block aimed at. */
  blocks: z.array(Text).max(500),
  /** Where the pages of its annexes are; where they were behind it, only their files bring them back. */
  annexes: z.enum(ANNEX_MODES),
  /** The day on its cover. */
  date: Day,
  files: z.array(CarriedEntry).min(2).max(500),
  proofs: z.array(ListedProof).max(20_000),
  /** Of the same text without this line, so that a manifest somebody changed is noticed. */
  sha256: Sha256,
});
export type SourceManifest = z.infer<typeof SourceManifest>;

/** The text that a manifest's own hash is taken of. */
export const hashedPart = ({ sha256: _own, ...rest }: SourceManifest): string => JSON.stringify(rest);

/** The proofs whose file may be shown, by number. */
export const listedProofs = (shown: Portfolio, annexes: readonly Annex[]): ListedProof[] =>
  annexes.flatMap(({ id, number, title }) => {
    const evidence = shown.evidence.find((each) => each.id === id);
    const file = evidence && shownFile(evidence);
    if (file === undefined) return [];
    const { path, sha256, bytes } = file;
    return [{ id, annex: number, title, path, sha256, bytes }];
  });
