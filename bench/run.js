// `npm run bench`: how long a person waits for us, as ratios to a bare Node process, to the bare limit or to a public tool
// doing the same work in the same run. `npm run bench -- check export` measures those rows alone, `--quick` a tenth of
// the folders. Prints a table and ends with 0: a slow moment of a shared machine is no broken build.
import { cpus } from 'node:os';
import { openDesk } from './desk.js';
import { batchAgain, batchExport } from './rows/batch-export.js';
import { coldExport } from './rows/export.js';
import { manyChecks } from './rows/many-checks.js';
import { memory } from './rows/memory.js';
import { check, version } from './rows/start.js';

const ROWS = {
  version,
  check,
  export: coldExport,
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
/** How many folders: a tenth with --quick, but not fewer than `least`. */
const size = (count, least = 10) => (isQuick ? Math.max(least, count / 10) : count);
const rows = [];
try {
  for (const [name, measure] of Object.entries(ROWS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    say(`${name}…`);
    rows.push(...(await measure({ desk, say, size })));
  }
} finally {
  desk.close();
}

const figure = (value) => value.toFixed(value < 10 ? 2 : 0);
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`);
console.log('| measure | ours, ms | peer | peer, ms | ratio | target | |');
console.log('|---|---:|---|---:|---:|---:|---|');
for (const { name, ours, peer, peerName, target } of rows)
  console.log(
    `| ${name} | ${figure(ours)} | ${peerName} | ${figure(peer)} | ${(ours / peer).toFixed(ours / peer < 0.1 ? 3 : 2)} × | ≤ ${target} × | ${ours / peer <= target ? 'met' : 'not met'} |`,
  );
