/** What a PDF carries of the portfolio it was made from, on its way in and out. */
import type { Referential } from '../../domain/referential.ts';
import type { ListedProof, SourceManifest } from '../../domain/documents/source/manifest.ts';
import type { CarryingDocument, ShownPortfolio } from '../../domain/documents/source/shown-portfolio.ts';

/** A file inside a PDF (ISO 32000-2 §14.13, « associated file »). */
export interface Attachment {
  /** Plain ASCII. */
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  /** For whoever opens the list of attachments. */
  readonly description: string;
  readonly relation: 'Source' | 'Data';
  /** `YYYY-MM-DD`: the day of the document, since no clock may be told by its bytes. */
  readonly date: string;
  readonly bytes: Uint8Array;
}

export interface SourceToCarry {
  readonly shown: ShownPortfolio;
  readonly referential: Referential;
  readonly model: CarryingDocument;
  readonly blocks: readonly string[];
  readonly date: string;
}

/** What was found in a PDF, every hash looked at. */
export interface CarriedSource {
  readonly manifest: SourceManifest;
  /** By path in the folder to be; `portfolio.yaml` and `referentiel.json` are among them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface SourceReader {
  /**
   * Finds what a PDF carries, also in one that another program has written anew. Rejects with `pdf-without-source`,
   * `pdf-encrypted`, `pdf-source-altered`, `pdf-source-several`, `pdf-source-version`; `name` is how messages call the file.
   */
  read(pdf: Uint8Array, name: string): CarriedSource;
}

/** `unrecorded`: the file was not there when the document was made, so that nothing can be compared. */
export type ProofStanding = 'intact' | 'altered' | 'missing' | 'unrecorded';

export interface ProofVerdict extends ListedProof {
  readonly standing: ProofStanding;
}
