/** How a form looks in Word. Sizes are half points, spaces twentieths of a point. */
import { AlignmentType, LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx';
import { DEEPEST_LIST } from './blocks.ts';
import { STYLES, styleId } from './docx-styles.ts';

const INK = '1F2933';
const QUIET = '5B6770';
const ACCENT = '1B4F72';
const FONT = 'Calibri';
const CODE_FONT = 'Consolas';
const STEP = 425;

const heading = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: ACCENT },
  paragraph: { spacing: { before, after: 80 }, keepNext: true, keepLines: true },
});

const ours = (name: string, run: object, paragraph: object) => ({
  id: styleId(name),
  name,
  basedOn: 'Normal',
  run,
  paragraph,
});

export const look: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 22, color: INK, language: { value: 'fr-FR' } },
      paragraph: { spacing: { after: 120, line: 288 } },
    },
    title: {
      run: { font: FONT, size: 40, bold: true, color: ACCENT },
      paragraph: { spacing: { after: 80 } },
    },
    heading1: heading(28, 480),
    heading2: heading(25, 280),
    heading3: heading(23, 240),
    heading4: heading(22, 200),
    heading5: heading(22, 200),
    heading6: heading(22, 200),
    hyperlink: { run: { color: ACCENT, underline: {} } },
  },
  paragraphStyles: [
    {
      ...ours(
        STYLES.guidance,
        { size: 19, italics: true, color: QUIET },
        { spacing: { after: 100, line: 252 }, keepNext: true, keepLines: true },
      ),
      // Whoever presses Enter behind the question is about to answer it.
      next: 'Normal',
    },
    ours(STYLES.mark, { size: 12, color: QUIET }, { spacing: { before: 600, after: 0 } }),
    ours(
      STYLES.raw,
      { font: CODE_FONT, size: 19 },
      { spacing: { after: 120, line: 252 }, shading: { fill: 'F2F4F5', type: 'clear', color: 'auto' } },
    ),
    ours(
      STYLES.quote,
      { color: INK },
      { indent: { left: STEP }, border: { left: { style: 'single', size: 12, color: 'B8C4CC', space: 8 } } },
    ),
    ...Array.from({ length: DEEPEST_LIST }, (_, level) =>
      ours(`${STYLES.continuation} ${level + 1}`, {}, { indent: { left: STEP * (level + 1) } }),
    ),
    {
      id: 'Heading7',
      name: 'heading 7',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      ...heading(22, 200),
      paragraph: { ...heading(22, 200).paragraph, outlineLevel: 6 },
    },
  ],
  characterStyles: [
    { id: styleId(STYLES.code), name: STYLES.code, run: { font: CODE_FONT, size: 20 } },
    { id: styleId(STYLES.softBreak), name: STYLES.softBreak },
  ],
};

const levels = (format: (typeof LevelFormat)['BULLET' | 'DECIMAL'], start: number) =>
  Array.from({ length: DEEPEST_LIST }, (_, level) => ({
    level,
    format,
    start,
    text: format === LevelFormat.BULLET ? ['•', '–', '▪'][level % 3]! : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP - 85 } } },
  }));

/** One kind of bullets, and one of numbers for each number a list begins with. */
export const numberingFor = (starts: ReadonlySet<number>): INumberingOptions => ({
  config: [
    { reference: 'bullets', levels: levels(LevelFormat.BULLET, 1) },
    ...[...starts].map((start) => ({
      reference: `numbers-${start}`,
      levels: levels(LevelFormat.DECIMAL, start),
    })),
  ],
});
