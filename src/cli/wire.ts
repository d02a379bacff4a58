import { randomUUID } from 'node:crypto';
import type { ReferentialSource } from '../app/ports.ts';
import { createTerminal } from '../output/terminal.ts';
import type { Cli } from './context.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

const referentials = async (): Promise<ReferentialSource> => {
  const { openReferentials } = await import('../storage/referential-source.ts');
  return openReferentials();
};

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
  store: async () => {
    const { openStore } = await import('../storage/portfolio-store.ts');
    return openStore(referentials);
  },
  referentials,
  renderer: async () => ({ render: (await import('../render/html.ts')).renderHtml }),
  documentWriter: async () => {
    const { createDocumentWriter } = await import('../storage/document-writer.ts');
    return createDocumentWriter();
  },
  printer: async ({ browserPath, sandbox }) => {
    const { createDocumentPrinter } = await import('../render/document-printer.ts');
    return createDocumentPrinter({ env, browserPath, noSandbox: sandbox === false });
  },
  endWith,
});
