/** Values that a command line left out: asked for in a terminal, named and refused anywhere else. */
import { AcquisError, Cancelled } from '../app/errors.ts';
import type { Choice, Cleared, Prompter, QuestionArgs, QuestionKey, Reply } from '../app/ports/prompter.ts';
import { words } from '../catalogue/index.ts';
import { sayError, sayLine } from '../output/error-report.ts';
import type { Cli } from './context.ts';
import { SIGNAL_EXITS } from './exit-codes.ts';

/** Each takes the flag that would have given the value, for the refusal. */
export interface Asker {
  line(key: QuestionKey, flags: string, args?: QuestionArgs): Promise<string>;
  text(key: QuestionKey, flags: string, args: QuestionArgs): Promise<string>;
  choose(key: QuestionKey, flags: string, choices: readonly Choice[]): Promise<string>;
  confirm(key: QuestionKey, flags: string): Promise<boolean>;
  /** A line, asked again with the reason for as long as `accept` refuses it. */
  untilAccepted<T>(key: QuestionKey, flags: string, accept: (typed: string) => T): Promise<T>;
  close(): void;
}

/** `nothingDone`: what is said to a person who leaves instead of answering. */
export const createAsker = (cli: Cli, nothingDone: string = words.review.nothingAdded): Asker => {
  let prompter: Prompter | undefined;
  const answerOf = <T>(reply: Reply<T> | Cleared): T => {
    // What is said once stays for good: a sentence cut short by Ctrl-C was not meant, unlike a half-told activity.
    if (reply.kind === 'answer' && reply.leaving === undefined) return reply.value;
    sayLine(nothingDone, cli.terminal);
    throw new Cancelled();
  };
  const open = async (flags: string): Promise<Prompter> => {
    if (!cli.terminal.interactive) throw new AcquisError('usage', 'missing-flag', { flags });
    prompter ??= await cli.prompter({ flags });
    return prompter;
  };
  const line: Asker['line'] = async (key, flags, args) =>
    answerOf(await (await open(flags)).line({ key, ...(args && { args }), ways: [] }));
  return {
    line,
    text: async (key, flags, args) => answerOf(await (await open(flags)).text({ key, args, ways: [] })),
    confirm: async (key, flags) =>
      answerOf(await (await open(flags)).confirm({ key, ways: [], initial: false })),
    choose: async (key, flags, choices) => {
      if (choices.length === 0) throw new AcquisError('usage', 'missing-flag', { flags });
      return answerOf(await (await open(flags)).choose({ key, choices, ways: [] }));
    },
    untilAccepted: async (key, flags, accept) => {
      for (;;) {
        const typed = await line(key, flags);
        try {
          return accept(typed);
        } catch (error) {
          if (!(error instanceof AcquisError)) throw error;
          sayError(error, cli.terminal);
        }
      }
    },
    close: () => {
      prompter?.close();
      if (prompter?.interrupted !== undefined) cli.endWith(SIGNAL_EXITS[prompter.interrupted]);
    },
  };
};
