import type { AcquisError } from '../app/errors.ts';
import { words } from '../catalogue/index.ts';
import { defectLines } from './error-report.ts';
import { junitDocument } from './junit-xml.ts';
import { markdownText } from './markdown-text.ts';

/** A failure in the formats that a CI service reads. */
export const failureIn = {
  junit: (error: AcquisError): string => {
    const { message, hint } = words.errors[error.code](error.args);
    const found = { type: error.code, message: [message, ...defectLines(error)].join('\n'), hint };
    return junitDocument('acquis', [
      { name: 'acquis', cases: [{ name: message, classname: 'acquis', error: found }] },
    ]);
  },
  markdown: (error: AcquisError): string => {
    const { message, hint } = words.errors[error.code](error.args);
    return `${[
      `**${markdownText(message)}**\n`,
      ...defectLines(error).map((line) => `- ${markdownText(line)}`),
      `\n→ ${markdownText(hint)}`,
    ].join('\n')}\n`;
  },
};
