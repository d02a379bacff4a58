import type { AnnexFile } from './annex-file.ts';
import type { CoverageDocument } from './coverage-document.ts';
import type { FeasibilityDocument } from './feasibility-document.ts';
import type { PlanDocument } from './plan-document.ts';
import type { PreparationSheet } from './sheets/preparation-sheet.ts';
import type { SoutenanceSlides, SpeakerSheet } from './sheets/soutenance.ts';
import { TOLD_CHAPTERS, type ToldDocument } from './told-document.ts';

/** Every view-model there is a folder of templates for, by its `kind`. */
export type DocumentModel =
  | ToldDocument
  | AnnexFile
  | PlanDocument
  | PreparationSheet
  | SoutenanceSlides
  | SpeakerSheet
  | CoverageDocument
  | FeasibilityDocument;

/** The documents that are planned first: outlines until they are written, then a jury's. */
const PLANNED: ReadonlySet<string> = new Set<PlanDocument['kind']>(['memoire', 'ecrit-reflexif']);

export const isTold = (model: DocumentModel): model is ToldDocument => model.kind in TOLD_CHAPTERS;
export const isPlanned = (model: DocumentModel): model is PlanDocument => PLANNED.has(model.kind);

/** A jury's document, or the outline of one: the others are never handed in. */
export const isForAJury = (model: DocumentModel): boolean => model.audience === 'jury' || isPlanned(model);

/** The name of its file, without extension: the same for everybody, so that scripts find it. */
export const fileNameOf = ({ kind, audience }: Pick<DocumentModel, 'kind' | 'audience'>): string =>
  audience === 'working' && PLANNED.has(kind) ? `${kind}-plan` : kind;
