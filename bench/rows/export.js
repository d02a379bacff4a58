import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquis, filesIn, findBrowser, story } from '../desk.js';
import { takeTurns, timeProcess } from '../measure.js';
import { markdownOf, markdownPrinters } from '../peers.js';

const exportStory = (format, out) =>
  acquis(
    'export',
    story,
    '--document',
    'dossier-validation',
    '--annexes',
    'liste',
    '--format',
    format,
    '--out',
    out,
  );

/** One document from a cold start, against tools that print the same words. */
export const coldExport = async ({ desk, say }) => {
  const printers = markdownPrinters(await findBrowser());
  const names = Object.keys(printers);
  if (names.length === 0) {
    say('export: no peer (needs the npm registry and an installed browser)');
    return [];
  }
  const html = desk.fresh('html');
  timeProcess(exportStory('html', html));
  const markdown = join(desk.fresh('markdown'), 'dossier.md');
  writeFileSync(markdown, markdownOf(readFileSync(filesIn(html, '.html')[0], 'utf8')));
  const { ours, ...peers } = takeTurns(
    {
      ours: () => exportStory('pdf', desk.fresh('pdf')),
      ...Object.fromEntries(names.map((name) => [name, () => printers[name]([markdown])])),
    },
    { rounds: 5, warm: true },
  );
  return names.map((name) => ({
    name: 'acquis export, récit A, PDF',
    ours,
    peer: peers[name],
    peerName: `${name}, same text`,
    target: 0.5,
  }));
};
