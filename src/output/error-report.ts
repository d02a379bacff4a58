import type { AcquisError } from '../app/errors.ts';
import { words } from '../catalogue/index.ts';
import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';

/** A failure for people: the sentence, each defect on its line, the remedy. */
export const sayError = (error: AcquisError, terminal: Terminal): void => {
  const { message, hint } = words.errors[error.code](error.args);
  terminal.say(terminal.style.people.red(safeText(`✗ ${message}`)));
  for (const defect of error.details) {
    const place = [defect.file, defect.line].filter((part) => part !== undefined).join(':');
    terminal.say(
      safeText(
        `  ${place} ${defect.path} : ${defect.code}${defect.found === undefined ? '' : ` « ${defect.found} »`}`,
      ),
    );
  }
  terminal.say(safeText(`  → ${hint}`));
};

/** The same failure for machines: the only thing on stdout. */
export const errorDocument = (error: AcquisError): string => {
  const { message, hint } = words.errors[error.code](error.args);
  return `${JSON.stringify({ version: 1, error: { code: error.code, message, hint, ...(error.details.length > 0 && { details: error.details }) } }, null, 2)}\n`;
};
