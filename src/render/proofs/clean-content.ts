/**
 * What a page or a form draws, without what it says beside (ISO 32000-1 §7.8.2): marked content, with the texts that stand
 * in its properties, comments, operators that nobody knows, and what stands on a layer that is off.
 */
import { endOfImage } from './inline-image.ts';

export interface CleanContent {
  readonly data: Buffer;
  readonly operators: number;
  /** How often each XObject is drawn, by its name among the resources. */
  readonly drawn: ReadonlyMap<string, number>;
  /** Whatever of the resources is named. */
  readonly names: ReadonlySet<string>;
}

export interface ContentLook {
  /** Whether the layer that a property names is off. */
  isOff(property: string): boolean;
  /** Whether there is an XObject of that name that may be drawn. */
  isThere(form: string): boolean;
}

const PAINTS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const TEXT_LINES = new Set(["'", '"']);
const UNDRAWN = new Set(['Tj', 'TJ', 'sh', 'Do', 'BI']);
const MARKS = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);
const OTHERS = [
  'q Q cm w J j M d ri i gs', 'm l c v y h re n W W*', 'BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T*', 'd0 d1',
  'CS cs SC SCN sc scn G g RG rg K k',
].flatMap((line) => line.split(' ')); // prettier-ignore
const KNOWN = new Set([...PAINTS, ...TEXT_LINES, ...UNDRAWN, ...OTHERS]);

const [TAB, LF, FF, CR, SPACE, PERCENT, LESS, MORE, SLASH, OPEN, CLOSE, BACKSLASH] = [
  0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x25, 0x3c, 0x3e, 0x2f, 0x28, 0x29, 0x5c,
];
const isBlank = (byte: number | undefined): boolean =>
  byte === SPACE || byte === LF || byte === CR || byte === TAB || byte === FF || byte === 0;
/** What ends a name, a number or an operator: blanks, `()<>[]{}/%`, the end. */
const ENDS = new Uint8Array(256);
for (const byte of [0, TAB, LF, FF, CR, SPACE, ...Buffer.from('()<>[]{}/%')]) ENDS[byte] = 1;
const isOperatorByte = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x27 || byte === 0x22;

/** Past a string in parentheses that begins at `at`. */
const endOfString = (source: Buffer, at: number): number => {
  let depth = 0;
  for (let here = at; here < source.length; here++) {
    const byte = source[here];
    if (byte === BACKSLASH) here += 1;
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE && --depth === 0) return here + 1;
  }
  return source.length;
};

const endOfWord = (source: Buffer, at: number): number => {
  let here = at;
  while (here < source.length && ENDS[source[here]!] !== 1) here++;
  return here;
};

const endOfLine = (source: Buffer, at: number): number => {
  let here = at;
  while (here < source.length && source[here] !== LF && source[here] !== CR) here++;
  return here;
};

/** The last name among operands, as the resources spell it. */
const nameOf = (words: string): string | undefined => {
  const name = /\/([^\s()<>[\]{}/%]*)\s*$/u.exec(words)?.[1];
  return name === undefined ? undefined : spelt(name);
};

const spelt = (name: string): string =>
  name.includes('#')
    ? name.replaceAll(/#([0-9A-Fa-f]{2})/gu, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : name;

export const cleanContent = (source: Buffer, look: ContentLook): CleanContent => {
  const parts: Buffer[] = [];
  const drawn = new Map<string, number>();
  const names = new Set<string>();
  let operators = 0;
  /** Open marked contents, and which of them are layers that are off. */
  const marks: boolean[] = [];
  let off = 0;
  /** Where the operands of the next operator begin. */
  let from = 0;
  let at = 0;

  const operandsTo = (end: number): string => source.toString('latin1', from, end);
  const keep = (end: number): void => {
    parts.push(source.subarray(from, end), LINE);
  };
  const mark = (operator: string, start: number): void => {
    if (operator === 'EMC') off -= Number(marks.pop() ?? false);
    if (operator !== 'BMC' && operator !== 'BDC') return;
    const words = operator === 'BDC' ? /^\s*\/OC\s*(\/\S+)\s*$/u.exec(operandsTo(start))?.[1] : undefined;
    const isOff = words !== undefined && look.isOff(nameOf(words) ?? '');
    marks.push(isOff);
    off += Number(isOff);
  };
  /** A line that was to be drawn on a layer that is off: what it changes besides stays. */
  const keepUndrawn = (operator: string, end: number): void => {
    if (PAINTS.has(operator)) parts.push(NO_PAINT);
    else if (TEXT_LINES.has(operator)) parts.push(NEXT_LINE);
    else if (!UNDRAWN.has(operator)) keep(end);
  };
  const meet = (operator: string, start: number, end: number): void => {
    operators += 1;
    if (MARKS.has(operator)) return mark(operator, start);
    if (!KNOWN.has(operator)) return;
    if (off > 0) return keepUndrawn(operator, end);
    if (operator === 'Do') {
      const name = nameOf(operandsTo(start)) ?? '';
      if (!look.isThere(name)) return;
      drawn.set(name, (drawn.get(name) ?? 0) + 1);
    }
    keep(end);
  };

  while (at < source.length) {
    const byte = source[at]!;
    if (isBlank(byte)) at += 1;
    else if (byte === PERCENT) {
      // A comment among operands: they go on behind it.
      if (at > from) parts.push(source.subarray(from, at), LINE);
      at = endOfLine(source, at);
      from = at;
    } else if (byte === OPEN) at = endOfString(source, at);
    else if (byte === SLASH) {
      const start = at + 1;
      at = endOfWord(source, start);
      names.add(spelt(source.toString('latin1', start, at)));
    } else if (byte === LESS && source[at + 1] !== LESS) {
      const end = source.indexOf(MORE, at);
      at = end === -1 ? source.length : end + 1;
    } else if (ENDS[byte] === 1) at += 1;
    else {
      const start = at;
      at = endOfWord(source, at);
      if (!isOperatorByte(byte)) continue;
      const word = source.toString('latin1', start, at);
      if (word === 'true' || word === 'false' || word === 'null') continue;
      if (word === 'BI') {
        const image = source.toString('latin1', at, Math.max(at, source.indexOf('ID', at)));
        for (const [, name = ''] of image.matchAll(/\/([^\s()<>[\]{}/%]+)/gu)) names.add(spelt(name));
        at = endOfImage(source, at);
      }
      meet(word, start, at);
      from = at;
    }
  }
  return { data: Buffer.concat(parts), operators, drawn, names };
};

const LINE = Buffer.from('\n');
const NO_PAINT = Buffer.from('n\n');
const NEXT_LINE = Buffer.from('T*\n');
