/** What an archive can be refused for; the sentences are in the catalogue. */
export type ArchiveFaultCode =
  // a name
  | 'entry-parent'
  | 'entry-absolute'
  | 'entry-empty-part'
  | 'entry-device-name'
  | 'entry-trailing'
  | 'entry-sign'
  | 'entry-control'
  | 'entry-long'
  | 'entry-undecodable'
  | 'entry-twice'
  // what the entry is
  | 'entry-link'
  | 'entry-special'
  | 'entry-encrypted'
  | 'entry-method'
  // how the archive is written
  | 'entry-header'
  | 'entry-overlap'
  | 'entry-damaged'
  | 'entry-ratio'
  | 'archive-directory'
  | 'archive-bytes'
  | 'archive-entries'
  // the bag in it
  | 'bag-version'
  | 'bag-encoding'
  | 'bag-text'
  | 'bag-algorithm'
  | 'bag-no-manifest'
  | 'bag-line'
  | 'bag-outside'
  | 'bag-listed-twice'
  | 'bag-fetch'
  | 'bag-missing'
  | 'bag-unlisted'
  | 'bag-altered'
  | 'bag-oxum'
  | 'bag-no-portfolio';

/** One thing that is wrong, and the entry it is about. */
export interface ArchiveFault {
  readonly code: ArchiveFaultCode;
  readonly path: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** Bounds of an archive, counted while it is inflated; `ratio` from `ratioFrom` bytes on. */
export const ARCHIVE_LIMITS = {
  entries: 5_000,
  bytes: 500_000_000,
  ratio: 100,
  ratioFrom: 100_000,
} as const;
