import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atOnce, exportAll, filesIn, findBrowser, node, printLoop } from '../desk.js';
import { each, takeTurns, timeProcess } from '../measure.js';
import { markdownOf, markdownPrinters } from '../peers.js';

/** Many portfolios: against bare puppeteer on the very HTML we print, and against a tool's own way with many files. */
export const batchExport = async ({ desk, say, size }) => {
  const count = size(100);
  const portfolios = desk.portfolios(count);
  const browser = await findBrowser();
  const html = desk.fresh('html');
  const words = each(timeProcess(exportAll(portfolios, 'html', html)), count);
  say(
    `batch export to HTML (reading, checking, templates): ${words.wall.toFixed(0)} ms a document, ${words.cpu.toFixed(0)} of processor`,
  );
  const pages = filesIn(html, '.html');
  if (pages.length !== count) throw new Error(`${pages.length} documents of ${count}`);

  // The carried browser starts only with what Acquis gives it.
  const hasLoop = browser.origin !== 'carried';
  const shell = /headless[-_]shell/.test(browser.path) ? 'shell' : 'full';
  const loop = (reuse) => () =>
    node(printLoop, browser.path, shell, String(atOnce), reuse, desk.fresh('loop'), ...pages);
  const times = takeTurns(
    {
      ours: () => exportAll(portfolios, 'pdf', desk.fresh('pdf')),
      ...(hasLoop && { loop: loop('one-page'), isolating: loop('own-page') }),
    },
    { rounds: 3 },
  );
  const name = `batch export, ${count} portfolios, a document`;
  const ours = each(times.ours, count);
  return [
    ...(hasLoop
      ? [
          {
            name,
            ours,
            peer: each(times.loop, count),
            peerName: `puppeteer loop, same HTML, ${atOnce} pages`,
            target: 1.25,
          },
          {
            name,
            ours,
            peer: each(times.isolating, count),
            peerName: 'the same loop, each document in a page of its own',
            target: 1.25,
          },
        ]
      : []),
    ...againstMarkdown({ desk, browser, pages }).map((row) => ({ ...row, name, ours })),
  ];
};

const againstMarkdown = ({ desk, browser, pages }) => {
  const print = markdownPrinters(browser)['md-to-pdf'];
  if (print === undefined) return [];
  const folder = desk.fresh('markdown');
  const files = pages.map((page, index) => {
    const file = join(folder, `${index}.md`);
    writeFileSync(file, markdownOf(readFileSync(page, 'utf8')));
    return file;
  });
  // Once: it takes a minute or more. Ten files at a time: it opens a page for each at once, and of a hundred on two cores
  // each waits longer than its own limit of 30 s.
  const total = { wall: 0, cpu: 0 };
  for (let start = 0; start < files.length; start += 10) {
    const { wall, cpu } = timeProcess(print(files.slice(start, start + 10)));
    total.wall += wall;
    total.cpu += cpu;
  }
  const peerName = `md-to-pdf, ${files.length} files ten by ten, same text`;
  return [{ peer: each(total, files.length), peerName, target: 0.12 }];
};

/** The same command again over folders that nobody touched. */
export const batchAgain = ({ desk, size }) => {
  const count = size(1000);
  const portfolios = desk.portfolios(count);
  const out = desk.fresh('again');
  const first = timeProcess(exportAll(portfolios, 'pdf', out));
  const { again } = takeTurns({ again: () => exportAll(portfolios, 'pdf', out) }, { rounds: 3 });
  return [
    {
      name: `batch export again, ${count} portfolios`,
      ours: again,
      peer: first,
      peerName: 'the first run',
      target: 0.02,
    },
  ];
};
