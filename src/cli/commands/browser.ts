import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';

interface InstallFlags {
  readonly baseUrl?: string;
}

export const declareBrowser = (parent: Command, cli: Cli): void => {
  const { description, install } = words.browser;
  parent
    .command('browser')
    .description(description)
    .command('install')
    .description(install.description)
    .option('--base-url <adresse>', install.baseUrl)
    .action((flags: InstallFlags) => runInstall(flags, cli));
};

const runInstall = async ({ baseUrl }: InstallFlags, cli: Cli): Promise<void> => {
  const { urlFlag } = await import('../flags.ts');
  const { install } = words.browser;
  const { path, version, isNew } = await cli.installBrowser({
    baseUrl: baseUrl === undefined ? undefined : urlFlag('--base-url', baseUrl, install.expectedUrl),
    onProgress: tenLines(cli),
  });
  cli.terminal.say(isNew ? install.done(version) : install.already(version));
  cli.terminal.data(`${path}\n`);
};

/** A line for each tenth, or for each ten megabytes of who knows how many: readable in a log as on a screen. */
const tenLines = (cli: Cli): ((received: number, total: number | undefined) => void) => {
  const { progress, progressUnsized } = words.browser.install;
  let said = 0;
  return (received, total) => {
    const step = Math.floor(received / (total === undefined ? 1e7 : total / 10));
    if (step <= said) return;
    said = step;
    cli.terminal.say(total === undefined ? progressUnsized(received) : progress(received, total));
  };
};
