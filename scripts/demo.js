// `npm run demo`: the first story from its YAML to its PDFs, with the real command, in a folder that may be thrown away.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'demo', 'recit-a-rncp38126');
const say = (text) => console.log(text);
const shown = (path) => relative(process.cwd(), path) || '.';

/** Runs `acquis`, shows the command and its output, and stops the demo on a status it does not expect. */
const acquis = (args, expected) => {
  say(`\n$ acquis ${args.map((arg) => (arg === folder ? shown(folder) : arg)).join(' ')}\n`);
  const { status, signal } = spawnSync(process.execPath, [join(root, 'bin', 'acquis.js'), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (expected.includes(status)) return;
  console.error(`\nLa démonstration s’arrête : acquis s’est terminé par ${signal ?? `le code ${status}`}.`);
  process.exit(status ?? 1);
};

rmSync(folder, { recursive: true, force: true });
cpSync(join(root, 'examples', 'recit-a-rncp38126'), folder, { recursive: true });

say('Démonstration d’Acquis : le portfolio de Noémie Valtreuil (personne fictive), RNCP38126.');
say(`Une copie de l’exemple est dans ${shown(folder)} : vous pouvez la modifier.`);

say('\n1. Où en est le portfolio ? (code 1 : il reste des manques, l’exemple les garde exprès)');
acquis(['check', folder, '--at', '2026-11-22'], [0, 1]);

say('\n2. Les documents que la certification demande, et un bilan pour vous et qui vous accompagne.');
acquis(['export', folder, '--document', 'all', '--format', 'pdf', '--at', '2026-11-22'], [0]);

const exportsFolder = join(folder, 'exports');
const pdfs = existsSync(exportsFolder)
  ? readdirSync(exportsFolder, { recursive: true })
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => join(exportsFolder, name))
      .toSorted()
  : [];
if (!pdfs.some((pdf) => pdf.endsWith('dossier-validation.pdf'))) {
  console.error('\nLa démonstration n’a pas laissé de dossier de validation.');
  process.exit(1);
}
say('\nÀ ouvrir :');
for (const pdf of pdfs) say(`  ${shown(pdf)} (${Math.ceil(statSync(pdf).size / 1024)} Ko)`);
