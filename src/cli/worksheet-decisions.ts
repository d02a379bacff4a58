/** What only the person can decide about a form that came back: from flags, or asked in a terminal. */
import { AcquisError, Cancelled } from '../app/errors.ts';
import type { Choice, Prompter, Reply } from '../app/ports/prompter.ts';
import type { ReadForm } from '../app/worksheet/read-form.ts';
import type { Decisions, RestPlace, Side } from '../app/worksheet/save-form.ts';
import { words } from '../catalogue/index.ts';
import { fieldWords } from '../catalogue/worksheet-words.ts';
import type { Worksheet } from '../domain/worksheet/worksheet.ts';
import { sayLine } from '../output/error-report.ts';
import type { Cli } from './context.ts';
import { SIGNAL_EXITS } from './exit-codes.ts';

export interface DecisionFlags {
  readonly yes?: boolean;
  readonly choose?: readonly string[];
  readonly rest?: string;
}

const SIDES: readonly Side[] = ['fiche', 'portfolio'];
const sameWords = (one: string, other: string): boolean =>
  one.normalize('NFC').toLowerCase().trim() === other.normalize('NFC').toLowerCase().trim();

/** By its key, its heading, or the mark of its competence. */
const fieldNamed = (worksheet: Worksheet, typed: string): string | undefined => {
  const labels = new Map(fieldWords(worksheet).map(({ key, label }) => [key, label]));
  return worksheet.fields.find(({ key, competence }) =>
    [key, labels.get(key), competence?.mark].some((name) => name !== undefined && sameWords(name, typed)),
  )?.key;
};

const sidesOf = (
  worksheet: Worksheet,
  typed: readonly string[],
): { readonly all: Side | undefined; readonly each: ReadonlyMap<string, Side> } => {
  const each = new Map<string, Side>();
  let all: Side | undefined;
  for (const value of typed) {
    const equals = value.lastIndexOf('=');
    const side = SIDES.find((name) => name === value.slice(equals + 1));
    const key = equals < 0 ? undefined : fieldNamed(worksheet, value.slice(0, equals));
    if (side === undefined || (equals >= 0 && key === undefined))
      throw new AcquisError('usage', 'bad-flag', {
        flag: '--choose',
        value,
        expected: words.worksheet.expected.choose,
      });
    if (key === undefined) all = side;
    else each.set(key, side);
  }
  return { all, each };
};

const proseFields = (worksheet: Worksheet): { readonly key: string; readonly label: string }[] =>
  fieldWords(worksheet).filter((_, index) => worksheet.fields[index]?.kind === 'prose');

const restOf = (worksheet: Worksheet, typed: string): RestPlace => {
  if (typed === 'notes') return { to: 'notes' };
  if (typed === 'laisser') return { to: 'leave' };
  const key = fieldNamed(worksheet, typed);
  const fields = proseFields(worksheet);
  if (key !== undefined && fields.some((field) => field.key === key)) return { to: 'field', key };
  const expected = words.worksheet.expected.rest(fields.map(({ label }) => label).join(', '));
  throw new AcquisError('usage', 'bad-flag', { flag: '--rest', value: typed, expected });
};

/** Everything missing is named at once where nobody can be asked. */
const missingFlags = (
  conflicts: readonly string[],
  { rest, yes }: { readonly rest: boolean; readonly yes: boolean },
): string =>
  [
    ...conflicts.map((key) => `--choose ${key}=…`),
    ...(rest ? ['--rest'] : []),
    ...(yes ? ['--yes'] : []),
  ].join(', ');

const answerOf = <T>(reply: Reply<T>): T => {
  if (reply.kind === 'answer' && reply.leaving === undefined) return reply.value;
  throw new Cancelled();
};

/** Asks what the flags did not say. Undefined where the person wants nothing saved. */
export const decide = async (
  form: ReadForm,
  flags: DecisionFlags,
  cli: Cli,
): Promise<Decisions | undefined> => {
  const { worksheet, comparisons, unrecognised } = form;
  const { all, each } = sidesOf(worksheet, flags.choose ?? []);
  const sides = new Map<string, Side>();
  const open: string[] = [];
  for (const { field, standing } of comparisons) {
    if (standing !== 'conflict') continue;
    const side = each.get(field.key) ?? all;
    if (side === undefined) open.push(field.key);
    else sides.set(field.key, side);
  }
  let rest = flags.rest === undefined ? undefined : restOf(worksheet, flags.rest);
  const needsRest = unrecognised.length > 0 && rest === undefined;
  const needsYes = flags.yes !== true;
  if (open.length === 0 && !needsRest && !needsYes) return { sides, rest };
  const missing = missingFlags(open, { rest: needsRest, yes: needsYes });
  if (!cli.terminal.interactive) throw new AcquisError('usage', 'missing-flag', { flags: missing });
  const prompter = await cli.prompter({ flags: missing });
  try {
    for (const key of open) sides.set(key, await askSide(prompter, worksheet, key));
    if (needsRest) rest = await askRest(prompter, worksheet);
    const isSaved = !needsYes || answerOf(await prompter.confirm({ key: 'worksheet.save', ways: [] }));
    return isSaved ? { sides, rest } : undefined;
  } catch (error) {
    if (error instanceof Cancelled) sayLine(words.worksheet.notSaved, cli.terminal);
    throw error;
  } finally {
    prompter.close();
    if (prompter.interrupted !== undefined) cli.endWith(SIGNAL_EXITS[prompter.interrupted]);
  }
};

const askSide = async (prompter: Prompter, worksheet: Worksheet, key: string): Promise<Side> => {
  const label = fieldWords(worksheet).find((field) => field.key === key)?.label ?? key;
  const choices: Choice[] = SIDES.map((value) => ({ value, label: words.worksheet.keep[value] }));
  const reply = await prompter.choose({
    key: 'worksheet.conflict',
    args: { field: label },
    choices,
    ways: [],
  });
  return answerOf(reply) as Side;
};

const askRest = async (prompter: Prompter, worksheet: Worksheet): Promise<RestPlace> => {
  const { restTo } = words.worksheet;
  const fields = proseFields(worksheet);
  const choices: Choice[] = [
    { value: 'notes', label: restTo.notes },
    ...fields.map(({ label }, index) => ({ value: String(index), label: restTo.field(label) })),
    { value: 'leave', label: restTo.leave },
  ];
  const chosen = answerOf(await prompter.choose({ key: 'worksheet.rest', choices, ways: [] }));
  if (chosen === 'notes' || chosen === 'leave') return { to: chosen };
  return { to: 'field', key: fields[Number(chosen)]?.key ?? '' };
};
