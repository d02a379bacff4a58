/** Exchanges `preuves` of a folder for the link `lien` beside it, and back, for ever. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';

const [proofs, link, aside] = ['preuves', 'lien', 'avant'].map((name) => join(process.argv[2], name));
process.send('ready');
for (;;) {
  renameSync(proofs, aside);
  renameSync(link, proofs);
  renameSync(proofs, link);
  renameSync(aside, proofs);
}
