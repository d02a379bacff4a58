import stringWidth from 'fast-string-width';
import { words } from '../catalogue/index.ts';
import { columnsOf, wrapLines, type Surface } from './surface.ts';
import { charactersOf } from './text-buffer.ts';
import { edit, endsOnEmptyLine, isCommand } from './text-editing.ts';
import { showText } from './text-layout.ts';
import { trimAnswer, type FieldOptions, type FieldResult } from './text-field.ts';

/** The same field for a screen reader or a terminal that cannot move its cursor: written once, only ever extended. */
export const askLinearly = (surface: Surface, options: FieldOptions): Promise<FieldResult> =>
  new Promise((resolve) => {
    const { output } = surface;
    let text = options.initial;
    const leave = (kind: FieldResult['kind']): void => {
      stop();
      output.write('\n');
      resolve({ kind, text: trimAnswer(text) });
    };
    const stop = surface.keyboard.listen(
      (event) => {
        if (event.type === 'key' && !ALLOWED.has(event.name)) return;
        if (event.type === 'key' && event.name === 'backspace') {
          text = eraseLast(surface, text);
          return;
        }
        const buffer = { text, cursor: text.length };
        const result = edit(buffer, event, options.multiline, columnsOf(surface));
        if (result.kind === 'edited') {
          output.write(showText(result.buffer.text.slice(text.length)));
          text = result.buffer.text;
          if (options.multiline && event.type === 'key' && endsOnEmptyLine({ text, cursor: text.length }))
            output.write(`(${words.prompts.keys.enterFinishes})\n`);
        } else if (result.kind === 'done') {
          const problem = isCommand(text) ? undefined : options.problemOf(trimAnswer(text));
          if (problem === undefined) leave('done');
          else {
            output.write(`\n${problem}\n`);
            text = '';
          }
        } else if (result.kind === 'back' && options.canGoBack) leave('back');
        else if (result.kind === 'editor' && options.hasEditor && options.multiline) leave('editor');
      },
      () => leave('quit'),
    );
    // Only now: a terminal that still edits lines by itself would keep an answer given at once, and swallow its end.
    for (const line of heading(surface, options)) output.write(`${line}\n`);
    output.write(showText(text));
    if (surface.keyboard.interrupted !== undefined) leave('quit');
  });

const ALLOWED: ReadonlySet<string> = new Set([
  'enter', 'line-break', 'escape', 'backspace', 'end-of-input', 'open-editor',
]); // prettier-ignore

/** Takes back the last character, within its line. */
const eraseLast = ({ output }: Surface, text: string): string => {
  const last = charactersOf(text).at(-1);
  if (last === undefined || last === '\n') return text;
  const width = last === '\t' ? 4 : stringWidth(last);
  output.write('\b'.repeat(width) + ' '.repeat(width) + '\b'.repeat(width));
  return text.slice(0, -last.length);
};

const heading = (surface: Surface, options: FieldOptions): string[] => {
  const { keys } = words.prompts;
  const hints = [
    options.multiline ? keys.enterTwiceFinishes : keys.enterConfirms,
    ...(options.canSkip ? [keys.enterSkips(options.empty)] : []),
    keys.help,
    ...(options.canGoBack ? [keys.escapeGoesBack] : []),
    options.quitHint,
  ].join(' · ');
  const width = columnsOf(surface) - 1;
  return [
    ...wrapLines(options.message, width, '', '? '),
    ...(options.help === undefined ? [] : wrapLines(options.help, width)),
    ...wrapLines(hints, width),
  ];
};
