import { makeDeposit } from '../app/deposit/make-deposit.ts';
import type { DocumentPrinter } from '../app/ports/document-printer.ts';
import { AcquisError } from '../app/errors.ts';
import type { Deposit } from '../app/ports/deposit.ts';
import { words } from '../catalogue/index.ts';
import { DEPOSIT_TARGET_IDS, DEPOSIT_TARGETS } from '../domain/deposit/targets.ts';
import { depositSlip, sayCoarsened, sayRefusal } from '../output/deposit-report.ts';
import { sayLine } from '../output/error-report.ts';
import { createNotices } from '../output/finding-notice.ts';
import type { Cli, PrinterFlags } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { dayAsked, oneOf } from './flags.ts';

export interface DepositFlags extends PrinterFlags {
  readonly target?: string;
  readonly out?: string;
  readonly at?: string;
}

const required = (flags: DepositFlags): { target: string; out: string } => {
  const { target, out } = flags;
  if (target !== undefined && out !== undefined) return { target, out };
  const missing = [target === undefined ? ['--target'] : [], out === undefined ? ['--out'] : []].flat();
  throw new AcquisError('usage', 'missing-flag', { flags: missing.join(', ') });
};

/** Everything is made and looked at before the first file is written. */
export const runDeposit = async (folder: string, flags: DepositFlags, cli: Cli): Promise<void> => {
  const { target: typed, out } = required(flags);
  const target = DEPOSIT_TARGETS[oneOf('--target', typed, DEPOSIT_TARGET_IDS, words.deposit.expected.target)];
  const date = dayAsked(cli, flags.at);
  const { writer, cutter, digest } = await cli.depositTools();
  await writer.requireRoom(out);
  let reader: ReturnType<Cli['annexReader']> | undefined;
  let printer: Promise<DocumentPrinter> | undefined;
  const ports = {
    store: await cli.store({ tellsCut: false }),
    referentials: await cli.referentials(),
    renderer: await cli.renderer(),
    printer: () => (printer ??= cli.printer(flags)),
    pageCounter: () => cli.pageCounter(),
    annexReader: () => (reader ??= cli.annexReader()),
    proofTexts: () => (reader ??= cli.annexReader()),
    annexBinder: () => cli.annexBinder(),
    cutter,
    digest,
  };
  try {
    sayLine(words.deposit.working, cli.terminal);
    const outcome = await makeDeposit(ports, { folder, target, date });
    if (outcome.kind === 'refused') {
      const notices = createNotices(cli.terminal);
      for (const refusal of outcome.refusals) sayRefusal(refusal, target, notices, cli.terminal);
      notices.flush();
      sayLine(words.deposit.refused(outcome.refusals.length), cli.terminal);
      return cli.endWith(EXIT.findings);
    }
    const { deposit } = outcome;
    const files = deposit.files.map(({ name, bytes }) => ({ name, content: bytes }));
    const slip = { name: words.deposit.slip.name, content: depositSlip(deposit, date) };
    for (const path of await writer.write(out, [...files, slip])) cli.terminal.data(`${cli.show(path)}\n`);
    sayDone(deposit, out, cli);
  } finally {
    await Promise.all([(await printer)?.close(), (await reader)?.close()]);
  }
};

const sayDone = (deposit: Deposit, out: string, cli: Cli): void => {
  const { files, apart } = deposit;
  sayCoarsened(deposit, cli.terminal);
  const notices = createNotices(cli.terminal);
  for (const found of apart) notices.say(found);
  notices.flush();
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  sayLine(words.deposit.summary(files.length, bytes, out), cli.terminal);
};
