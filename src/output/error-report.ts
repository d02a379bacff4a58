import type { AcquisError } from '../app/errors.ts';
import type { Sentence } from '../catalogue/fr/errors.ts';
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

/** A refusal that has no error of ours behind it (the command line's parser). */
export const saySentence = ({ message, hint }: Sentence, terminal: Terminal): void => {
  terminal.say(terminal.style.people.red(safeText(`✗ ${message}`)));
  terminal.say(safeText(`  → ${hint}`));
};

/** Our own fault: the only case that shows a stack. */
export const sayBug = (error: unknown, version: string, terminal: Terminal): void => {
  terminal.say(terminal.style.people.red(words.program.bug(version)));
  terminal.say(safeText(error instanceof Error ? (error.stack ?? error.message) : String(error)));
};

/** The same failure for machines: the only thing on stdout. */
export const errorDocument = (error: AcquisError): string =>
  failureDocument(error.code, words.errors[error.code](error.args), error.details);

export const failureDocument = (
  code: string,
  { message, hint }: Sentence,
  details: AcquisError['details'] = [],
): string =>
  `${JSON.stringify({ version: 1, error: { code, message, hint, ...(details.length > 0 && { details }) } }, null, 2)}\n`;
