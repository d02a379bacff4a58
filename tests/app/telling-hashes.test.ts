import { expect, test } from 'vitest';
import { withTellingHashes } from '../../src/app/telling-hashes.ts';
import { shownFile } from '../../src/domain/evidence/shown-file.ts';
import { folderOf, testStore } from '../support/portfolio-folder.ts';

const proof = (id: string, state: string, redacted: string): string =>
  [
    `  - id: ${id}`, '    title: Pièce', `    confidentiality: ${state}`, '    file:', '      path: preuves/original.pdf',
    '    publicFile:', `      path: ${redacted}`, '',
  ].join('\n'); // prettier-ignore

test('a copy of the original under another name is no redacted version, also where no hash was written down', async () => {
  const folder = folderOf({
    'portfolio.yaml': [
      'version: 1', 'id: essai', 'certification: ESSAI1', 'candidate:', '  name: Ada Fictive', 'evidence:', '',
    ].join('\n') +
      proof('P1', 'à anonymiser', 'preuves/copie.pdf') +
      proof('P2', 'à anonymiser', './preuves//original.pdf') +
      proof('P3', 'à anonymiser', 'preuves/caviarde.pdf') +
      proof('P4', 'publiable', 'preuves/copie.pdf'),
    'preuves/original.pdf': 'le vrai',
    'preuves/copie.pdf': 'le vrai',
    'preuves/caviarde.pdf': 'caviardé',
  }); // prettier-ignore
  const store = testStore();
  const { evidence } = await withTellingHashes(store, await store.open(folder));
  expect(evidence.map((one) => shownFile(one)?.path)).toEqual([
    undefined,
    undefined,
    'preuves/caviarde.pdf',
    'preuves/copie.pdf',
  ]);
});
