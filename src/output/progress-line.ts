import { words } from '../catalogue/index.ts';
import { widthOf } from './wrap.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** Since the start, in seconds. */
  readonly elapsed: number;
  /** Of `done`, those that took no time: an interrupted run had done them. */
  readonly resumed: number;
}

const WIDEST_BAR = 30;
const NARROWEST_BAR = 6;

/** `120/200`, the pace, what is left, what failed: the most telling first. Pace and time once they mean something. */
export const progressParts = ({ done, total, failed, elapsed, resumed }: Progress): string[] => {
  const { rate, left, failures } = words.batch.progress;
  const pace = elapsed > 0 ? (done - resumed) / elapsed : 0;
  const isTelling = pace > 0 && elapsed >= 1 && done < total;
  return [
    `${done}/${total}`,
    ...(failed > 0 ? [failures(failed)] : []),
    ...(isTelling ? [left((total - done) / pace)] : []),
    ...(pace > 0 && elapsed >= 1 ? [rate(pace)] : []),
  ];
};

/** One line that fits `width` columns, the bar first, less said where it is narrow. */
export const progressLine = (progress: Progress, width: number): string => {
  // The last column stays free: a terminal that has written there may already be on the next line.
  const room = width - 1;
  const parts = progressParts(progress);
  const separator = ' · ';
  while (parts.length > 1 && widthOf(parts.join(separator)) > room - NARROWEST_BAR - 1) parts.pop();
  const text = parts.join(separator);
  const size = Math.min(WIDEST_BAR, room - widthOf(text) - 1);
  if (size < NARROWEST_BAR) return text;
  const filled = progress.total === 0 ? size : Math.floor((size * progress.done) / progress.total);
  return `${'█'.repeat(filled)}${'░'.repeat(size - filled)} ${text}`;
};
