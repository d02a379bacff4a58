import { cp, mkdtemp, rm, chmod, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Prints the documents of a JSON file, in order; each answer goes to `N.pdf` or `N.error` beside it. */
const RUNNER = `
import { readFileSync, writeFileSync } from 'node:fs';
import { createDocumentPrinter } from './printer.mjs';
const [file, options] = process.argv.slice(2);
const printer = createDocumentPrinter({ env: process.env, ...JSON.parse(options ?? '{}') });
let number = 0;
for (const document of JSON.parse(readFileSync(file, 'utf8'))) {
  const answer = file.replace(/[^/]*$/, String(number++));
  process.stdout.write('printing\\n');
  await printer.print(document).then(
    (pdf) => writeFileSync(answer + '.pdf', pdf),
    (error) => writeFileSync(answer + '.error', JSON.stringify({ code: error.code, args: error.args })),
  );
}
await printer.close();
`;

export interface PortablePrinter {
  readonly folder: string;
  /** A program for `node`: `run.mjs DOCUMENTS.json [OPTIONS-JSON]`. */
  readonly program: string;
  remove(): Promise<void>;
}

/** The printer as one file that every user of the machine can reach, wherever the project itself lies. */
export const portablePrinter = async (): Promise<PortablePrinter> => {
  const folder = await mkdtemp(join(tmpdir(), 'acquis-test-'));
  const bundle = await rolldown({ input: 'src/render/browser/document-printer.ts', platform: 'node' });
  await bundle.write({ file: join(folder, 'lib', 'printer.mjs'), format: 'esm', codeSplitting: false });
  await writeFile(join(folder, 'lib', 'run.mjs'), RUNNER);
  await cp('node_modules/@sparticuz/chromium', join(folder, 'node_modules/@sparticuz/chromium'), {
    recursive: true,
  });
  await chmod(folder, 0o755);
  return {
    folder,
    program: join(folder, 'lib', 'run.mjs'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
