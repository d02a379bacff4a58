import type { Diagnosis, DoctorReport } from '../app/ports/diagnosis.ts';
import { words } from '../catalogue/index.ts';
import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';
import { jsonDocument } from './json-document.ts';

const SIGNS = { ok: '✓', warning: '!', failed: '✗' } as const;

const sentenceOf = ({ code, args, error }: Diagnosis): { message: string; hint?: string } =>
  error ? words.errors[error.code](error.args) : { message: words.doctor.found[code](args) };

/** One line per thing looked at: a sign and a word, never colour alone. */
export const doctorText = ({ diagnoses, failure }: DoctorReport, { style }: Terminal): string => {
  const paint = { ok: style.data.green, warning: style.data.yellow, failed: style.data.red };
  const lines = diagnoses.flatMap((diagnosis) => {
    const { message, hint } = sentenceOf(diagnosis);
    const label = words.doctor.labels[diagnosis.code].padEnd(17);
    return [
      `${paint[diagnosis.status](SIGNS[diagnosis.status])} ${label} ${safeText(message)}`,
      ...(hint === undefined ? [] : [`  → ${safeText(hint)}`]),
    ];
  });
  const end = failure === undefined ? words.doctor.allWell : words.doctor.someMissing;
  return `${style.data.bold(words.doctor.title)}\n${lines.join('\n')}\n\n${end}\n`;
};

export const doctorDocument = ({ diagnoses, failure }: DoctorReport): string =>
  jsonDocument({
    version: 1,
    ready: failure === undefined,
    diagnoses: diagnoses.map((diagnosis) => ({
      code: diagnosis.code,
      status: diagnosis.status,
      args: diagnosis.error?.args ?? diagnosis.args,
      ...(diagnosis.error && { error: diagnosis.error.code }),
      ...sentenceOf(diagnosis),
    })),
  });
