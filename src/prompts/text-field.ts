import { words } from '../catalogue/index.ts';
import { Frame } from './frame.ts';
import { columnsOf, wrapLines, type Surface } from './surface.ts';
import type { TextBuffer } from './text-buffer.ts';
import { edit, endsOnEmptyLine, isCommand } from './text-editing.ts';
import { layOut, placeOf } from './text-layout.ts';

export interface FieldOptions {
  readonly message: string;
  /** One quiet line under the question. */
  readonly help: string | undefined;
  /** What leaving it empty means, where that is more than passing. */
  readonly empty: string | undefined;
  readonly quitHint: string;
  readonly initial: string;
  readonly multiline: boolean;
  readonly canSkip: boolean;
  readonly canGoBack: boolean;
  /** True when `EDITOR` or `VISUAL` names a program. */
  readonly hasEditor: boolean;
  /** Why this answer cannot be taken, as a sentence; undefined when it can. */
  readonly problemOf: (text: string) => string | undefined;
}

/** How a field was left, and what it held then. */
export interface FieldResult {
  readonly kind: 'done' | 'back' | 'quit' | 'editor';
  readonly text: string;
}

const INDENT = '  ';
const SHOWN_AFTERWARDS = 3;

/** A text edited in place. Enter ends a line of one; in a longer text it opens a paragraph, twice it finishes. */
export const askInField = (surface: Surface, options: FieldOptions): Promise<FieldResult> =>
  new Promise((resolve) => {
    const frame = new Frame(surface.output);
    let buffer: TextBuffer = { text: options.initial, cursor: options.initial.length };
    let problem: string | undefined;
    const draw = (): void => drawField(surface, frame, options, buffer, problem);
    const leave = (kind: FieldResult['kind']): void => {
      stop();
      surface.output.removeListener('resize', draw);
      const text = trimAnswer(buffer.text);
      frame.finish(kind === 'editor' ? [] : leftBehind(surface, options, text, kind));
      resolve({ kind, text });
    };
    const stop = surface.keyboard.listen(
      (event) => {
        const result = edit(buffer, event, options.multiline, areaWidth(surface));
        if (result.kind === 'edited') {
          buffer = result.buffer;
          problem = undefined;
          draw();
        } else if (result.kind === 'done') {
          problem = isCommand(buffer.text) ? undefined : options.problemOf(trimAnswer(buffer.text));
          if (problem === undefined) leave('done');
          else draw();
        } else if (result.kind === 'back' && options.canGoBack) leave('back');
        else if (result.kind === 'editor' && options.hasEditor && options.multiline) leave('editor');
      },
      () => leave('quit'),
    );
    surface.output.on('resize', draw);
    if (surface.keyboard.interrupted === undefined) draw();
    else leave('quit');
  });

/** Empty lines before and spaces after an answer are no part of it. */
export const trimAnswer = (text: string): string => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();

const areaWidth = (surface: Surface): number => columnsOf(surface) - INDENT.length - 1;

const drawField = (
  surface: Surface,
  frame: Frame,
  options: FieldOptions,
  buffer: TextBuffer,
  problem: string | undefined,
): void => {
  const { style, output } = surface;
  const width = columnsOf(surface) - 1;
  const head = [
    ...wrapLines(style.bold(options.message), width, INDENT, style.blue('? ')),
    ...(options.help === undefined
      ? []
      : wrapLines(options.help, width, INDENT).map((line) => style.dim(line))),
  ];
  const foot = [
    ...(problem === undefined ? [] : wrapLines(problem, width, INDENT).map((line) => style.yellow(line))),
    ...wrapLines(hint(options, buffer), width, INDENT).map((line) =>
      // The next Enter leaves: that is worth seeing.
      options.multiline && buffer.text !== '' && endsOnEmptyLine(buffer) ? style.cyan(line) : style.dim(line),
    ),
  ];
  const rows = layOut(buffer.text, areaWidth(surface));
  const place = placeOf(buffer.text, rows, buffer.cursor);
  const room = Math.max(2, (output.rows || 24) - head.length - foot.length - 2);
  const first = Math.max(0, Math.min(place.row - Math.floor(room / 2), rows.length - room));
  const shown = rows
    .slice(first, first + room)
    .map(({ text }) => `${style.blue('│')} ${text.trimEnd()}`.trimEnd());
  frame.draw([...head, ...shown, '', ...foot], {
    row: head.length + place.row - first,
    column: INDENT.length + place.column,
  });
};

const hint = (options: FieldOptions, buffer: TextBuffer): string => {
  const { keys } = words.prompts;
  const isEmpty = buffer.text.trim() === '';
  return [
    isEmpty && options.canSkip
      ? keys.enterSkips(options.empty)
      : options.multiline
        ? endsOnEmptyLine(buffer)
          ? keys.enterFinishes
          : keys.enterTwiceFinishes
        : keys.enterConfirms,
    ...(isEmpty ? [keys.help] : []),
    ...(options.canGoBack ? [keys.escapeGoesBack] : []),
    ...(options.hasEditor && options.multiline ? [keys.editor] : []),
    options.quitHint,
  ].join(' · ');
};

/** What stays on the screen: the question and the answer's first rows, with its length when there is more. */
const leftBehind = (
  surface: Surface,
  options: FieldOptions,
  text: string,
  kind: FieldResult['kind'],
): string[] => {
  if (isCommand(text)) return [];
  const { style } = surface;
  const width = columnsOf(surface) - 1;
  if (text === '' && kind === 'done')
    return [
      ...wrapLines(style.bold(options.message), width, INDENT, style.green('✔ ')),
      `${INDENT}${style.dim(`(${options.empty ?? words.prompts.unanswered})`)}`,
    ];
  const rows = text === '' ? [] : layOut(text, areaWidth(surface)).map((row) => row.text.trimEnd());
  const mark = kind === 'done' ? style.green('✔ ') : style.dim('· ');
  return [
    ...wrapLines(style.bold(options.message), width, INDENT, mark),
    ...rows.slice(0, SHOWN_AFTERWARDS).map((row) => `${INDENT}${style.cyan(row)}`),
    ...(rows.length > SHOWN_AFTERWARDS
      ? wrapLines(words.prompts.moreText(rows.length - SHOWN_AFTERWARDS, text.length), width, INDENT).map(
          (line) => style.dim(line),
        )
      : []),
  ];
};
