import { PassThrough } from 'node:stream';
import { checkbox, select, Separator } from '@inquirer/prompts';
import { AbortPromptError, ExitPromptError } from '@inquirer/core';
import { words } from '../catalogue/index.ts';
import type { Reply, Way } from '../app/prompter.ts';
import { columnsOf, wrapLines, type Surface } from './surface.ts';
import { showText } from './text-layout.ts';

export interface ListedChoice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface ListOptions {
  readonly message: string;
  readonly help: string | undefined;
  readonly choices: readonly ListedChoice[];
  readonly ways: readonly ('skip' | 'back')[];
}

/** One choice among several, with the ways out listed under them. */
export const chooseInList = (
  surface: Surface,
  options: ListOptions & { readonly initial?: string | undefined },
): Promise<Reply<string>> => {
  const items = options.choices.map((choice) => ({
    value: choice.value,
    ...labelled(surface, choice, 2),
  }));
  const ways = [...options.ways, 'quit' as const].map((way) => ({
    value: `:${way}`,
    name: words.prompts.ways[way],
  }));
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

/** Several choices, none included. */
export const tickInList = (
  surface: Surface,
  options: ListOptions & { readonly ticked: readonly string[] },
): Promise<Reply<readonly string[]>> =>
  withInquirer(surface, options, async (context, config) => ({
    kind: 'answer',
    value: await checkbox(
      {
        ...config,
        shortcuts: { all: null, invert: null },
        choices: options.choices.map((choice) => ({
          value: choice.value,
          checked: options.ticked.includes(choice.value),
          ...labelled(surface, choice, 3),
        })),
      },
      context,
    ),
  }));

const labelled = (
  surface: Surface,
  { label, hint }: ListedChoice,
  indent: number,
): { name: string; short: string; description?: string } => {
  const width = columnsOf(surface) - 1;
  const name = wrapLines(showText(label), width, ' '.repeat(indent), '').join('\n');
  return {
    name,
    short: showText(label),
    ...(hint !== undefined && { description: wrapLines(showText(hint), width, '  ').join('\n') }),
  };
};

interface Context {
  readonly input: PassThrough;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/**
 * Inquirer reads keys from a stream of ours: pastes never reach it (their line breaks would choose), Escape goes back,
 * an interruption aborts.
 */
const withInquirer = async <T>(
  surface: Surface,
  options: ListOptions,
  ask: (context: Context, config: ReturnType<typeof configOf>) => Promise<Reply<T>>,
): Promise<Reply<T>> => {
  if (surface.keyboard.interrupted !== undefined) return { kind: 'quit' };
  const controller = new AbortController();
  const input = new PassThrough();
  let way: 'back' | 'quit' = 'quit';
  const stop = surface.keyboard.listen(
    (event) => {
      if (event.type === 'paste') return;
      if (event.type === 'key' && event.name === 'escape') {
        if (!options.ways.includes('back')) return;
        way = 'back';
        controller.abort();
      } else input.write(event.raw);
    },
    () => controller.abort(),
  );
  try {
    return await ask(
      { input, output: surface.output, signal: controller.signal },
      configOf(surface, options),
    );
  } catch (error) {
    if (error instanceof AbortPromptError || error instanceof ExitPromptError) return { kind: way };
    throw error;
  } finally {
    stop();
    input.destroy();
  }
};

/** Messages, page and theme: French, wrapped between words, coloured by our own decision and not by Inquirer's. */
const configOf = (surface: Surface, { message, help, ways }: ListOptions) => {
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
        words.prompts.keys.quit,
      ].join(' · '),
    );
  const rows = surface.output.rows || 24;
  return {
    message: help === undefined ? message : `${message}\n${help}`,
    loop: false,
    pageSize: Math.max(5, rows - 8),
    theme: {
      prefix: { idle: style.blue('?'), done: style.green('✔') },
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
        answer: (text: string) => `\n${wrapLines(style.cyan(text), width, '  ').join('\n')}`,
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
