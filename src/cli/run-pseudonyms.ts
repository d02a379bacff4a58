/** What the `pseudonym` commands do once they are parsed. */
import { AcquisError } from '../app/errors.ts';
import {
  addPseudonym,
  editPseudonym,
  removePseudonym,
  type PseudonymFields,
} from '../app/privacy/edit-pseudonyms.ts';
import { words } from '../catalogue/index.ts';
import { NAME_KINDS } from '../domain/privacy/name-forms.ts';
import type { PseudonymEntry } from '../domain/privacy/pseudonym-file.ts';
import { sayLine } from '../output/error-report.ts';
import { pseudonymDocument, pseudonymLines } from '../output/pseudonym-list.ts';
import type { Cli } from './context.ts';
import { oneOf } from './flags.ts';
import { placeOf } from './placed-word.ts';

export interface PseudonymFlags {
  readonly format: string;
  readonly name?: string;
  readonly pseudonym?: string;
  readonly kind?: string;
  readonly alias?: readonly string[];
}

const formatOf = ({ format }: PseudonymFlags): 'text' | 'json' =>
  oneOf('--format', format, ['text', 'json'], words.editing.expected.format);

const fieldsOf = ({ name, pseudonym, kind, alias }: PseudonymFlags): PseudonymFields => ({
  name: name?.trim(),
  pseudonym: pseudonym?.trim(),
  kind: kind === undefined ? undefined : oneOf('--kind', kind, NAME_KINDS, words.pseudonyms.expected),
  // `--alias ""` takes them away.
  aliases: alias?.map((one) => one.trim()).filter((one) => one !== ''),
});

/** A list beside no portfolio would be applied to nothing. */
const requirePortfolio = async (folder: string, cli: Cli): Promise<void> => {
  await (await cli.store()).open(folder);
};

/** The name itself is not said again: what a terminal shows is seen by others, and kept. */
const report = (
  done: 'added' | 'updated' | 'removed',
  entry: PseudonymEntry,
  flags: PseudonymFlags,
  cli: Cli,
): void => {
  cli.terminal.data(
    formatOf(flags) === 'json' ? pseudonymDocument({ id: entry.id, entry }) : `${entry.id}\n`,
  );
  sayLine(words.pseudonyms[done](entry.id, entry.pseudonym), cli.terminal);
};

export const runAddPseudonym = async (folder: string, flags: PseudonymFlags, cli: Cli): Promise<void> => {
  formatOf(flags);
  for (const flag of ['name', 'pseudonym'] as const)
    if (flags[flag] === undefined) throw new AcquisError('usage', 'missing-flag', { flags: `--${flag}` });
  await requirePortfolio(folder, cli);
  const entry = await addPseudonym(await cli.pseudonyms(), folder, fieldsOf(flags));
  report('added', entry, flags, cli);
  sayLine(words.pseudonyms.kept, cli.terminal);
};

export const runEditPseudonym = async (
  first: string,
  second: string | undefined,
  flags: PseudonymFlags,
  cli: Cli,
): Promise<void> => {
  formatOf(flags);
  const fields = fieldsOf(flags);
  if (Object.values(fields).every((value) => value === undefined))
    throw new AcquisError('usage', 'nothing-to-change');
  const place = await placeOf(first, second);
  await requirePortfolio(place.folder, cli);
  report('updated', await editPseudonym(await cli.pseudonyms(), place, fields), flags, cli);
};

export const runListPseudonyms = async (folder: string, flags: PseudonymFlags, cli: Cli): Promise<void> => {
  const format = formatOf(flags);
  await requirePortfolio(folder, cli);
  const entries = await (await cli.pseudonyms()).list(folder);
  cli.terminal.data(format === 'json' ? pseudonymDocument({ names: entries }) : pseudonymLines(entries));
  sayLine(entries.length === 0 ? words.pseudonyms.none : words.pseudonyms.reminder, cli.terminal);
};

export const runRemovePseudonym = async (
  first: string,
  second: string | undefined,
  flags: PseudonymFlags,
  cli: Cli,
): Promise<void> => {
  formatOf(flags);
  const place = await placeOf(first, second);
  await requirePortfolio(place.folder, cli);
  report('removed', await removePseudonym(await cli.pseudonyms(), place), flags, cli);
};
