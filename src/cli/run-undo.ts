import { AcquisError } from '../app/errors.ts';
import type { TextVersions, UndoPlan } from '../app/ports/undo.ts';
import { listTexts, planUndo, type UndoRequest } from '../app/undo-change.ts';
import { words } from '../catalogue/index.ts';
import { sayLine } from '../output/error-report.ts';
import { textsDocument, textsList, undoDocument, undoText } from '../output/undo-report.ts';
import { createAsker } from './ask-missing.ts';
import type { Cli } from './context.ts';
import { oneOf, wholeFlag } from './flags.ts';

export interface UndoFlags {
  readonly list?: boolean;
  readonly to?: string;
  readonly redo?: boolean;
  readonly yes?: boolean;
  readonly format: string;
}

const LAST_NUMBER = 999_999;

const asked = ({ to, redo }: UndoFlags): UndoRequest['to'] => {
  if (to === undefined) return redo === true ? 'forward' : 'back';
  if (redo === true)
    throw new AcquisError('usage', 'bad-flag', {
      flag: '--redo',
      value: '',
      expected: words.undo.expected.one,
    });
  return wholeFlag('--to', to, 1, LAST_NUMBER, words.undo.expected.number);
};

/** Where nobody can be asked, nothing is done without `--yes`. */
const isWanted = async (flags: UndoFlags, cli: Cli): Promise<boolean> => {
  if (flags.yes === true) return true;
  const asker = createAsker(cli, words.undo.nothingDone);
  try {
    return await asker.confirm('undo.confirm', '--yes');
  } finally {
    asker.close();
  }
};

/** Shows what would come back, asks, and puts it back byte for byte. */
export const runUndo = async (folder: string, flags: UndoFlags, cli: Cli): Promise<void> => {
  const format = oneOf('--format', flags.format, ['text', 'json'], words.undo.expected.format);
  const versions = await cli.textVersions();
  if (flags.list === true) return showList(versions, folder, format, cli);
  const plan = await planUndo(versions, { folder, to: asked(flags) });
  if (format === 'text') cli.terminal.data(undoText(plan, cli.terminal));
  if (!(await isWanted(flags, cli))) return sayLine(words.undo.nothingDone, cli.terminal);
  await versions.restore(folder, plan);
  if (format === 'json') cli.terminal.data(undoDocument(plan));
  else sayDone(plan, folder, asked(flags), cli);
};

const showList = async (
  versions: TextVersions,
  folder: string,
  format: 'text' | 'json',
  cli: Cli,
): Promise<void> => {
  const list = await listTexts(versions, folder);
  cli.terminal.data(format === 'json' ? textsDocument(list) : textsList(list, cli.terminal));
  if (list.texts.length === 0) sayLine(words.undo.none, cli.terminal);
};

const sayDone = ({ target, lostProofs }: UndoPlan, folder: string, to: UndoRequest['to'], cli: Cli): void => {
  const { done, next } = words.undo;
  const way = typeof to === 'number' ? 'elsewhere' : to;
  sayLine(`${done(target.count)} ${next[way](folder)}`, cli.terminal);
  if (lostProofs.length > 0) sayLine(words.undo.lost(lostProofs), cli.terminal);
};
