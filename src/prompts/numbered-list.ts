import type { Reply, Way } from '../app/ports/prompter.ts';
import { words } from '../catalogue/index.ts';
import { leaveTicks, waysOf, type ListedChoice, type ListOptions } from './choice-list.ts';
import { askLinearly } from './linear-field.ts';
import { columnsOf, wrapLines, type Surface } from './surface.ts';
import type { FieldResult } from './text-field.ts';
import { showText } from './text-layout.ts';

/** The list as numbered lines and one number to type; asked again while the number means nothing. */
export const chooseByNumber = async (
  surface: Surface,
  options: ListOptions & { readonly initial?: string | undefined },
): Promise<Reply<string>> => {
  const entries = withWays(options);
  const pickedBy = (text: string): string | undefined =>
    text === '' ? options.initial : entries[Number(text) - 1]?.value;
  printEntries(surface, options, entries, []);
  const { kind, text } = await askNumbers(
    surface,
    options,
    words.prompts.numberOf(entries.length),
    (typed) => (pickedBy(typed) === undefined ? words.prompts.notANumber(entries.length) : undefined),
  );
  if (kind !== 'done') return { kind: kind === 'back' ? 'back' : 'quit' };
  return replyOf(pickedBy(text) ?? '');
};

export const tickByNumbers = async (
  surface: Surface,
  options: ListOptions & { readonly ticked: readonly string[] },
): Promise<Reply<readonly string[]>> => {
  const count = options.choices.length;
  const pickedBy = (text: string): readonly (string | undefined)[] => {
    if (text === '') return options.ticked;
    if (text === '0') return [];
    return text.split(/[\s,;]+/).map((part) => options.choices[Number(part) - 1]?.value);
  };
  printEntries(surface, options, options.choices, options.ticked);
  const { kind, text } = await askNumbers(surface, options, words.prompts.numbersOf(count), (typed) =>
    pickedBy(typed).includes(undefined) ? words.prompts.notANumber(count) : undefined,
  );
  const picked = pickedBy(text.trim());
  const value = picked.filter((each) => each !== undefined);
  if (kind === 'done') return { kind: 'answer', value };
  // Half a number typed on the way out ticks nothing.
  const kept = picked.includes(undefined) ? options.ticked : value;
  return leaveTicks(options.ticked, { kind: 'answer', value: kept }, kind === 'back' ? 'back' : 'quit');
};

const withWays = (options: ListOptions): ListedChoice[] => [
  ...options.choices,
  ...waysOf(options).map(({ value, name }) => ({ value, label: name, hints: [] })),
];

const replyOf = (picked: string): Reply<string> =>
  [':skip', ':back', ':quit'].includes(picked)
    ? { kind: picked.slice(1) as Way }
    : { kind: 'answer', value: picked };

const printEntries = (
  surface: Surface,
  { message, help }: ListOptions,
  entries: readonly ListedChoice[],
  ticked: readonly string[],
): void => {
  const width = columnsOf(surface) - 1;
  const lines = [
    ...wrapLines(message, width, '', '? '),
    ...(help === undefined ? [] : wrapLines(help, width)),
    ...entries.flatMap(({ value, label, hints }, index) => [
      ...wrapLines(
        showText(label) + (ticked.includes(value) ? ` (${words.prompts.ticked})` : ''),
        width,
        '    ',
        `${String(index + 1).padStart(2)}. `,
      ),
      ...hints.flatMap((hint) => wrapLines(showText(hint), width, '    ')),
    ]),
  ];
  for (const line of lines) surface.output.write(`${line}\n`);
};

const askNumbers = (
  surface: Surface,
  { ways, quit }: ListOptions,
  message: string,
  problemOf: (text: string) => string | undefined,
): Promise<FieldResult> =>
  askLinearly(surface, {
    message,
    help: undefined,
    empty: undefined,
    quitHint: quit.key,
    initial: '',
    multiline: false,
    canSkip: false,
    canGoBack: ways.includes('back'),
    hasEditor: false,
    problemOf: (text) => problemOf(text.trim()),
  });
