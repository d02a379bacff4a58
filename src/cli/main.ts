import type { Terminal } from '../output/terminal.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';

const colorFlag = (argv: readonly string[]): boolean | undefined =>
  argv.includes('--no-color') ? false : argv.includes('--color') ? true : undefined;

/** What `--format` names, for failures that end the command before it could read its flags. */
const formatIn = (argv: readonly string[]): string | undefined =>
  argv
    .map((arg, index) => (arg === '--format' ? argv[index + 1] : /^--format=(.*)/u.exec(arg)?.[1]))
    .find((format) => format !== undefined);

/** Runs one command line and returns the exit status; the only try/catch between a command and the process. */
export const main = async (
  argv: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> => {
  // Asked by scripts at every start: answered before anything else is loaded.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    const { packageVersion } = await import('../assets.ts');
    process.stdout.write(`${packageVersion()}\n`);
    return EXIT.done;
  }
  let status: number = EXIT.done;
  const { wire } = await import('./wire.ts');
  const cli = wire(env, colorFlag(argv), (code) => {
    status = code;
  });
  try {
    const { buildProgram } = await import('./program.ts');
    const run = async (words: readonly string[]): Promise<void> => {
      const program = await buildProgram(cli, words);
      await program.parseAsync([...words], { from: 'user' });
    };
    const isBare = argv.every((word) => word === '--color' || word === '--no-color');
    if (isBare && cli.terminal.interactive) await (await import('./commands/menu.ts')).runMenu(cli, run);
    else await run(argv);
    return status;
  } catch (error) {
    return await endOnFailure(error, argv, cli.terminal);
  } finally {
    if (cli.terminal.isGone) endWithWindow();
  }
};

/** Node gives a terminal back when it ends, and aborts where there is none left: end as other programs end then. */
const endWithWindow = (): void => {
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
};

const endOnFailure = async (error: unknown, argv: readonly string[], terminal: Terminal): Promise<number> => {
  const [{ CommanderError }, { AcquisError, Cancelled }, report, { sentenceOfRefusal }] = await Promise.all([
    import('commander'),
    import('../app/errors.ts'),
    import('../output/error-report.ts'),
    import('./parser-refusal.ts'),
  ]);
  if (error instanceof CommanderError) {
    // Help and version end by an exception too.
    if (error.exitCode === 0) return EXIT.done;
    const sentence = sentenceOfRefusal(error);
    if (formatIn(argv) === 'json') terminal.data(report.failureDocument('usage', sentence));
    else report.saySentence(sentence, terminal);
    return EXIT.usage;
  }
  if (error instanceof Cancelled) return EXIT.interrupted;
  if (error instanceof AcquisError) {
    const format = formatIn(argv);
    if (format === 'json') terminal.data(report.errorDocument(error));
    else report.sayError(error, terminal);
    // A service that reads results or a summary must not find an empty file.
    if (format === 'junit' || format === 'markdown')
      terminal.data((await import('../output/failure-formats.ts')).failureIn[format](error));
    return exitCodeOf(error.kind);
  }
  const { packageVersion } = await import('../assets.ts');
  report.sayBug(error, packageVersion(), terminal);
  return EXIT.bug;
};
