import { AcquisError } from './errors.ts';
import type { Diagnosis, DiagnosisCode, DoctorReport, Examination } from './ports/diagnosis.ts';

/** Runs every examination, one after the other: each measures time, and a failed one must not hide the next. */
export const diagnose = async (examinations: readonly Examination[]): Promise<DoctorReport> => {
  const diagnoses: Diagnosis[] = [];
  for (const examine of examinations) diagnoses.push(...(await examine()));
  return { diagnoses, failure: diagnoses.find(({ error }) => error !== undefined)?.error?.kind };
};

/** An examination of something that rejects with a failure of ours when it is not as it should be. */
export const examination =
  (code: DiagnosisCode, look: () => Promise<Diagnosis['args']>): Examination =>
  async () => {
    try {
      return [{ code, status: 'ok', args: await look() }];
    } catch (error) {
      if (error instanceof AcquisError) return [{ code, status: 'failed', args: {}, error }];
      throw error;
    }
  };
