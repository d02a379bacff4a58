/** A portfolio as the files that a PDF carries: those of a folder, so that whoever saves them side by side has one. */
import type { Attachment, SourceToCarry } from '../../app/ports/source.ts';
import { words } from '../../catalogue/index.ts';
import {
  hashedPart,
  listedProofs,
  MANIFEST_FILE,
  SOURCE_FORMAT,
  SOURCE_VERSION,
  SourceManifest,
} from '../../domain/documents/source/manifest.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import { requireReadable } from '../document-text.ts';
import { PORTFOLIO_FILE, SNAPSHOT_FILE } from '../../domain/folder-names.ts';
import { snapshotOf } from '../portfolio/snapshot.ts';
import { sha256 } from '../versions/versions.ts';
import { requireWritable } from '../portfolio/writable.ts';
import { freshText } from '../portfolio/write-portfolio.ts';

const TYPES: Readonly<Record<string, string>> = {
  yaml: 'application/yaml',
  json: 'application/json',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

interface File {
  readonly path: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

/** Carried without their metadata, pictures are other files than those of the folder: their hashes are taken anew. */
const withHashes = (portfolio: Portfolio, pictures: readonly File[]): Portfolio => ({
  ...portfolio,
  organisations: portfolio.organisations.map((organisation) => {
    const { organigramme } = organisation;
    const bytes = pictures.find(({ path }) => path === organigramme?.file)?.bytes;
    return organigramme === undefined || bytes === undefined
      ? organisation
      : { ...organisation, organigramme: { ...organigramme, sha256: sha256(bytes), bytes: bytes.length } };
  }),
});

/** The same document gives the same bytes: nothing in them comes from a clock, a place or chance. */
export const carrySource = ({
  shown,
  referential,
  model,
  blocks,
  date,
}: SourceToCarry): readonly Attachment[] => {
  const say = words.source.attachments;
  const snapshot = snapshotOf(referential);
  const pictures = shown.pictures.map(({ path, src }) => ({
    path,
    description: say.organigramme,
    bytes: Buffer.from(src.slice(src.indexOf(',') + 1), 'base64'),
  }));
  const portfolio = requireWritable(
    {
      ...withHashes(shown.portfolio, pictures),
      referential: { file: SNAPSHOT_FILE, sha256: snapshot.sha256 },
    },
    referential,
  );
  // An id that follows from what is shown tells one carried portfolio from another, and nothing of the folder.
  const text = freshText({ ...portfolio, id: `source-${sha256(freshText(portfolio)).slice(0, 24)}` });
  requireReadable(text, PORTFOLIO_FILE);
  const files: File[] = [
    { path: PORTFOLIO_FILE, description: say.portfolio, bytes: Buffer.from(text) },
    { path: SNAPSHOT_FILE, description: say.referential, bytes: Buffer.from(snapshot.text) },
    ...pictures,
  ];
  // Parsed, so that its keys stand in the order of the schema, as they will when it is read.
  const unsealed = SourceManifest.parse({
    format: SOURCE_FORMAT,
    version: SOURCE_VERSION,
    document: model.kind,
    blocks: [...blocks],
    annexes: ('bound' in model ? model.bound : undefined) ?? 'liste',
    date,
    files: files.map(({ path, bytes }) => ({ path, sha256: sha256(bytes), bytes: bytes.length })),
    proofs: listedProofs(shown.portfolio, model.annexes),
    sha256: '0'.repeat(64),
  } satisfies SourceManifest);
  const manifest = { ...unsealed, sha256: sha256(hashedPart(unsealed)) };
  const attach = ({ path, description, bytes }: File, relation: Attachment['relation']): Attachment => ({
    name: nameOf(path),
    type: TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    description,
    relation,
    date,
    bytes,
  });
  return [
    ...files.map((file) => attach(file, 'Source')),
    attach(
      {
        path: MANIFEST_FILE,
        description: say.manifest,
        bytes: Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`),
      },
      'Data',
    ),
  ];
};
