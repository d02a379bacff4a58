import type { CoverageDocument } from './coverage-document.ts';
import type { PlanDocument } from './plan-document.ts';
import type { PreparationSheet } from './sheets/preparation-sheet.ts';
import type { SoutenanceSlides, SpeakerSheet } from './sheets/soutenance.ts';
import type { ToldDocument } from './told-document.ts';

/** Every view-model there is a folder of templates for, by its `kind`. */
export type DocumentModel = ToldDocument | PlanDocument | PreparationSheet | SoutenanceSlides | SpeakerSheet | CoverageDocument;

/** The documents that are planned first: outlines until they are written, then a jury's. */
const PLANNED: ReadonlySet<string> = new Set<PlanDocument['kind']>(['memoire', 'ecrit-reflexif']);

/** The name of its file, without extension: the same for everybody, so that scripts find it. */
export const fileNameOf = ({ kind, audience }: Pick<DocumentModel, 'kind' | 'audience'>): string =>
  audience === 'working' && PLANNED.has(kind) ? `${kind}-plan` : kind;
