import type { QuestionArgs, QuestionKey } from '../app/ports/prompter.ts';
import { words } from './index.ts';

export interface AskedWords {
  readonly message: string;
  readonly help: string | undefined;
  readonly more: string | undefined;
  readonly empty: string | undefined;
  /** What leaving is called here. */
  readonly quit: { readonly way: string; readonly key: string };
}

/** What a review command left out: nothing is written before the last answer. */
const OF_COMMANDS: ReadonlySet<QuestionKey> = new Set([
  'review.on',
  'review.thread',
  'review.text',
  'review.ask-change',
  'review.author',
]);

/** The sentences of one question with its arguments put in. */
export const questionWords = (key: QuestionKey, args: QuestionArgs = {}): AskedWords => {
  const { message, help, more, empty } = words.questions[key];
  const isOutside =
    key.startsWith('init.') ||
    key.startsWith('menu.') ||
    key.startsWith('worksheet.') ||
    key.startsWith('undo.') ||
    key.startsWith('erase.') ||
    OF_COMMANDS.has(key);
  const quit = isOutside ? words.prompts.quit.plain : words.prompts.quit.saved;
  return { message: message(args), help: help?.(args), more, empty, quit };
};
