// Loads what nearly every command needs, made by scripts/keep-compiled.js. Node 22.1 and later keep compiled code by
// themselves; for Node 20 the build ships what V8 compiled while it checked one portfolio. V8 refuses it where its own
// version or flags are others, and compiles the source as usual.
import { readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';

const at = (name) => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
const file = at('core.cjs');
const require = createRequire(file);

const keptCode = () => {
  try {
    return readFileSync(at('core.cache'));
  } catch {
    return undefined;
  }
};

const compile = () => {
  // A command is over before the optimising compiler's threads have earned what they cost (a fifth of `check`).
  v8.setFlagsFromString('--interrupt-budget=1000000');
  // The file is ASCII: as latin1 it needs no decoding, and half the memory.
  const source = `(function (exports, require, module, __filename) {${readFileSync(file, 'latin1')}\n})`;
  return new vm.Script(source, { filename: file, cachedData: keptCode() });
};

const run = (compiled) => {
  const loaded = { exports: {} };
  compiled.runInThisContext()(loaded.exports, require, loaded, file);
  return loaded.exports;
};

/** For the build, which keeps its compiled code; undefined where Node does so itself. */
export const script = module.enableCompileCache ? undefined : compile();
export const core = script ? run(script) : require(file);
