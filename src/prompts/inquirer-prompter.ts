import type { ReadStream, WriteStream } from 'node:tty';
import { AbortPromptError, ExitPromptError } from '@inquirer/core';
import type { Choice, Prompter, Question, Reply, ClearableReply } from '../app/ports/prompter.ts';
import { words } from '../catalogue/index.ts';
import { questionWords, type AskedWords } from '../catalogue/question-words.ts';
import { chooseInList, tickInList, type ListOptions } from './choice-list.ts';
import { Keyboard } from './keyboard.ts';
import { askLinearly } from './linear-field.ts';
import { chooseByNumber, tickByNumbers } from './numbered-list.ts';
import { columnsOf, wrapLines, type Palette, type Surface } from './surface.ts';
import { isCommand } from './text-editing.ts';
import { askInField, type FieldResult } from './text-field.ts';
import { showText } from './text-layout.ts';
import { isOngoing, parseTypedDate, problemOfDate } from './typed-dates.ts';
import { parseTypedPath } from './typed-paths.ts';

export interface TerminalPrompterOptions {
  readonly input: ReadStream;
  /** Questions are written to stderr: stdout carries data. */
  readonly output: WriteStream;
  readonly style: Palette;
  readonly accessible: boolean;
  readonly env: NodeJS.ProcessEnv;
}

/** Asks in a terminal: lists with Inquirer, texts in a field of ours that keeps a paste whole. */
export const createTerminalPrompter = (options: TerminalPrompterOptions): Prompter => {
  const plain = options.accessible || options.env['TERM'] === 'dumb';
  const keyboard = new Keyboard(options.input, options.output, plain);
  const surface: Surface = { keyboard, output: options.output, style: options.style, plain };
  const hasEditor = Boolean(options.env['VISUAL'] ?? options.env['EDITOR']);
  const ask = (question: Asked, multiline: boolean): Promise<ClearableReply> =>
    askText(surface, question, { multiline, hasEditor });

  return {
    choose: (question) => {
      const list = { ...listOf(question), initial: question.initial };
      return plain ? chooseByNumber(surface, list) : chooseInList(surface, list);
    },
    tick: (question) => {
      const list = { ...listOf(question), ticked: question.ticked };
      return plain ? tickByNumbers(surface, list) : tickInList(surface, list);
    },
    line: async (question) => neverCleared(await ask(question, false)),
    text: (question) => ask(question, true),
    path: async (question) => mapReply(neverCleared(await ask(question, false)), parseTypedPath),
    date: async (question) =>
      toDate(
        await askText(surface, question, {
          multiline: false,
          hasEditor,
          problemOf: (text) => (mayGoOn(question) && isOngoing(text) ? undefined : problemOfDate(text)),
        }),
        question,
      ),
    confirm: async (question) => {
      const list = {
        ...listOf({ ...question, choices: [{ value: 'yes' }, { value: 'no' }] }),
        initial: question.initial === undefined ? undefined : question.initial ? 'yes' : 'no',
      };
      const reply = await (plain ? chooseByNumber(surface, list) : chooseInList(surface, list));
      return mapReply(reply, (value) => value === 'yes');
    },
    close: () => keyboard.close(),
    get interrupted() {
      return keyboard.interrupted;
    },
  };
};

type Asked = Question & { readonly initial?: string | undefined; readonly clearable?: boolean };

const mapReply = <A, B>(reply: Reply<A>, map: (value: A) => B): Reply<B> =>
  reply.kind === 'answer' ? { ...reply, value: map(reply.value) } : reply;

/** For questions that are never clearable. */
const neverCleared = (reply: ClearableReply): Reply<string> =>
  reply.kind === 'clear' ? { kind: 'skip' } : reply;

const DEFAULT_WAYS = ['skip', 'back'] as const;

/** A title written by hand may hold anything: it must not command the terminal from inside a question. */
const safeWords = ({ key, args }: Question): AskedWords => {
  const asked = questionWords(key, args);
  return { ...asked, message: showText(asked.message), help: asked.help && showText(asked.help) };
};

const listOf = (question: Question & { readonly choices: readonly Choice[] }): ListOptions => {
  const { message, help, quit } = safeWords(question);
  const labels: Readonly<Record<string, string>> = words.walk.choices;
  return {
    message,
    help,
    quit,
    ways: question.ways ?? DEFAULT_WAYS,
    choices: question.choices.map(({ value, label, hint, details = [] }) => ({
      value,
      label: label ?? labels[value] ?? value,
      hints: [
        // First: in a small window the hint is what gets cut.
        ...details.map(({ kind, text }) => words.prompts.details[kind](text)),
        ...(hint === undefined ? [] : [hint]),
      ],
    })),
  };
};

