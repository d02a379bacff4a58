// `npm run bench`: how long a person waits for us, as ratios to a bare Node process or to a public tool doing the same
// work in the same run. Prints a table and ends with 0: a slow moment of a shared machine is no broken build.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { comparePair, timeProcess } from './measure.js';
import { installMdToPdf, markdownOf } from './peers.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'acquis-bench-'));
const story = join(root, 'examples', 'recit-a-rncp38126');

const node = (...args) => ({ command: process.execPath, args });
const acquis = (...args) => node(join(root, 'bin', 'acquis.js'), ...args);
const bareNode = node('-e', '0');

const kilobytes = (file) => `${Math.round(statSync(file).size / 1024)} kB`;

const exportTo = (format) => {
  const out = join(work, format);
  return {
    out,
    process: acquis('export', story, '--document', 'portfolio', '--format', format, '--out', out),
    clear: () => rmSync(out, { recursive: true, force: true }),
  };
};

const firstFile = (folder, extension) => {
  const name = readdirSync(folder, { recursive: true }).find((file) => file.endsWith(extension));
  if (name === undefined) throw new Error(`no ${extension} in ${folder}`);
  return join(folder, name);
};

/** md-to-pdf printing the text of our portfolio with the browser we use; undefined where it cannot be had. */
const preparePeer = async () => {
  const { findBrowser } = await import('../dist/render/find-browser.js');
  const found = await findBrowser({ env: process.env });
  const script = found.origin === 'carried' ? undefined : installMdToPdf();
  if (script === undefined) return undefined;
  const html = exportTo('html');
  timeProcess(html.process);
  const markdown = join(work, 'portfolio.md');
  writeFileSync(markdown, markdownOf(readFileSync(firstFile(html.out, '.html'), 'utf8')));
  const options = JSON.stringify({ executablePath: found.path, args: ['--no-sandbox'] });
  return { process: node(script, '--launch-options', options, markdown), pdf: join(work, 'portfolio.pdf') };
};

const rows = [];
const measure = (name, target, pair) => {
  const { ours, peer } = comparePair(pair);
  rows.push({ name, ours, peer, peerName: pair.peerName, ratio: ours / peer, target });
};

try {
  measure('acquis --version', 1.5, {
    ours: acquis('--version'),
    peer: bareNode,
    peerName: 'node -e 0',
    rounds: 15,
  });
  measure('acquis check, récit A', 3, {
    ours: { ...acquis('check', story, '--at', '2026-11-22'), expected: [1] },
    peer: bareNode,
    peerName: 'node -e 0',
    rounds: 15,
  });
  const peer = await preparePeer();
  if (peer === undefined)
    console.log('md-to-pdf: not measured (needs the npm registry and an installed browser)');
  else {
    const pdf = exportTo('pdf');
    measure('acquis export, récit A, PDF', 0.5, {
      ours: pdf.process,
      peer: peer.process,
      peerName: 'md-to-pdf, same text',
      rounds: 5,
      before: pdf.clear,
    });
    console.log(`PDF: ours ${kilobytes(firstFile(pdf.out, '.pdf'))}, md-to-pdf ${kilobytes(peer.pdf)}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`);
console.log('| measure | ours, ms | peer | peer, ms | ratio | target | |');
console.log('|---|---:|---|---:|---:|---:|---|');
for (const { name, ours, peer, peerName, ratio, target } of rows)
  console.log(
    `| ${name} | ${ours.toFixed(0)} | ${peerName} | ${peer.toFixed(0)} | ${ratio.toFixed(2)} × | ≤ ${target} × | ${ratio <= target ? 'met' : 'not met'} |`,
  );
