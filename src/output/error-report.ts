import type { Defect } from '../app/defects.ts';
import type { AcquisError } from '../app/errors.ts';
import type { Sentence } from '../catalogue/fr/sentence.ts';
import { words } from '../catalogue/index.ts';
import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';
import { jsonDocument } from './json-document.ts';

const describe = (defect: Defect): string =>
  words.defects[defect.code]({ found: defect.found ?? '', args: defect.args ?? {} });

/** `portfolio.yaml:12`, which terminals and editors open, then the field in French and as it is written. */
const placeOf = ({ file, line, path, args }: Defect): string => {
  const place = line === undefined ? file : `${file}:${line}`;
  if (path === '') return place;
  const name = words.fieldName({ path, ...(args && { args }) });
  return name === path ? `${place} · ${path}` : `${place} · ${name} (${path})`;
};

/** The defects of a file, a line each. */
export const defectLines = ({ details }: Pick<AcquisError, 'details'>): string[] =>
  details.map((defect) => [placeOf(defect), describe(defect)].filter((part) => part !== '').join(' : '));

/** A failure for people: the sentence, each defect with its place, the remedy. `sentence`: where a command has its own. */
export const sayError = (
  error: AcquisError,
  terminal: Terminal,
  sentence: Sentence = words.errors[error.code](error.args),
): void => {
  const { message, hint } = sentence;
  sayMessage(message, terminal);
  for (const defect of error.details) {
    const place = placeOf(defect);
    if (place !== '') terminal.say(fit(place, terminal, '    ', '  '));
    terminal.say(fit(describe(defect), terminal, '    '));
  }
  sayHint(hint, terminal);
};

/** A refusal that has no error of ours behind it (the command line's parser). */
export const saySentence = ({ message, hint }: Sentence, terminal: Terminal): void => {
  sayMessage(message, terminal);
  sayHint(hint, terminal);
};

/** What was done, in one line. */
export const sayLine = (text: string, terminal: Terminal): void => terminal.say(fit(text, terminal));

const fit = (text: string, terminal: Terminal, indent = '', first = indent): string =>
  wrap(safeText(text), terminal.sentenceWidth, indent, first);

const sayMessage = (message: string, terminal: Terminal): void =>
  terminal.say(terminal.style.people.red(fit(message, terminal, '  ', '✗ ')));

const sayHint = (hint: string, terminal: Terminal): void => terminal.say(fit(hint, terminal, '    ', '  → '));

/** Our own fault: the only case that shows a stack. */
export const sayBug = (error: unknown, version: string, terminal: Terminal): void => {
  terminal.say(terminal.style.people.red(words.program.bug(version)));
  terminal.say(safeText(error instanceof Error ? (error.stack ?? error.message) : String(error)));
};

/** The same failure for machines: the only thing on stdout. */
export const errorDocument = (error: AcquisError): string =>
  failureDocument(error.code, words.errors[error.code](error.args), saidDefects(error));

/** Defects with their sentence. */
export const saidDefects = ({ details }: Pick<AcquisError, 'details'>): AcquisError['details'] =>
  details.map((defect) => ({ ...defect, message: describe(defect) }));

export const failureDocument = (
  code: string,
  { message, hint }: Sentence,
  details: AcquisError['details'] = [],
): string =>
  jsonDocument({ version: 1, error: { code, message, hint, ...(details.length > 0 && { details }) } });
