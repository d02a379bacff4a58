// `npm run bench`: how long a person waits for us, as ratios to a bare Node process, to the bare limit or to a public tool
// doing the same work in the same run. `npm run bench -- check export` measures those rows alone, `--quick` a tenth of
// the folders. The last column counts the processor's time, which a busy machine disturbs less.
// Prints a table and ends with 0: a slow moment of a shared machine is no broken build.
import { cpus } from 'node:os';
import { openDesk } from './desk.js';
import { batchAgain, batchExport } from './rows/batch-export.js';
import { coldExport } from './rows/export.js';
import { manyChecks } from './rows/many-checks.js';
import { memory } from './rows/memory.js';
import { printCost } from './rows/print-cost.js';
import { check, version } from './rows/start.js';

const ROWS = {
  version,
  check,
  export: coldExport,
  'print-cost': printCost,
  'batch-export': batchExport,
  'batch-again': batchAgain,
  memory,
  'many-checks': manyChecks,
};

const asked = process.argv.slice(2);
const isQuick = asked.includes('--quick');
const names = asked.filter((name) => name !== '--quick');
const unknown = names.find((name) => !(name in ROWS));
if (unknown !== undefined) {
  console.error(`no row ${unknown}; rows: ${Object.keys(ROWS).join(', ')}`);
  process.exit(2);
}

const desk = openDesk();
const say = (text) => console.error(text);
/** How many folders: a tenth with --quick. */
const size = (count) => (isQuick ? count / 10 : count);

const times = (ratio) => `${ratio.toFixed(ratio < 0.1 ? 3 : 2)} ×`;
const figure = (value) => value.toFixed(value < 10 ? 2 : 0);
const printRow = ({ name, ours, peer, peerName, target }) => {
  const ratio = ours.wall / peer.wall;
  const processor = ours.cpu && peer.cpu ? times(ours.cpu / peer.cpu) : '';
  console.log(
    `| ${name} | ${figure(ours.wall)} | ${peerName} | ${figure(peer.wall)} | ${times(ratio)} | ≤ ${target} × | ${ratio <= target ? 'met' : 'not met'} | ${processor} |`,
  );
};

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`);
console.log('| measure | ours, ms | peer | peer, ms | ratio | target | | of processor |');
console.log('|---|---:|---|---:|---:|---:|---|---:|');
try {
  for (const [name, measure] of Object.entries(ROWS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    say(`${name}…`);
    const started = performance.now();
    try {
      for (const row of await measure({ desk, say, size })) printRow(row);
    } catch (error) {
      // A peer that fails takes its own row away, not those behind it.
      say(`${name}: ${error.message}`);
    }
    say(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
  }
} finally {
  desk.close();
}
