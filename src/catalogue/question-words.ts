import type { QuestionArgs, QuestionKey } from '../app/prompter.ts';
import { words } from './index.ts';

/** The sentences of one question with its arguments put in. */
export const questionWords = (
  key: QuestionKey,
  args: QuestionArgs = {},
): { message: string; help: string | undefined; more: string | undefined } => {
  const { message, help, more } = words.questions[key];
  return { message: message(args), help: help?.(args), more };
};
