import { CONTAINERS } from './tags.ts';

const PAINTS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const PATH_PARTS = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const MARK = '/MCID ';
const MARKED = /^\/(\S+) ?<<\/MCID (\d+) ?>> ?BDC$/u;

/** Whether something in a stream is marked as content of the structure tree. */
export const hasMarks = (text: string): boolean => text.includes(MARK);

export interface MarkedStream {
  readonly text: string;
  /** Marked contents that turned out to be lines of a table. */
  readonly dropped: readonly number[];
  /** False where something was met that this reading does not expect: nothing may be promised of the page. */
  readonly isSound: boolean;
}

/**
 * Marks as an artifact whatever a stream draws outside marked content (running titles, rules, grounds), which Chromium
 * leaves bare, and the lines of tables, which it marks as content of the table. One operator a line, as Chromium writes.
 * `isMarked`: whether a form of that name brings marks of its own.
 */
export const markArtifacts = (stream: string, isMarked: (form: string) => boolean): MarkedStream => {
  const out: string[] = [];
  const dropped: number[] = [];
  let isSound = true;
  /** Length of `out` after the last thing drawn in the open artifact; 0 when none is open. */
  let drawn = 0;
  /** Where the path under construction begins in `out`; -1 when there is none. */
  let path = -1;
  let depth = 0;
  let [isText, isLines] = [false, false];

  const close = (): void => {
    if (drawn > 0) out.splice(drawn, 0, 'EMC');
    drawn = 0;
  };
  const openAt = (place: number): void => {
    if (drawn === 0) out.splice(place, 0, '/Artifact BMC');
  };
  const beginMark = (line: string): void => {
    if (depth === 0) close();
    depth += 1;
    const [, type = '', number] = MARKED.exec(line) ?? [];
    isLines = depth === 1 && CONTAINERS.has(type);
    if (isLines) dropped.push(Number(number));
    out.push(isLines ? '/Artifact BMC' : line);
  };
  const drawBare = (line: string, operator: string): void => {
    if (PATH_PARTS.has(operator) && path < 0) path = out.length;
    if (operator === 'q' || operator === 'Q') close();
    const isDrawing = PAINTS.has(operator) || operator === 'BT' || operator === 'Do';
    const bringsMarks = operator === 'Do' && isMarked(line.slice(1, line.indexOf(' ')));
    if (bringsMarks) close();
    else if (isDrawing) openAt(path < 0 ? out.length : path);
    out.push(line);
    if (isDrawing && !bringsMarks) drawn = out.length;
    if (PAINTS.has(operator) || operator === 'n') path = -1;
    isText = operator === 'BT';
  };

  for (const line of stream.split('\n')) {
    const operator = line.slice(line.lastIndexOf(' ') + 1);
    if (isText) {
      out.push(line);
      if (line.includes(MARK)) isSound = false;
      isText = operator !== 'ET';
      drawn = out.length;
    } else if (operator.endsWith('BDC') || operator === 'BMC') beginMark(line);
    else if (depth === 0) drawBare(line, operator);
    else {
      out.push(line);
      if (operator === 'EMC') depth -= 1;
      else if (isLines && depth === 1 && (operator === 'BT' || operator === 'Do')) isSound = false;
    }
  }
  close();
  return { text: out.join('\n'), dropped, isSound: isSound && depth === 0 && !isText };
};
