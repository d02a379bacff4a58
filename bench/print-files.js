// The bare limit: puppeteer printing HTML files, N pages at once, and nothing else: no validation, no page numbers in the
// contents, no tags beyond Chromium's, no closed network, no sandbox.
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { launch } from 'puppeteer-core';

const [executablePath, isShell, atOnce, out, ...files] = process.argv.slice(2);

const browser = await launch({
  executablePath,
  headless: isShell === 'shell' ? 'shell' : true,
  pipe: true,
  args: ['--no-sandbox'],
});
const printSome = async () => {
  const page = await browser.newPage();
  for (let file = files.shift(); file !== undefined; file = files.shift()) {
    await page.setContent(await readFile(file, 'utf8'));
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await writeFile(join(out, `${files.length}-${basename(file, '.html')}.pdf`), pdf);
  }
};
await Promise.all(Array.from({ length: Number(atOnce) }, printSome));
await browser.close();
