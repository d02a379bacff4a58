// After a change of a référentiel or of an example's proofs: puts the snapshot, as `init` makes it, beside each example
// and the sizes and hashes of the proofs into its portfolio.yaml. Run after `npm run build`; tests say when it is due.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { SNAPSHOT_FILE } from '../dist/domain/folder-names.js';
import { snapshotOf } from '../dist/storage/portfolio/snapshot.js';

const root = new URL('../', import.meta.url);
const sha256 = (data) => createHash('sha256').update(data).digest('hex');

for (const name of readdirSync(new URL('examples/', root))) {
  const folder = new URL(`examples/${name}/`, root);
  const file = new URL('portfolio.yaml', folder);
  const text = readFileSync(file, 'utf8');
  const code = /^certification: (\S+)$/m.exec(text)[1];
  const shipped = JSON.parse(readFileSync(new URL(`dist/referential/${code}.json`, root), 'utf8'));
  const snapshot = snapshotOf(shipped);
  writeFileSync(new URL(SNAPSHOT_FILE, folder), snapshot.text);
  const named = `certification: ${code}\nreferential:\n  file: ${SNAPSHOT_FILE}\n  sha256: ${snapshot.sha256}\n`;
  writeFileSync(
    file,
    text
      .replace(/^certification: .+\n(?:referential:\n(?: {2}.+\n)*)?/m, named)
      .replaceAll(/^( +)path: (\S+)\n(?:\1(?:sha256|bytes): .+\n)*/gm, (_, margin, path) => {
        const bytes = readFileSync(new URL(path, folder));
        return `${margin}path: ${path}\n${margin}sha256: ${sha256(bytes)}\n${margin}bytes: ${bytes.length}\n`;
      }),
  );
}
