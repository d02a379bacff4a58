import { PassThrough } from 'node:stream';
import { checkbox, select, Separator } from '@inquirer/prompts';
import { ExitPromptError } from '@inquirer/core';
import { words } from '../catalogue/index.ts';
import type { Reply, Way } from '../app/ports/prompter.ts';
import { columnsOf, wrapLines, type Surface } from './surface.ts';
import { showText } from './text-layout.ts';

export interface ListedChoice {
  readonly value: string;
  readonly label: string;
  /** Shown under the list, each on lines of its own, while the choice is under the cursor. */
  readonly hints: readonly string[];
}

export interface ListOptions {
  readonly message: string;
  readonly help: string | undefined;
  readonly choices: readonly ListedChoice[];
  readonly ways: readonly ('skip' | 'back')[];
  /** What leaving is called: in the list, and as a key. */
  readonly quit: { readonly way: string; readonly key: string };
}

/** The ways out, as entries under a list. */
export const waysOf = ({ ways, quit }: ListOptions): { value: string; name: string }[] => [
  ...ways.map((way) => ({ value: `:${way}`, name: words.prompts.ways[way] })),
  { value: ':quit', name: quit.way },
];

/** One choice among several, with the ways out listed under them. */
export const chooseInList = (
  surface: Surface,
  options: ListOptions & { readonly initial?: string | undefined },
): Promise<Reply<string>> => {
  const items = options.choices.map((choice) => ({
    value: choice.value,
    ...labelled(surface, options, choice, 2),
  }));
  const ways = waysOf(options);
  return withInquirer(surface, options, async (context, config) => {
    const picked = await select(
      {
        ...config,
        choices: [...items, new Separator(' '), ...ways],
        ...(options.initial !== undefined && { default: options.initial }),
      },
      context,
    );
    const way = ways.find(({ value }) => value === picked);
    return way ? { kind: way.value.slice(1) as Way } : { kind: 'answer', value: picked };
  });
};

/** Several choices, none included. Leaving keeps what was ticked, so it ends the list as Enter does. */
export const tickInList = (
  surface: Surface,
  options: ListOptions & { readonly ticked: readonly string[] },
): Promise<Reply<readonly string[]>> => {
  const ask = async (context: Context, config: ReturnType<typeof configOf>): Promise<TickedReply> => ({
    kind: 'answer',
    value: await checkbox(
      {
        ...config,
        shortcuts: { all: null, invert: null },
        choices: options.choices.map((choice) => ({
          value: choice.value,
          checked: options.ticked.includes(choice.value),
          ...labelled(surface, options, choice, 3),
        })),
      },
      context,
    ),
  });
  return withInquirer(surface, options, ask, (reply, way) => leaveTicks(options.ticked, reply, way));
};

type TickedReply = Reply<readonly string[]>;

/** What was ticked goes along with the way taken, unless it is what was ticked before. */
export const leaveTicks = (
  before: readonly string[],
  reply: TickedReply,
  way: 'back' | 'quit',
): TickedReply => {
  if (reply.kind !== 'answer') return reply;
  const isSame = before.length === reply.value.length && before.every((each) => reply.value.includes(each));
  return isSame ? { kind: way } : { ...reply, leaving: way };
};

const labelled = (
  surface: Surface,
  options: ListOptions,
  { label, hints }: ListedChoice,
  indent: number,
): { name: string; short: string; description?: string } => {
  const width = columnsOf(surface) - 1;
  const name = wrapLines(showText(label), width, ' '.repeat(indent), '').join('\n');
  const rows = hintRows(hints, width);
  const { hintRoom } = roomFor(surface, options);
  const shown = rows.length <= hintRoom ? rows : [...rows.slice(0, Math.max(0, hintRoom - 1)), '  …'];
  return {
    name,
    short: showText(label),
    ...(rows.length > 0 && hintRoom > 0 && { description: shown.join('\n') }),
  };
};

const hintRows = (hints: readonly string[], width: number): string[] =>
  hints.flatMap((hint) => wrapLines(showText(hint), width, '  '));

interface Context {
  readonly input: PassThrough;
  readonly output: NodeJS.WritableStream;
}

/**
 * Inquirer reads keys from a stream of ours: pastes never reach it (their line breaks would choose), Escape goes back,
 * an interruption leaves.
 */
