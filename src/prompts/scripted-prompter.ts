import { z } from 'zod';
import { AcquisError } from '../app/errors.ts';
import type { Choice, Prompter, Question, Reply } from '../app/ports/prompter.ts';
import { words } from '../catalogue/index.ts';
import { parseTypedDate } from './typed-dates.ts';

const Scalar = z.union([z.string(), z.number().transform(String), z.boolean(), z.null()]);
const Value = z.union([Scalar, z.array(z.union([z.string(), z.number().transform(String)]))]);
/**
 * An answers file: a list, in the order of the questions, of one-key maps `key: answer`. A choice is answered by its
 * value or its label, several by a list, a confirmation by `oui`/`non`; an empty answer or `:passer` skips, `:revenir`
 * goes back, `:quitter` saves and leaves.
 */
export const Answers = z.array(
  z.record(z.string(), Value).refine((entry) => Object.keys(entry).length === 1),
);
export type Answers = z.infer<typeof Answers>;

const WAYS: Readonly<Record<string, 'skip' | 'back' | 'quit'>> = {
  ':passer': 'skip', ':revenir': 'back', ':quitter': 'quit', ':skip': 'skip', ':back': 'back', ':quit': 'quit',
}; // prettier-ignore

/** Reads an answers file already parsed from YAML or JSON: the list itself, or a map whose `answers` holds it. */
export const parseAnswers = (data: unknown, file: string): Answers => {
  const list = typeof data === 'object' && data !== null && 'answers' in data ? data.answers : data;
  const result = Answers.safeParse(list);
  if (result.success) return result.data;
  const index = result.error.issues[0]?.path[0];
  throw new AcquisError('data', 'bad-answers', { file, number: typeof index === 'number' ? index + 1 : 1 });
};

/** Answers from a list. A question that is not the next one of the list, or has no answer, is an error that names it. */
export const createScriptedPrompter = (answers: Answers): Prompter => {
  let position = 0;

  const take = (question: Question): Answers[number][string] => {
    const entry = answers[position];
    if (entry === undefined)
      throw new AcquisError('data', 'missing-answer', { question: question.key, number: position + 1 });
    const [key = ''] = Object.keys(entry);
    if (key !== question.key)
      throw new AcquisError('data', 'unexpected-answer', {
        question: question.key,
        found: key,
        number: position + 1,
      });
    position += 1;
    return entry[key] ?? null;
  };
  const refuse = (question: Question, value: unknown): never => {
    throw new AcquisError('data', 'refused-answer', {
      question: question.key,
      value: String(value),
      number: position,
    });
  };
  const single = (question: Question): Reply<string> => {
    const value = take(question);
    const text = Array.isArray(value) ? refuse(question, value) : value === null ? '' : String(value);
    const way = text === '' ? 'skip' : WAYS[text];
    if (way === undefined) return { kind: 'answer', value: text };
    if (way !== 'quit' && !(question.ways ?? ['skip', 'back']).includes(way)) return refuse(question, text);
    return { kind: way };
  };
  const among = (question: Question & { readonly choices: readonly Choice[] }, typed: string): string =>
    question.choices.find(({ value }) => value === typed)?.value ??
    question.choices.find(({ value, label }) => (label ?? choiceLabel(value)) === typed)?.value ??
    refuse(question, typed);
  const line = (question: Question): Promise<Reply<string>> => Promise.resolve(single(question));

  return {
    choose: (question) => {
      const reply = single(question);
      return Promise.resolve(
        reply.kind === 'answer' ? { ...reply, value: among(question, reply.value) } : reply,
      );
    },
    tick: (question) => {
      const value = take(question);
      if (Array.isArray(value))
        return Promise.resolve({ kind: 'answer', value: value.map((typed) => among(question, typed)) });
      const text = value === null ? '' : String(value);
      const way = WAYS[text];
      if (way !== undefined) return Promise.resolve({ kind: way });
      return Promise.resolve({ kind: 'answer', value: text === '' ? [] : [among(question, text)] });
    },
    line,
    text: line,
    path: line,
    date: (question) => {
      const reply = single(question);
      if (reply.kind !== 'answer') return Promise.resolve(reply);
      return Promise.resolve({
        ...reply,
        value: parseTypedDate(reply.value) ?? refuse(question, reply.value),
      });
    },
    confirm: (question) => {
      const reply = single(question);
      if (reply.kind !== 'answer') return Promise.resolve(reply);
      const value = CONFIRMATIONS[reply.value.toLowerCase()];
      return Promise.resolve({ ...reply, value: value ?? refuse(question, reply.value) });
    },
    close: () => undefined,
    interrupted: undefined,
  };
};

const CONFIRMATIONS: Readonly<Record<string, boolean>> = {
  oui: true, non: false, true: true, false: false, yes: true, no: false,
}; // prettier-ignore

const choiceLabel = (value: string): string | undefined => {
  const labels: Readonly<Record<string, string>> = words.walk.choices;
  return labels[value];
};
