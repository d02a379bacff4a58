import { randomUUID } from 'node:crypto';
import { createTerminal } from '../output/terminal.ts';
import type { Cli } from './context.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** The composition root: the one place that constructs adapters. */
export const wire = (
  env: NodeJS.ProcessEnv,
  color: boolean | undefined,
  endWith: (code: number) => void,
): Cli => ({
  terminal: createTerminal({ env, color }),
  env,
  clock: {
    today: () => {
      const now = new Date();
      return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
    },
  },
  ids: { newId: () => randomUUID() },
  store: () => Promise.reject(new Error('storage is not wired yet')),
  referentials: async () => {
    const { openReferentials } = await import('../storage/referential-source.ts');
    return openReferentials();
  },
  printer: async ({ browserPath, sandbox }) => {
    const { createDocumentPrinter } = await import('../render/document-printer.ts');
    return createDocumentPrinter({ env, browserPath, noSandbox: sandbox === false });
  },
  endWith,
});
