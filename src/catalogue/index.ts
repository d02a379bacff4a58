import { archive } from './fr/archive.ts';
import { batch } from './fr/batch.ts';
import { browser } from './fr/browser.ts';
import { check } from './fr/check.ts';
import { cohort } from './fr/cohort.ts';
import { completion } from './fr/completion.ts';
import { defects, fieldName } from './fr/defects.ts';
import { deposit } from './fr/deposit.ts';
import { doctor } from './fr/doctor.ts';
import { documents } from './fr/documents.ts';
import { editing } from './fr/editing.ts';
import { erasure } from './fr/erasure.ts';
import { errors } from './fr/errors.ts';
import { exporting } from './fr/export.ts';
import { entityLabel, fieldLabel } from './fr/fields.ts';
import { privacyReminders } from './fr/findings-privacy.ts';
import { findings } from './fr/findings.ts';
import { integrity } from './fr/integrity.ts';
import { portfolio } from './fr/portfolio.ts';
import { preview } from './fr/preview.ts';
import { program } from './fr/program.ts';
import { pseudonyms } from './fr/pseudonyms.ts';
import { prompts } from './fr/prompts.ts';
import { proofs } from './fr/proofs.ts';
import { questions } from './fr/questions.ts';
import { referential } from './fr/referential.ts';
import { review } from './fr/review.ts';
import { sample } from './fr/sample.ts';
import { source } from './fr/source.ts';
import { storage } from './fr/storage.ts';
import { templates } from './fr/templates.ts';
import { undo } from './fr/undo.ts';
import { walk } from './fr/walk.ts';
import { word } from './fr/word.ts';
import { worksheet } from './fr/worksheet.ts';

/**
 * Every word a user reads, in one typed place: adapters and `cli` take sentences from here, domain and use cases never
 * do. A second language is a second object of this type.
 */
export const words = {
  archive,
  batch,
  browser,
  check,
  cohort,
  completion,
  defects,
  deposit,
  doctor,
  documents,
  editing,
  erasure,
  errors,
  exporting,
  fieldName,
  entityLabel,
  fieldLabel,
  findings,
  integrity,
  portfolio,
  preview,
  privacy: privacyReminders,
  program,
  prompts,
  pseudonyms,
  proofs,
  questions,
  referential,
  review,
  sample,
  source,
  storage,
  templates,
  undo,
  walk,
  word,
  worksheet,
};
