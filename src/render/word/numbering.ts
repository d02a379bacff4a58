import { el, HEAD, NAMESPACES, val } from './xml.ts';

const LEVELS = Array.from({ length: 9 }, (_, level) => level);
const STEP = 360;

const level = (index: number, format: string, text: string, start: number): string =>
  el(
    'w:lvl',
    { 'w:ilvl': index },
    val('w:start', start),
    val('w:numFmt', format),
    val('w:lvlText', text),
    val('w:lvlJc', 'left'),
    el('w:pPr', {}, el('w:ind', { 'w:left': STEP * (index + 1), 'w:hanging': STEP })),
  );

/** Dashes as French printers set them, then points; numbers, then letters. */
const bullets = el(
  'w:abstractNum',
  { 'w:abstractNumId': 0 },
  val('w:multiLevelType', 'hybridMultilevel'),
  ...LEVELS.map((index) => level(index, 'bullet', index % 2 === 0 ? '–' : '•', 1)),
);
const numbers = el(
  'w:abstractNum',
  { 'w:abstractNumId': 1 },
  val('w:multiLevelType', 'multilevel'),
  ...LEVELS.map((index) => level(index, index % 2 === 0 ? 'decimal' : 'lowerLetter', `%${index + 1}.`, 1)),
);

/** `word/numbering.xml`: 1 for bullets, then one for each list that begins anew, on whatever level it stands. */
export const writeNumbering = (starts: readonly (number | undefined)[]): string =>
  HEAD +
  el(
    'w:numbering',
    NAMESPACES,
    bullets,
    numbers,
    el('w:num', { 'w:numId': 1 }, val('w:abstractNumId', 0)),
    ...starts.map((start, index) =>
      el(
        'w:num',
        { 'w:numId': index + 2 },
        val('w:abstractNumId', start === undefined ? 0 : 1),
        ...LEVELS.map((ilvl) => el('w:lvlOverride', { 'w:ilvl': ilvl }, val('w:startOverride', start ?? 1))),
      ),
    ),
  );
