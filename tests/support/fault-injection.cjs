/**
 * Loaded before the program (`NODE_OPTIONS=--require`): counts every call that changes something below FAULT_DIR, and at
 * the FAULT_AT-th one kills the process, writes half and kills it, or fails with a code. Without FAULT_AT it only counts:
 * the names of the calls go to the file FAULT_LOG. A batch of runs in one process plans each fault by `planFault`; there
 * a kill lets neither this call nor any later one of the same run come back, which the disk cannot tell from a death.
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { FAULT_DIR, FAULT_AT, FAULT_KIND, FAULT_LOG: log } = process.env;
let plan = { dir: FAULT_DIR, at: FAULT_AT, kind: FAULT_KIND };
const { appendFileSync } = fs;
/** What was called so far. */
let names = [];
/** Folders of runs that have died in this process. */
const graves = [];
const DEAD = Symbol('dead');

const die = () => {
  if (plan.onDeath) {
    graves.push(plan.dir);
    plan.onDeath();
    return DEAD;
  }
  process.kill(process.pid, 'SIGKILL');
  // The signal arrives at once, but JavaScript would go on until it does.
  for (;;);
};

const isBelow = (dir) => (path) => typeof path === 'string' && dir !== undefined && path.startsWith(dir);
/** Refreshed by a clock while a command takes long: when that comes is chance, and no act of the command. */
const isLock = (path) => typeof path === 'string' && path.endsWith('/.acquis/lock');
const concerns = (path) => isBelow(plan.dir)(path) || isDead(path);
const isDead = (path) => graves.some((dir) => isBelow(dir)(path));

/** Runs before each call; returns an error to fail with, or that there is nobody left to make the call. */
const strike = (name, path, half) => {
  if (isDead(path)) return DEAD;
  names.push(name);
  if (log) appendFileSync(log, `${name}\n`);
  const { at, kind } = plan;
  if (names.length !== Number(at)) return undefined;
  if (kind === 'torn' && half) half();
  if (kind === 'kill' || kind === 'torn') return die();
  return Object.assign(new Error(`${kind}: injected`), { code: kind, errno: -1, syscall: name });
};

const suffer = async (blow) => {
  if (blow === DEAD) await new Promise(() => undefined);
  if (blow) throw blow;
};

const writes = (flags) => typeof flags === 'string' && flags !== 'r';

const wrapHandle = (handle, path) => {
  for (const name of ['writeFile', 'write', 'sync', 'datasync', 'truncate']) {
    const original = handle[name].bind(handle);
    handle[name] = async (...args) => {
      const half = () => {
        const bytes = Buffer.from(args[0]);
        fs.writeFileSync(path, bytes.subarray(0, bytes.length >> 1));
      };
      await suffer(strike(`handle.${name}`, path, name.startsWith('write') ? half : undefined));
      return original(...args);
    };
  }
  return handle;
};

const { open } = fs.promises;
fs.promises.open = async (path, flags, ...rest) => {
  if (!concerns(path) || (!writes(flags) && flags !== 'r')) return open(path, flags, ...rest);
  if (writes(flags)) await suffer(strike('open', path));
  return wrapHandle(await open(path, flags, ...rest), path);
};

for (const name of ['mkdir', 'rename', 'link', 'unlink', 'rm', 'rmdir', 'writeFile', 'copyFile', 'utimes']) {
  const promised = fs.promises[name];
  fs.promises[name] = async (path, ...args) => {
    if (concerns(path)) await suffer(strike(name, path));
    return promised(path, ...args);
  };
  const called = fs[name];
  fs[name] = (path, ...args) => {
    const blow = concerns(path) && !(name === 'utimes' && isLock(path)) ? strike(name, path) : undefined;
    if (blow === DEAD) return undefined;
    if (blow) return process.nextTick(args.at(-1), blow);
    return called(path, ...args);
  };
}
syncBuiltinESMExports();

/** Counting begins anew, into the list that is returned; `onDeath` hears of a kill. */
module.exports.planFault = (next) => {
  plan = next;
  names = [];
  return names;
};
