import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDocumentPrinter } from '../../../src/render/browser/document-printer.ts';
import { findBrowser } from '../../../src/render/browser/find-browser.ts';
import { printable } from '../../support/printable.ts';
import { readPdf } from '../../support/read-pdf.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquis-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A browser that is killed while it starts, the first `times` it is asked; counts by one file a start. */
const dyingBrowser = async (times: number): Promise<string> => {
  const { path, carried } = await findBrowser({ env: process.env });
  const program = join(folder, carried ? 'headless-shell' : 'browser');
  // As root the browser starts as nobody, who must be able to count too.
  chmodSync(folder, 0o777);
  writeFileSync(
    program,
    `#!/bin/sh
${carried ? `export LD_LIBRARY_PATH="${carried.libraries}"` : ''}
case "$*" in *--dump-dom*) exit 0 ;; esac
: > "${folder}/start-$$"
[ "$(ls "${folder}" | grep -c '^start-')" -gt ${times} ] && exec "${path}" "$@"
kill -9 $$
`,
  );
  chmodSync(program, 0o755);
  return program;
};

/** A browser that begins to answer, tells of a page, and ends before it has attached it: puppeteer waits for that page. */
const leavingBrowser = (): string => {
  const program = join(folder, 'browser');
  chmodSync(folder, 0o755);
  writeFileSync(
    program,
    `#!${process.execPath}
const { readSync, writeSync } = require('node:fs');
if (process.argv.includes('--dump-dom')) process.exit(0);
const say = (message) => writeSync(4, JSON.stringify(message) + '\\0');
const targetInfo = { targetId: 'a', type: 'tab', title: '', url: 'about:blank', attached: true, canAccessOpener: false };
const bytes = Buffer.alloc(65536);
for (let text = ''; ; ) {
  text += bytes.toString('latin1', 0, readSync(3, bytes));
  for (let end = text.indexOf('\\0'); end >= 0; end = text.indexOf('\\0')) {
    const { id, method } = JSON.parse(text.slice(0, end));
    text = text.slice(end + 1);
    if (method === 'Target.setAutoAttach')
      say({ method: 'Target.attachedToTarget', params: { sessionId: 's', targetInfo, waitingForDebugger: false } });
    say({ id, result: method === 'Target.getBrowserContexts' ? { browserContextIds: [] } : {} });
    if (method === 'Target.setAutoAttach') process.exit(1);
  }
}
`,
  );
  chmodSync(program, 0o755);
  return program;
};

it('a browser that ends before it has told of its pages is an error, not a wait', async () => {
  const printer = createDocumentPrinter({ env: process.env, browserPath: leavingBrowser() });
  await expect(printer.print(printable('<p>a</p>'))).rejects.toMatchObject({ code: 'browser-failed' });
  await printer.close();
});

it('a browser killed while it starts is started once more', async () => {
  const printer = createDocumentPrinter({ env: process.env, browserPath: await dyingBrowser(1) });
  const { text } = await readPdf(await printer.print(printable('<p>Arrivé malgré tout</p>')));
  await printer.close();
  expect(text).toContain('Arrivé malgré tout');
});

it('a browser that always dies while it starts is an error', async () => {
  const printer = createDocumentPrinter({ env: process.env, browserPath: await dyingBrowser(1000) });
  await expect(printer.print(printable('<p>a</p>'))).rejects.toMatchObject({
    code: 'browser-failed',
    args: { reason: 'launch' },
  });
  await printer.close();
});
