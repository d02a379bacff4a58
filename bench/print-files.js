// The bare limit: puppeteer printing HTML files, N pages at once, and nothing else: no validation, no page numbers in the
// contents, no tags beyond Chromium's, no closed network, no sandbox. « one-page »: the next document in the page, and so the
// process, of the one before; « own-page »: each in its own, as ours are.
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { launch } from 'puppeteer-core';

const [executablePath, isShell, atOnce, reuse, out, ...files] = process.argv.slice(2);

const browser = await launch({
  executablePath,
  headless: isShell === 'shell' ? 'shell' : true,
  pipe: true,
  args: ['--no-sandbox'],
});
const printSome = async () => {
  let page;
  for (let file = files.shift(); file !== undefined; file = files.shift()) {
    if (reuse !== 'one-page') await page?.close();
    if (reuse !== 'one-page' || page === undefined) page = await browser.newPage();
    await page.setContent(await readFile(file, 'utf8'));
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await writeFile(join(out, `${files.length}-${basename(file, '.html')}.pdf`), pdf);
  }
};
await Promise.all(Array.from({ length: Number(atOnce) }, printSome));
await browser.close();
