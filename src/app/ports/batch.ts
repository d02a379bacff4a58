/** What a run over many folders needs from the world. */
import type { Coverage } from '../../domain/coverage.ts';
import type { JoinedAnnex } from '../../domain/documents/annexes.ts';
import type { LengthPlan } from '../../domain/documents/page-budget.ts';
import type { satInPerson } from '../../domain/documents/assessment-list.ts';
import type { DocumentModel } from '../../domain/documents/document.ts';
import type { DocumentId } from '../../domain/documents/registry.ts';
import type { Finding } from '../../domain/findings.ts';
import type { Permission } from '../../domain/referential/registration.ts';
import type { CheckOptions } from '../check-portfolio.ts';
import type { PrintableDocument } from './document-printer.ts';
import type { ExportFormat, ExportRequest } from '../export-request.ts';
import type { ExportCache } from './cache.ts';
import type { ReadRow, RowOptions } from './cohort.ts';
import type { DocumentPlace } from './export.ts';

/** `privacy`: texts and proofs are read too, in the process that reads the folder. */
export interface FolderCheckOptions extends Omit<CheckOptions, 'privacy'> {
  readonly privacy?: boolean;
}

/** What is left of a check when only its outcome travels between processes. */
export interface CheckedFolder {
  readonly certification: string;
  readonly passed: boolean;
  readonly summary: Coverage['summary'];
  readonly findings: readonly Finding[];
}

/** What is known of the folder before a document is made. */
export type ExportNotice =
  | { readonly code: 'registration'; readonly permission: Permission; readonly eligible: string | undefined }
  | { readonly code: 'evidence'; readonly finding: Finding }
  /** Names of files, without extension, that carry no source though it was asked for. */
  | { readonly code: 'without-source'; readonly documents: readonly string[] }
  | { readonly code: 'not-handed-in'; readonly documents: readonly DocumentModel['kind'][] }
  | {
      readonly code: 'in-person';
      readonly lines: ReturnType<typeof satInPerson>;
      readonly from: 'fiche' | 'certifier';
    }
  | { readonly code: 'uncalled'; readonly document: DocumentId; readonly certification: string };

/** A document in words: ready to be written (HTML, Word, Markdown), or what the printer makes a PDF of. */
export interface PreparedDocument {
  readonly kind: DocumentModel['kind'];
  readonly audience: DocumentModel['audience'];
  readonly place: DocumentPlace;
  readonly format: ExportFormat;
  readonly content: string | Uint8Array | PrintableDocument;
  /** What to measure once it is printed; undefined where nobody asks how long it is. */
  readonly length: LengthPlan | undefined;
  /** On paper, the annexes whose pages it holds, or which the file behind it holds. */
  readonly annexes?: JoinedAnnexes | undefined;
}

export interface JoinedAnnexes {
  /** The portfolio's. */
  readonly folder: string;
  readonly list: readonly JoinedAnnex[];
  /** In this document, or in the one of kind `dossier-validation-annexes` that is made right behind it. */
  readonly place: 'here' | 'next';
}

export interface PreparedFolder {
  /** What the folder itself says: a manifest may ask for another one, and that folder then fails. */
  readonly certification: string;
  /** Files of the folder that the portfolio names, as it spells them. */
  readonly namedFiles: readonly string[];
  readonly notices: readonly ExportNotice[];
  /** What keeps the documents from being handed in, where that was asked; then there are none. */
  readonly refusals: readonly Finding[];
  readonly documents: readonly PreparedDocument[];
}

/**
 * Reads and judges folders in processes of their own, several at a time, so that a folder made to harm can hurt itself
 * alone. Each call rejects with what the folder is refused for, or with `folder-limit` once it took too much time or
 * memory, or brought its process down.
 */
export interface FolderWorkers extends ExportCache {
  check(folder: string, options: FolderCheckOptions): Promise<CheckedFolder>;
  prepare(request: ExportRequest): Promise<PreparedFolder>;
  /** What a board over many folders shows of one. */
  readRow(folder: string, options: RowOptions): Promise<ReadRow>;
  close(): Promise<void>;
}
