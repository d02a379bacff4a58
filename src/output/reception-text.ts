import type { ItemOutcome } from '../app/ports/batch-run.ts';
import { words } from '../catalogue/index.ts';
import { sayLine } from './error-report.ts';
import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

/** What became of a received archive, then what has changed since the reception before, a line each. */
export const receptionLines = ({ reception }: Pick<ItemOutcome, 'reception'>): string[] => {
  if (reception === undefined) return [];
  const { told, heldOf, changes: tell, unchanged, lostReviews } = words.archive.batch;
  const { status, folder, previous = '', held, changes } = reception;
  const found = changes === undefined ? [] : tell(changes);
  return [
    told[status](folder, previous, held === undefined ? '' : heldOf(held)),
    ...(changes !== undefined && found.length === 0 ? [unchanged] : found),
    ...(reception.lostReviews > 0 ? [lostReviews(reception.lostReviews, previous)] : []),
  ];
};

export const sayReception = (outcome: ItemOutcome, terminal: Terminal): void => {
  const [first, ...more] = receptionLines(outcome);
  if (first === undefined) return;
  sayLine(words.archive.batch.line(outcome.folder, first), terminal);
  for (const line of more) terminal.say(wrap(safeText(line), terminal.sentenceWidth, '    ', '  – '));
};
