import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Diagnosis } from '../../app/ports/diagnosis.ts';
import { AcquisError } from '../../app/errors.ts';
import { words } from '../../catalogue/index.ts';
import { findBrowser } from './find-browser.ts';
import { fontFaces, HEADING_FONTS, TEXT_FONTS } from '../fonts.ts';
import { killGroup, launchBrowser, type LaunchedBrowser } from './launch-browser.ts';
import { withMetadata } from '../pdf/metadata.ts';
import { PrintFailure } from './print-failure.ts';
import { printPage } from './print-page.ts';

export interface BrowserFlags {
  readonly env: NodeJS.ProcessEnv;
  readonly browserPath?: string | undefined;
  readonly noSandbox?: boolean | undefined;
}

const statusOf = (pid: string, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
};

/** On Linux, whether each process that draws pages has a filter on system calls and a pid namespace of its own. */
const isSandboxed = async ({ browser, pid }: LaunchedBrowser): Promise<boolean> => {
  if (process.platform !== 'linux') return true;
  // Without a page no process draws any.
  await browser.newPage();
  const renderers = readdirSync('/proc').filter(
    (name) =>
      /^\d+$/u.test(name) &&
      statusOf(name, 'cmdline').includes('--type=renderer') &&
      Number(statusOf(name, 'stat').split(') ').pop()?.split(' ')[2]) === pid,
  );
  return (
    renderers.length > 0 &&
    renderers.every(
      (name) =>
        /^Seccomp:\s+2$/mu.test(statusOf(name, 'status')) &&
        /^NSpid:(?:\s+\d+){2}/mu.test(statusOf(name, 'status')),
    )
  );
};

const printSample = async (launched: LaunchedBrowser): Promise<Uint8Array> => {
  const style = `${await fontFaces(words.doctor.sample)} body{font-family:${TEXT_FONTS}} h1{font-family:${HEADING_FONTS}}`;
  const document = {
    html: `<!doctype html><html lang="fr"><head><style>@page{size:A4}${style}</style></head><body><h1>${words.doctor.sample}</h1><p>${words.doctor.sample}</p></body></html>`,
    title: 'acquis',
    author: 'acquis',
    lang: 'fr',
  } as const;
  return withMetadata(await printPage(launched.browser, document), document);
};

const failed = (code: Diagnosis['code'], error: unknown): Diagnosis => {
  const known =
    error instanceof AcquisError
      ? error
      : new AcquisError(
          'browser',
          'browser-failed',
          error instanceof PrintFailure
            ? { reason: error.reason, detail: error.detail }
            : { reason: 'crash', detail: '' },
          { cause: error },
        );
  return { code, status: 'failed', args: {}, error: known };
};

const examineLaunched = async (launched: LaunchedBrowser, noSandbox: boolean): Promise<Diagnosis[]> => {
  const started = performance.now();
  const timer = setTimeout(() => killGroup(launched.pid), 30_000);
  try {
    const pdf = await printSample(launched);
    const milliseconds = Math.round(performance.now() - started);
    const isOn = !noSandbox && (await isSandboxed(launched));
    const sandbox: Diagnosis = {
      code: 'sandbox',
      status: isOn ? 'ok' : 'warning',
      args: { on: isOn ? 1 : 0 },
    };
    const fonts = new Set(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/FontName \/[A-Z]{6}\+\w+/gu),
    );
    return [
      sandbox,
      { code: 'print', status: 'ok', args: { milliseconds, bytes: pdf.length } },
      { code: 'fonts', status: 'ok', args: { count: fonts.size } },
    ];
  } catch (error) {
    return [failed('print', error)];
  } finally {
    clearTimeout(timer);
  }
};

/** Finds the browser as an export would, starts it, looks at its sandbox and prints one page. */
export const examineBrowser = async (flags: BrowserFlags): Promise<Diagnosis[]> => {
  const { env, browserPath, noSandbox = false } = flags;
  let launched: LaunchedBrowser | undefined;
  try {
    const found = await findBrowser({ env, browserPath });
    launched = await launchBrowser({ found, env, noSandbox });
    const version = await launched.browser.version();
    const browser: Diagnosis = {
      code: 'browser',
      status: 'ok',
      args: { path: found.path, origin: found.origin, version },
    };
    return [browser, ...(await examineLaunched(launched, noSandbox))];
  } catch (error) {
    return [failed('browser', error)];
  } finally {
    await launched?.browser.close().catch(() => undefined);
    if (launched) killGroup(launched.pid);
    launched?.destroy();
  }
};
