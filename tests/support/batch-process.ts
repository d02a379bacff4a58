import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './portfolio-folder.ts';

const bin = fileURLToPath(new URL('../../bin/acquis.js', import.meta.url));

/** A run over many folders, watched from outside. */
export interface BatchProcess {
  readonly child: ChildProcess;
  /** Lines of data so far. */
  readonly lines: () => readonly string[];
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** Processes of this run that are still there. */
  readonly left: () => readonly string[];
  /** What it has in its temporary folder. */
  readonly temporaries: () => readonly string[];
}

/** Everything that was started with this temporary folder, by its environment or its command line. */
const processesWith = (temporary: string): string[] =>
  readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/u.test(pid)) return [];
    try {
      const [line = '', environment = ''] = ['cmdline', 'environ'].map((file) =>
        readFileSync(`/proc/${pid}/${file}`, 'latin1'),
      );
      return line !== '' && `${line}${environment}`.includes(temporary) ? [`${pid} ${line}`] : [];
    } catch {
      return [];
    }
  });

export const startBatch = (args: readonly string[], cwd: string): BatchProcess => {
  const temporary = temporaryFolder();
  // The browser runs as another user when the tests run as root.
  chmodSync(temporary, 0o755);
  const child = spawn(process.execPath, [bin, 'batch', ...args], {
    cwd,
    env: { ...process.env, TMPDIR: temporary, NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return {
    child,
    lines: () => text.split('\n').slice(0, -1),
    ended: new Promise((resolve) => {
      child.on('close', (code, signal) => resolve({ code, signal }));
    }),
    left: () => processesWith(temporary),
    temporaries: () => readdirSync(temporary),
  };
};