const say = (surface: Surface, text: string): void => {
  const lines = wrapLines(text, columnsOf(surface) - 1, '  ');
  surface.output.write(lines.map((line) => `${surface.style.yellow(line)}\n`).join(''));
};

type ProblemOf = (text: string) => string | undefined;

/** Asks until there is an answer or a way out: `?` shows more help, `<` goes back, nothing skips where one may. */
const askText = async (
  surface: Surface,
  question: Asked,
  { multiline, hasEditor, problemOf }: { multiline: boolean; hasEditor: boolean; problemOf?: ProblemOf },
): Promise<ClearableReply> => {
  const { message, help, more, empty, quit } = safeWords(question);
  const ways = question.ways ?? DEFAULT_WAYS;
  const isKnown = (question.initial ?? '') !== '';
  // Emptying what is known is no skip: it erases, where that may be erased.
  const canSkip = isKnown ? question.clearable === true : ways.includes('skip');
  const canGoBack = ways.includes('back');
  const field = surface.plain ? askLinearly : askInField;
  let initial = question.initial ?? '';
  for (;;) {
    const result = await field(surface, {
      message, help, empty: empty ?? (isKnown ? words.prompts.erased : undefined), quitHint: quit.key, initial, multiline, canSkip, canGoBack, hasEditor,
      problemOf: (text) => (text !== '' ? problemOf?.(text) : canSkip ? undefined : words.prompts.required),
    }); // prettier-ignore
    const typed = result.text.trim();
    if (result.kind === 'editor') initial = await openEditor(surface, message, result.text);
    else if (result.kind === 'done' && typed === '?') say(surface, more ?? words.prompts.noMoreHelp);
    else if (result.kind === 'done' && typed === '<') {
      if (canGoBack) return { kind: 'back' };
    } else return replyOf(result, multiline, question.initial ?? '');
  }
};

const replyOf = (result: FieldResult, multiline: boolean, initial: string): ClearableReply => {
  const value = multiline ? result.text : result.text.trim();
  if (result.kind === 'back' || result.kind === 'quit') {
    return value === '' || isCommand(value) || value === initial.trim()
      ? { kind: result.kind }
      : { kind: 'answer', value, leaving: result.kind };
  }
  if (value !== '') return { kind: 'answer', value };
  return { kind: initial === '' ? 'skip' : 'clear' };
};

/** An end left empty says that it has not come; « aujourd’hui » says the same. */
const mayGoOn = (question: Asked): boolean => questionWords(question.key, question.args).empty !== undefined;

/** What was typed when leaving may be no date: then there is nothing to keep. An end that has not come is none. */
const toDate = (reply: ClearableReply, { initial, clearable }: Asked): ClearableReply => {
  if (reply.kind !== 'answer') return reply;
  const date = parseTypedDate(reply.value);
  if (date !== undefined) return { ...reply, value: date };
  const isEmptied = isOngoing(reply.value) && clearable === true && (initial ?? '') !== '';
  return { kind: reply.leaving ?? (isEmptied ? 'clear' : 'skip') };
};

/** The person's own editor, on demand; the terminal is lent to it meanwhile. One that does not start loses no text. */
const openEditor = async (surface: Surface, message: string, text: string): Promise<string> => {
  const controller = new AbortController();
  // Inquirer reports a failed start on the screen only, then waits for a key nobody reads.
  const giveUp = (): string => {
    controller.abort();
    return '';
  };
  const style = { error: giveUp, waitingMessage: () => '', loadingMessage: () => '' };
  const config = { message, default: text, waitForUserInput: false, postfix: '.md', theme: { style } };
  try {
    return await surface.keyboard.lend(async () => {
      const { editor } = await import('@inquirer/prompts');
      const context = { output: surface.output, signal: controller.signal };
      return (await editor(config, context)).trimEnd();
    });
  } catch (error) {
    if (!(error instanceof AbortPromptError || error instanceof ExitPromptError)) throw error;
    if (surface.keyboard.interrupted === undefined) say(surface, words.prompts.noEditor);
    return text;
  }
};
