import { longDate } from '../catalogue/fr/dates.ts';
import { words } from '../catalogue/index.ts';
import type { ListedThread } from '../domain/review/listed-threads.ts';
import type { PrivateNote } from '../domain/private-notes.ts';
import type { ReviewEvent } from '../domain/review/event.ts';
import { safeText } from './safe-text.ts';
import { wrap, WIDEST } from './wrap.ts';
import { jsonDocument } from './json-document.ts';

const put = (text: string, width: number, indent: string, first = indent): string =>
  wrap(safeText(text), Math.min(width, WIDEST), indent, first);

/** Who and when on one line, what was said below, its own line breaks kept. */
const eventLines = (event: ReviewEvent, isTwofold: boolean, width: number): string[] => {
  const { review } = words;
  const { author, role, date, kind, text } = event;
  const head = `${longDate(date)}, ${author} (${review.roles[role]}), ${review.kinds[kind]}`;
  return [
    ...(isTwofold ? [put(review.altered, width, '    ', '  ! ')] : []),
    put(text === undefined ? head : `${head} :`, width, '    ', '  - '),
    ...(text ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [put(line, width, '    ')])),
  ];
};

/** One thread, told from its beginning. */
export const threadLines = (
  thread: ListedThread,
  width: number,
  strong: (text: string) => string,
): string[] => {
  const { review } = words;
  const { id, about, title, state, events, altered, standing } = thread;
  const seen = events.findLast((event) => event.role === 'conseil' && event.seen?.excerpt !== undefined)?.seen
    ?.excerpt;
  return [
    strong(put([about, title].filter((part) => part !== '').join('  '), width, '  ', '')),
    put(`${id} · ${review.states[state]}`, width, '  '),
    ...(standing === 'same' ? [] : [put(review.standings[standing], width, '    ', '  ! ')]),
    ...(standing === 'same' || seen === undefined ? [] : [put(review.about(seen), width, '    ')]),
    ...events.flatMap((event) => eventLines(event, altered.includes(event.id), width)),
  ];
};

export const threadsText = (
  threads: readonly ListedThread[],
  width: number,
  strong: (text: string) => string,
): string => threads.map((thread) => `${threadLines(thread, width, strong).join('\n')}\n`).join('\n');

/** For machines: threads whole, dates and ids as they are kept. */
export const threadsDocument = (portfolio: string, threads: readonly ListedThread[]): string =>
  jsonDocument({ version: 1, portfolio, threads });

export const notesText = (notes: readonly PrivateNote[], width: number): string =>
  notes
    .map(({ about, date, text }) => `${put(`${about}, ${longDate(date)} : ${text}`, width, '  ', '')}\n`)
    .join('');

export const notesDocument = (notes: readonly PrivateNote[]): string => jsonDocument({ version: 1, notes });

export const saidDocument = (thread: string, event: ReviewEvent): string =>
  jsonDocument({ version: 1, thread, event });