const withInquirer = async <T>(
  surface: Surface,
  options: ListOptions,
  ask: (context: Context, config: ReturnType<typeof configOf>) => Promise<Reply<T>>,
  /** Makes a reply of what the list held when it was left; without it, leaving drops the list. */
  onLeave?: (reply: Reply<T>, way: 'back' | 'quit') => Reply<T>,
): Promise<Reply<T>> => {
  if (surface.keyboard.interrupted !== undefined) return { kind: 'quit' };
  const input = new PassThrough();
  let left: 'back' | 'quit' | undefined;
  // Ended as Enter ends it, a list takes its rows off the screen; aborted, it would stand above what is asked next.
  const leave = (way: 'back' | 'quit'): void => {
    left ??= way;
    input.write('\r');
  };
  const stop = surface.keyboard.listen(
    (event) => {
      if (event.type === 'paste') return;
      if (event.type === 'key' && event.name === 'escape') {
        if (options.ways.includes('back')) leave('back');
      } else input.write(event.raw);
    },
    () => leave('quit'),
  );
  try {
    const context = { input, output: surface.output };
    const reply = await ask(
      context,
      configOf(surface, options, () => left !== undefined && !onLeave),
    );
    if (left === undefined) return reply;
    return onLeave ? onLeave(reply, left) : { kind: left };
  } catch (error) {
    if (error instanceof ExitPromptError) return { kind: left ?? 'quit' };
    throw error;
  } finally {
    stop();
    input.destroy();
  }
};

/** Messages, page and theme: French, wrapped between words, coloured by our own decision and not by Inquirer's. */
const configOf = (surface: Surface, options: ListOptions, isDropped: () => boolean) => {
  const { message, help, ways } = options;
  const { style } = surface;
  const width = columnsOf(surface) - 1;
  const quiet = (text: string): string =>
    wrapLines(text, width, '  ')
      .map((line) => style.dim(line))
      .join('\n');
  const keys = (list: readonly (readonly [string, string])[]): string =>
    quiet(
      [
        list.length > 2 ? words.prompts.keys.tickHelp : words.prompts.keys.chooseHelp,
        ...(ways.includes('back') ? [words.prompts.keys.escapeGoesBack] : []),
        options.quit.key,
      ].join(' · '),
    );
  return {
    message: help === undefined ? message : `${message}\n${help}`,
    loop: false,
    pageSize: roomFor(surface, options).pageSize,
    theme: {
      prefix: {
        idle: style.blue('?'),
        get done() {
          return isDropped() ? style.dim('·') : style.green('✔');
        },
      },
      icon: {
        cursor: style.cyan('❯'),
        checked: style.green('◉'),
        unchecked: '◯',
      },
      style: {
        message: (text: string, status: string) => {
          const [asked = '', ...rest] = text.split('\n');
          const title = wrapLines(style.bold(asked), width - 2, '  ', '').join('\n');
          return status === 'done' || rest.length === 0 ? title : `${title}\n${quiet(rest.join(' '))}`;
        },
        answer: (text: string) =>
          isDropped() ? '' : `\n${wrapLines(style.cyan(text), width, '  ').join('\n')}`,
        highlight: (text: string) => style.cyan(text),
        description: (text: string) => style.dim(text),
        error: (text: string) => style.red(text),
        help: quiet,
        keysHelpTip: keys,
        renderSelectedChoices: (chosen: readonly { short: string }[]) =>
          chosen.length === 0 ? words.prompts.nothingTicked : chosen.map(({ short }) => short).join(' ; '),
      },
    },
  };
};

/** Choices to keep in sight before a hint may take their rows. */
const FEWEST = 5;

/** How a window's rows are shared: a prompt taller than the window is drawn wrong, so a long hint is cut before that. */
const roomFor = (
  surface: Surface,
  { message, help, choices, quit }: ListOptions,
): { pageSize: number; hintRoom: number } => {
  const width = columnsOf(surface) - 1;
  const rowsOf = (text: string): number => wrapLines(text, width, '  ').length;
  const keys = rowsOf([words.prompts.keys.tickHelp, words.prompts.keys.escapeGoesBack, quit.key].join(' · '));
  const fixed = rowsOf(message) + (help === undefined ? 0 : rowsOf(help)) + keys + 3;
  const free = (surface.output.rows || 24) - fixed;
  const tallest = Math.max(0, ...choices.map(({ hints }) => hintRows(hints, width).length));
  const hintRoom = Math.max(0, Math.min(tallest, free - FEWEST));
  return { pageSize: Math.max(3, free - hintRoom), hintRoom };
};
