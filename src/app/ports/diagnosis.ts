import type { AcquisError, ErrorArgs, FailureKind } from '../errors.ts';

export type DiagnosisCode =
  | 'node'
  | 'platform'
  | 'browser'
  | 'sandbox'
  | 'print'
  | 'fonts'
  | 'folder'
  | 'cache'
  | 'terminal'
  | 'editor'
  | 'portfolio';

/** One thing looked at in the surroundings: what was found, as data, or the failure it ended in. */
export interface Diagnosis {
  readonly code: DiagnosisCode;
  readonly status: 'ok' | 'warning' | 'failed';
  readonly args: ErrorArgs;
  readonly error?: AcquisError;
}

/** Looks at one part of the surroundings; it reports failures instead of throwing them. */
export type Examination = () => Promise<readonly Diagnosis[]>;

export interface DoctorReport {
  readonly diagnoses: readonly Diagnosis[];
  /** Kind of the first failure; undefined when everything needed is there. */
  readonly failure: FailureKind | undefined;
}
