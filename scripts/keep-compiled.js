// On Node 20, compiling the bundle of scripts/bundle.js takes longer than checking a portfolio, and ES modules have no
// place for code that is compiled already. So the core becomes a script behind an ES module of the same name
// (bin/load-core.js), and what V8 has compiled once one check is over travels with the package. Publish from Node 20:
// V8 takes only code of its own version.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const name = readdirSync(at('dist')).find((file) => /^chunk-core-.*\.js$/.test(file));

const bundle = await rolldown({
  input: at(`dist/${name}`),
  platform: 'node',
  external: (id) => !/chunk-(?:core|start|cache|rolldown-runtime)/.test(id),
});
const { output } = await bundle.generate({
  format: 'cjs',
  codeSplitting: false,
  minify: { mangle: false, compress: false, codegen: true },
});
const [{ code, exports: names }] = output;
// An escape of an escaped letter would be two characters.
if (/\\[^\p{ASCII}]/u.test(code) || code.includes('String.raw'))
  throw new Error('the core cannot be written in ASCII');
const ascii = code.replaceAll(/[^\p{ASCII}]/gu, (character) =>
  [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join(''),
);
// Code that V8 kept does not know who imports for it (ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING): a module does.
writeFileSync(at('dist/core.import.cjs'), 'module.exports = (id) => import(id);\n');
writeFileSync(at('dist/core.cjs'), ascii.replaceAll(/\bimport\((?=[`"'])/g, "require('./core.import.cjs')("));
const pairs = (join) => names.map((exported, index) => join(exported, `_${index}`)).join();
writeFileSync(
  at(`dist/${name}`),
  `import{core}from'../bin/load-core.js';const{${pairs((a, b) => `${a}:${b}`)}}=core;export{${pairs((a, b) => `${b} as ${a}`)}};`,
);

rmSync(at('dist/core.cache'), { force: true });
const { script } = await import('../bin/load-core.js');
if (script) {
  const { main } = await import('../dist/main.js');
  process.stdout.write = () => true;
  await main(['check', at('examples/recit-a-rncp38126')]);
  writeFileSync(at('dist/core.cache'), script.createCachedData());
}
