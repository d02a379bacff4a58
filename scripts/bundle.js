// Joins the compiled command line and the libraries that every command loads into a few files: on Node 20, `check`
// spends more time opening zod's, yaml's and commander's hundred modules than working (npm run bench). What only some
// commands need (browser, templates, prompts) stays outside and is imported when it is used.
// Every file lands directly in dist/: src/assets.ts finds the package's root one level above itself.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** Of a library that weighs 34 MB installed, what reads a PDF; with it what it depends on. */
const PDF_READER = ['@cantoo/pdf-lib', 'culori', 'html-entities', 'node-html-better-parser', 'tslib'];
/** Of a library that weighs 41 MB installed, what reads the text of a PDF. */
const TEXT_READER = ['pdfjs-dist'];
const INSIDE = [
  ...PDF_READER,
  ...TEXT_READER,
  'chalk',
  'commander',
  'fast-string-truncated-width',
  'fast-string-width',
  'fast-wrap-ansi',
  'yaml',
  'zod',
];
const root = new URL('../', import.meta.url);

const isPackage = (id) => /^[@\w]/.test(id);
const nameOf = (id) => id.split('/', id.startsWith('@') ? 2 : 1).join('/');

const bundle = await rolldown({
  cwd: fileURLToPath(root),
  input: {
    main: 'dist/cli/main.js',
    'read-folders': 'dist/cli/read-folders.js',
    'read-proofs': 'dist/cli/read-proofs.js',
  },
  platform: 'node',
  // A module that one command loads late and another at once is no fault.
  onLog: (level, log, report) => {
    if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') report(level, log);
  },
  external: (id) => isPackage(id) && !INSIDE.includes(nameOf(id)),
});
/** What `--version` needs stands alone; what any other command needs is one file: each file costs a millisecond or more. */
const groups = [
  { name: 'start', test: /dist\/(?:assets|cli\/exit-codes)/, priority: 2 },
  // All that a reader of folders needs where nothing has changed; it keeps no state, so the core may hold a second copy.
  {
    name: 'cache',
    test: /dist\/(?:domain\/named-files|storage\/(?:export-cache|folder-fingerprint|private-records|read-at-once))/,
    priority: 2,
  },
  // For processes that read proofs alone.
  { name: 'text-reader', test: /node_modules\/pdfjs-dist\//, priority: 2 },
  { name: 'pdf-reader', test: new RegExp(`node_modules/(?:${PDF_READER.join('|')})/`), priority: 2 },
  {
    name: 'core',
    test: /node_modules|dist\/(?:domain\/(?!documents|privacy|sample|worksheet)|storage(?!\/(?:pseudonym|sample|source))|output\/(?!worksheet)|catalogue(?!\/fr\/sample\/)|app\/(?:check|errors|open)|cli\/(?:wire|program|command-list|flags|listed-option|commands\/check))/,
  },
];
const { output } = await bundle.write({
  dir: 'dist',
  format: 'esm',
  chunkFileNames: 'chunk-[name]-[hash].js',
  codeSplitting: { groups },
  // Less to read; names stay, for the traces of defects.
  minify: { mangle: false, compress: true, codegen: true },
});

const modules = output.flatMap((chunk) => Object.keys(chunk.modules ?? {}));
const bundled = INSIDE.filter((name) => modules.some((path) => path.includes(`/node_modules/${name}/`)));

// Their licences ask to travel with their code.
const licences = bundled.map((name) => {
  const folder = new URL(`node_modules/${name}/`, root);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
  return `${name}\n\n${readFileSync(new URL(file, folder), 'utf8').trim()}\n`;
});
writeFileSync(new URL('dist/licences.txt', root), licences.join(`\n${'-'.repeat(80)}\n\n`));
