import { checkFolder } from '../../app/batch/check-folder.ts';
import { words } from '../../catalogue/index.ts';
import type { BatchCheckFlags } from '../commands/batch.ts';
import type { Cli } from '../context.ts';
import { checkOptions } from '../check-flags.ts';
import { oneOf } from '../flags.ts';
import { batchSettings } from './batch-flags.ts';
import { runBatchCommand } from './run-command.ts';

export const runBatchCheck = async (
  args: readonly string[],
  flags: BatchCheckFlags,
  cli: Cli,
): Promise<void> => {
  const options = checkOptions(flags, cli);
  const { privacy = false } = flags;
  const format = oneOf('--format', flags.format, ['text', 'json'], words.batch.expected.format);
  const settings = batchSettings(flags);
  await runBatchCommand(
    {
      name: 'check',
      args,
      settings,
      options: { ...options, privacy },
      reports: privacy ? 'privacy' : 'folders',
      refusesOutputs: false,
      stdout: format === 'json' ? 'json' : 'lines',
      // One more in each reader's hands while it answers.
      atOnce: settings.jobs * 2,
      work: (item, { workers }) => checkFolder(workers, item, { ...options, privacy }),
      close: async () => undefined,
    },
    cli,
  );
};
