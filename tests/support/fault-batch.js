/**
 * One process that runs the built command once per planned fault: `[{ args, dir, at, kind }]` on stdin, `[{ status,
 * stderr, calls }]` on stdout, with a null status where the run died. The first run makes a call more (proper-lockfile
 * tries the precision of the clock once): plan nothing for it. It then dies itself, as a killed command does:
 * no handler tidies up.
 */
import { readFileSync, writeSync } from 'node:fs';
import { planFault } from './fault-injection.cjs';

// As any user, whose cache is where the environment says; root's is one for all.
if (process.getuid) process.getuid = () => 1000;
const runs = JSON.parse(readFileSync(0, 'utf8'));
const { main } = await import('../../dist/main.js');
const { stdout, stderr } = process;
let told = '';
// Every command listens to them once; here are many commands.
for (const stream of [stdout, stderr]) stream.setMaxListeners(0);
stdout.write = () => true;
stderr.write = (text) => {
  told += text;
  return true;
};
const deferred = () => {
  let resolve;
  const promise = new Promise((fulfil) => (resolve = () => fulfil(null)));
  return { promise, resolve };
};
const results = [];
for (const { args, ...fault } of runs) {
  told = '';
  const { promise: death, resolve: onDeath } = deferred();
  const calls = planFault({ ...fault, onDeath });
  results.push({ status: await Promise.race([main(args), death]), stderr: told, calls });
}
const answer = Buffer.from(JSON.stringify(results));
for (let at = 0; at < answer.length;) at += writeSync(1, answer, at);
process.kill(process.pid, 'SIGKILL');
