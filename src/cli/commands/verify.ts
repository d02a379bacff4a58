import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';
import { textOrJson } from '../listed-option.ts';
import { EXIT } from '../exit-codes.ts';

interface VerifyFlags {
  readonly format: string;
  readonly accept?: boolean;
  readonly folder?: string;
}

export const declareVerify = (parent: Command, cli: Cli): void => {
  const { description, target, options, after } = words.integrity;
  parent
    .command('verify')
    .aliases(['integrite', 'intégrité'])
    .description(description)
    .argument('[dossier-ou-fichier]', target, '.')
    .addOption(textOrJson(options.format))
    .option('--accept', options.accept)
    .option('--folder <dossier>', words.source.verified.folder)
    .addHelpText('after', `\n${after}`)
    .action((path: string, flags: VerifyFlags) => runVerify(path, flags, cli));
};

const runVerify = async (path: string, flags: VerifyFlags, cli: Cli): Promise<void> => {
  const [{ verifyTarget }, { oneOf }] = await Promise.all([
    import('../verify-target.ts'),
    import('../flags.ts'),
  ]);
  const format = oneOf('--format', flags.format, ['text', 'json'], words.integrity.expected.format);
  if (flags.accept === true) await (await cli.folderInspector()).accept(path);
  cli.endWith((await verifyTarget(path, format, cli, flags.folder)) ? EXIT.done : EXIT.data);
};
