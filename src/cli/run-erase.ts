import { AcquisError } from '../app/errors.ts';
import type { ErasureResult } from '../app/ports/erasure.ts';
import { words } from '../catalogue/index.ts';
import { erasureDocument, erasureText, failureLines } from '../output/erasure-report.ts';
import { sayLine } from '../output/error-report.ts';
import { createAsker } from './ask-missing.ts';
import type { Cli } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { oneOf } from './flags.ts';

export interface EraseFlags {
  readonly confirm?: string;
  readonly format: string;
}

/** Typed by hand, on a keyboard that may compose accents its own way. */
const spelled = (name: string): string => name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();

const typedName = async (name: string, { confirm }: EraseFlags, cli: Cli): Promise<string> => {
  if (confirm !== undefined) return confirm;
  const asker = createAsker(cli, words.erasure.nothingDone);
  try {
    return await asker.line('erase.confirm', '--confirm', { name });
  } finally {
    asker.close();
  }
};

/** Shows what goes and what stays, asks for the name, and takes the portfolio away for good. */
export const runErase = async (folder: string, flags: EraseFlags, cli: Cli): Promise<void> => {
  const format = oneOf('--format', flags.format, ['text', 'json'], words.erasure.expected.format);
  const eraser = await cli.portfolioEraser();
  const plan = await eraser.plan(folder);
  if (plan.emptied) sayLine(words.erasure.emptied(plan.folder), cli.terminal);
  else {
    if (format === 'text') cli.terminal.data(erasureText(plan, cli.terminal));
    const value = await typedName(plan.name, flags, cli);
    if (spelled(value) !== spelled(plan.name))
      throw new AcquisError('usage', 'erase-name', { value, name: plan.name });
  }
  const result = await eraser.erase(plan);
  if (format === 'json') cli.terminal.data(erasureDocument(plan, result));
  else sayResult(plan.folder, result, cli);
  if (result.failed.length > 0) cli.endWith(EXIT.io);
};

const sayResult = (folder: string, result: ErasureResult, cli: Cli): void => {
  const { done, left, failed } = words.erasure;
  if (result.failed.length > 0) {
    for (const line of failureLines(result)) sayLine(line, cli.terminal);
    return sayLine(failed(result.failed.length), cli.terminal);
  }
  sayLine(done(folder), cli.terminal);
  if (result.left.length > 0) sayLine(left(result.left), cli.terminal);
};
