/** What can be wrong inside one file, each defect at its place; the sentences live in the catalogue. */
import type { ArchiveFaultCode } from '../domain/bag/faults.ts';

export type DefectCode =
  // the file as a whole
  | 'too-large'
  | 'utf16'
  | 'nul'
  | 'not-utf8'
  | 'too-deep'
  | 'too-many'
  | 'empty-file'
  | 'foreign'
  | 'not-a-review'
  | 'snapshot-missing'
  | 'snapshot-altered'
  | 'snapshot-unreadable'
  | 'snapshot-other'
  | 'old-line-ends'
  // a manifest
  | 'csv-too-large'
  | 'csv-syntax'
  | 'csv-header'
  | 'csv-extra'
  // an archive, and what goes into one
  | ArchiveFaultCode
  | 'pack-proof'
  // a template of one's own
  | TemplateDefectCode
  // how it is written
  | 'yaml-syntax'
  | 'yaml-alias'
  | 'yaml-anchor'
  | 'yaml-tag'
  | 'yaml-key'
  | 'forbidden-key'
  | 'duplicate-key'
  // one field
  | 'missing'
  | 'wrong-type'
  | 'unknown-key'
  | 'bad-choice'
  | 'empty'
  | 'id'
  | 'sha256'
  | 'count'
  | 'date'
  | 'day'
  | 'period-order'
  | 'url'
  | 'path'
  | 'reserved-path'
  | 'minutes'
  | 'snapshot-path'
  | 'invalid'
  // between entries
  | 'unknown-reference'
  | 'duplicate-id'
  | 'duplicate'
  | 'unknown-block'
  | 'unknown-competence';

export type TemplateDefectCode =
  | 'template-many'
  | 'template-large'
  | 'template-not-plain'
  | 'template-stray'
  | 'template-deep'
  | 'template-syntax'
  | 'template-unclosed'
  | 'template-head'
  // what it names
  | 'template-field'
  | 'template-field-here'
  | 'template-helper'
  | 'template-argument'
  | 'template-partial'
  | 'template-image'
  | 'template-image-name'
  | 'template-image-kind'
  // what it may not do
  | 'template-raw'
  | 'template-inline'
  | 'template-dynamic'
  | 'template-place'
  | 'template-forbidden'
  | 'template-network'
  | 'template-alt'
  // while it runs
  | 'template-recursion'
  | 'template-slow'
  | 'template-output';

/** One defect of a hand-edited file: where, what was found, which rule it breaks. */
export interface Defect {
  readonly file: string;
  /** 1-based; absent where the file has no such place (a missing field). */
  readonly line?: number;
  /** Dotted path of the field: `evidence[3].date`. */
  readonly path: string;
  readonly code: DefectCode;
  readonly found?: string;
  readonly args?: Readonly<Record<string, string | number>>;
}
