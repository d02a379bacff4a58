import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/acquis.js', import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const HANDLE_XFSZ = `--import=data:text/javascript,process.on('SIGXFSZ',()=>{})`;

interface Surroundings {
  /** Another copy of the command. */
  readonly bin?: string;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** In blocks of 1 kB; beyond it the system writes short and then fails. */
  readonly fileSizeLimit?: number;
}

/** Runs the built command with no terminal and closed stdin; `env` is added to a colourless surrounding. */
export const runAcquis = (
  args: readonly string[],
  { bin = BIN, env = {}, cwd, fileSizeLimit }: Surroundings = {},
): Promise<Run> =>
  new Promise((resolve, reject) => {
    const command = [process.execPath, bin, ...args];
    const limited = ['bash', '-c', `ulimit -f ${fileSizeLimit}; exec "$@"`, 'bash', ...command];
    const [file = '', ...rest] = fileSizeLimit === undefined ? command : limited;
    const child = spawn(file, rest, {
      cwd,
      env: {
        ...process.env,
        // A signal comes with the limit; handled, it leaves the failed write to speak.
        ...(fileSizeLimit !== undefined && { NODE_OPTIONS: HANDLE_XFSZ }),
        NO_COLOR: '1',
        COLUMNS: '80',
        FORCE_COLOR: undefined,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
