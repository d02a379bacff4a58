import { EXIT, exitCodeOf } from './exit-codes.ts';

const colorFlag = (argv: readonly string[]): boolean | undefined =>
  argv.includes('--no-color') ? false : argv.includes('--color') ? true : undefined;

const wantsJson = (argv: readonly string[]): boolean =>
  argv.some((arg, index) => arg === '--format=json' || (arg === '--format' && argv[index + 1] === 'json'));

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
    await buildProgram(cli).parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    return await endOnFailure(error, argv, cli.terminal);
  }
};

const endOnFailure = async (
  error: unknown,
  argv: readonly string[],
  terminal: import('../output/terminal.ts').Terminal,
): Promise<number> => {
  const [{ CommanderError }, { AcquisError, Cancelled }, { sayError, errorDocument }] = await Promise.all([
    import('commander'),
    import('../app/errors.ts'),
    import('../output/error-report.ts'),
  ]);
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Cancelled) return EXIT.interrupted;
  if (error instanceof AcquisError) {
    if (wantsJson(argv)) terminal.data(errorDocument(error));
    else sayError(error, terminal);
    return exitCodeOf(error.kind);
  }
  terminal.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.bug;
};
