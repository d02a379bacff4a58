/**
 * Loaded before the program (`NODE_OPTIONS=--require`): counts every call that changes something below FAULT_DIR, and at
 * the FAULT_AT-th one kills the process, writes half and kills it, or fails with a code. Without FAULT_AT it only counts:
 * the names of the calls go to the file FAULT_LOG.
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { FAULT_DIR: dir, FAULT_AT: at, FAULT_KIND: kind, FAULT_LOG: log } = process.env;
const { appendFileSync } = fs;
let count = 0;

const die = () => {
  process.kill(process.pid, 'SIGKILL');
  // The signal arrives at once, but JavaScript would go on until it does.
  for (;;);
};

/** Runs before each call; returns an error to fail with. */
const strike = (name, half) => {
  count += 1;
  if (log) appendFileSync(log, `${name}\n`);
  if (count !== Number(at)) return undefined;
  if (kind === 'torn' && half) half();
  if (kind === 'kill' || kind === 'torn') die();
  return Object.assign(new Error(`${kind}: injected`), { code: kind, errno: -1, syscall: name });
};

const concerns = (path) => typeof path === 'string' && path.startsWith(dir);
const writes = (flags) => typeof flags === 'string' && flags !== 'r';

const wrapHandle = (handle, path) => {
  for (const name of ['writeFile', 'write', 'sync', 'datasync', 'truncate']) {
    const original = handle[name].bind(handle);
    handle[name] = async (...args) => {
      const half = () => {
        const bytes = Buffer.from(args[0]);
        fs.writeFileSync(path, bytes.subarray(0, bytes.length >> 1));
      };
      const error = strike(`handle.${name}`, name.startsWith('write') ? half : undefined);
      if (error) throw error;
      return original(...args);
    };
  }
  return handle;
};

const { open } = fs.promises;
fs.promises.open = async (path, flags, ...rest) => {
  if (!concerns(path) || (!writes(flags) && flags !== 'r')) return open(path, flags, ...rest);
  if (writes(flags)) {
    const error = strike('open');
    if (error) throw error;
  }
  return wrapHandle(await open(path, flags, ...rest), path);
};

for (const name of ['mkdir', 'rename', 'link', 'unlink', 'rm', 'rmdir', 'writeFile', 'copyFile', 'utimes']) {
  const promised = fs.promises[name];
  fs.promises[name] = async (path, ...args) => {
    const error = concerns(path) ? strike(name) : undefined;
    if (error) throw error;
    return promised(path, ...args);
  };
  const called = fs[name];
  fs[name] = (path, ...args) => {
    const error = concerns(path) ? strike(name) : undefined;
    if (error) return process.nextTick(args.at(-1), error);
    return called(path, ...args);
  };
}
syncBuiltinESMExports();
