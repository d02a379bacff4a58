import type { ItemStatus } from '../../domain/batch/item-status.ts';
import type { ItemError, ItemOutcome, PassedOver } from '../../app/ports/batch-run.ts';
import { words } from '../../catalogue/index.ts';
import { countOf, sentenceOf } from './words.ts';
import { defectLines, sayLine } from '../error-report.ts';
import { safeText } from '../safe-text.ts';
import type { Terminal } from '../terminal.ts';
import { wrap } from '../wrap.ts';

/** More are not read; the report has them all. */
const MOST_FAILURES = 50;
const MOST_DEFECTS = 5;
const MOST_NAMES = 3;

/** What is gathered during a run, as many as are said at its end. */
export interface FailureList {
  add(outcome: ItemOutcome): void;
  say(terminal: Terminal): void;
}

/** Each with its sentence, what is wrong in the file, and the remedy. */
export const listFailures = (): FailureList => {
  const kept: { readonly folder: string; readonly error: ItemError }[] = [];
  let count = 0;
  return {
    add: ({ folder, error }) => {
      if (error === null) return;
      if (count++ < MOST_FAILURES) kept.push({ folder, error });
    },
    say: (terminal) => {
      const put = (text: string, indent: string, first = indent): void =>
        terminal.say(wrap(safeText(text), terminal.sentenceWidth, indent, first));
      for (const { folder, error } of kept) {
        const { message, hint } = sentenceOf(error);
        const defects = defectLines(error);
        terminal.say('');
        put(folder, '  ', '✗ ');
        put(message, '  ');
        for (const line of defects.slice(0, MOST_DEFECTS)) put(line, '      ', '    ');
        if (defects.length > MOST_DEFECTS) put(words.batch.more(defects.length - MOST_DEFECTS), '    ');
        put(hint, '    ', '  → ');
      }
      if (count > 0) terminal.say('');
      if (count > kept.length) sayLine(words.batch.moreFailures(count - kept.length), terminal);
    },
  };
};

/** Folders whose documents were made although something in them is wrong: a proof that is not there, for one. */
export const listMadeWithErrors = (): FailureList => {
  const names: string[] = [];
  let count = 0;
  return {
    add: (outcome) => {
      const isMade = outcome.status === 'done' || outcome.status === 'skipped';
      if (!isMade || countOf(outcome, 'error') === 0) return;
      if (count++ < MOST_NAMES) names.push(outcome.folder);
    },
    say: (terminal) => {
      if (count > 0) sayLine(words.batch.madeWithErrors(count, firstOf(names, count)), terminal);
    },
  };
};

/** How much was found of people, where that was asked, and that no program finds all of it. */
export const countPersonal = (): FailureList => {
  let [asked, found, folders] = [false, 0, 0];
  return {
    add: ({ personal }) => {
      if (personal === undefined) return;
      asked = true;
      found += personal;
      if (personal > 0) folders++;
    },
    say: (terminal) => {
      if (asked) sayLine(words.batch.personal(found, folders), terminal);
    },
  };
};

const firstOf = (names: readonly string[], count = names.length): string =>
  names.slice(0, MOST_NAMES).join(', ') + (count > MOST_NAMES ? ', …' : '');

export const sayCounts = (
  counts: Readonly<Record<ItemStatus, number>>,
  seconds: number,
  terminal: Terminal,
): void => sayLine(words.batch.summary(counts, seconds), terminal);

/** What was met on the way and left aside, so that nobody's folder is missed unseen. */
export const sayPassedOver = (passedOver: readonly PassedOver[], terminal: Terminal): void => {
  for (const { argument, reason, names } of passedOver) {
    const first = firstOf(names);
    sayLine(
      reason === 'no-portfolio'
        ? words.batch.noPortfolio(argument, names.length, first)
        : words.batch.notAFolder(argument),
      terminal,
    );
  }
};
