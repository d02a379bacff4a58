/** What a form that came back would change, field by field, for whoever decides. */
import type { FormNotice, Unrecognised } from '../app/ports/worksheet.ts';
import { words } from '../catalogue/index.ts';
import { fieldWords } from '../catalogue/worksheet-words.ts';
import { commonSequence } from '../domain/worksheet/common-sequence.ts';
import type { Comparison } from '../domain/worksheet/compare.ts';
import type { Worksheet, WorksheetField } from '../domain/worksheet/worksheet.ts';
import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';
import { wrap, WIDEST } from './wrap.ts';

interface Differences {
  readonly worksheet: Worksheet;
  readonly comparisons: readonly Comparison[];
  readonly unrecognised: readonly Unrecognised[];
  readonly notices: readonly FormNotice[];
  readonly marked: boolean;
}

type Put = (text: string, first: string, paint?: (line: string) => string) => string;

const linesOf = (text: string): string[] =>
  text === '' ? [] : text.split('\n').filter((line) => line.trim() !== '');

/** A period as people read it; what somebody typed stays as it is. */
const shown = ({ kind }: WorksheetField, text: string): string => {
  if (kind !== 'period' || !/^\d{4}[\d-]*\/[\d-]*$/.test(text)) return text;
  const [start = '', end = ''] = text.split('/');
  return words.worksheet.period({ start, ...(end !== '' && { end }) });
};

/** Lines that went, lines that came, and `…` for those in between that stay. */
const changedLines = (before: string, after: string, put: Put, { data }: Terminal['style']): string[] => {
  const [old, now] = [linesOf(before), linesOf(after)];
  const lines: string[] = [];
  const elided = put('…', '  ', data.dim);
  let [row, column] = [0, 0];
  for (const [sameRow, sameColumn] of [...commonSequence(old, now), [old.length, now.length] as const]) {
    for (const line of old.slice(row, sameRow)) lines.push(put(line, '- ', data.red));
    for (const line of now.slice(column, sameColumn)) lines.push(put(line, '+ ', data.green));
    if (sameRow < old.length && lines.at(-1) !== elided) lines.push(elided);
    [row, column] = [sameRow + 1, sameColumn + 1];
  }
  return lines;
};

const bothTexts = ({ field, proposed }: Comparison, put: Put, { data }: Terminal['style']): string[] => {
  const { sides, emptySide } = words.worksheet;
  const side = (name: string, text: string, paint: (line: string) => string): string[] => [
    put(name, '  ', data.bold),
    ...(text === ''
      ? [put(emptySide, '    ', data.dim)]
      : linesOf(text).map((line) => put(line, '    ', paint))),
  ];
  return [
    ...side(sides.portfolio, shown(field, field.text), data.red),
    ...side(sides.form, proposed, data.green),
  ];
};

const standingWords = ({ standing, field, proposed }: Comparison): string => {
  const told = words.worksheet.standing;
  if (standing === 'same') return '';
  if (standing !== 'changed') return told[standing];
  return field.text === '' ? told.added : proposed === '' ? told.removed : told.changed;
};

export const worksheetDifferences = (
  { worksheet, comparisons, unrecognised, notices, marked }: Differences,
  { width, style }: Terminal,
): string => {
  const told = words.worksheet;
  const columns = Math.min(width, WIDEST);
  const put: Put = (text, first, paint = (line) => line) =>
    paint(wrap(safeText(text), columns, ' '.repeat(first.length), first));
  const labels = new Map(fieldWords(worksheet).map(({ key, label }) => [key, label]));
  const count = comparisons.filter(
    ({ standing }) => standing === 'changed' || standing === 'conflict',
  ).length;
  const lines = [put(told.head(told.title(worksheet), count), '', style.data.bold)];
  if (!marked) lines.push(put(told.unknownBase, '! ', style.data.yellow));
  for (const comparison of comparisons) {
    const { field, standing, proposed } = comparison;
    if (standing === 'same') continue;
    lines.push(
      '',
      put(`${labels.get(field.key) ?? field.key} (${standingWords(comparison)})`, '', style.data.bold),
    );
    if (standing === 'changed') lines.push(...changedLines(shown(field, field.text), proposed, put, style));
    if (standing === 'conflict') lines.push(...bothTexts(comparison, put, style));
  }
  if (unrecognised.length > 0) lines.push('', put(told.restHead, '', style.data.bold));
  for (const { place, heading, text } of unrecognised)
    lines.push(
      put(told.places[place](heading), '! ', style.data.yellow),
      ...linesOf(text).map((line) => put(line, '    ')),
    );
  if (notices.length > 0) lines.push('');
  for (const notice of notices) lines.push(put(noticeWords(notice), '· '));
  return `${lines.join('\n')}\n`;
};

const noticeWords = (notice: FormNotice): string => {
  const { notices } = words.worksheet;
  return notice.code === 'comment'
    ? notices.comment(notice.author, notice.text)
    : notices[notice.code](notice.count);
};
