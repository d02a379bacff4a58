import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MAX_PICTURE_BYTES } from '../../src/domain/images/picture.ts';
import { inspectPictures } from '../../src/storage/evidence/picture-inspection.ts';
import { png, SECRET, talkativeJpeg } from '../support/pictures.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';

const organisation = (id: string, file?: string) => ({
  id,
  name: 'Organisation fictive',
  ...(file !== undefined && { organigramme: { file, alt: 'Trois pôles.' } }),
});

test('every organigramme is read for embedding, or told why not; nothing leads out of the folder or waits', () => {
  const home = temporaryFolder();
  const folder = join(home, 'dossier');
  mkdirSync(join(folder, 'preuves', 'un-dossier'), { recursive: true });
  const at = (name: string): string => join(folder, 'preuves', name);
  writeFileSync(at('bon.png'), png(40, 30));
  // The extension says nothing of what it is.
  writeFileSync(at('photo.png'), talkativeJpeg());
  writeFileSync(at('coupe.png'), png(40, 30).subarray(0, 60));
  writeFileSync(at('dessin.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(at('lourd.png'), '');
  truncateSync(at('lourd.png'), MAX_PICTURE_BYTES + 1);
  writeFileSync(join(home, 'ailleurs.png'), png(40, 30));
  symlinkSync(join(home, 'ailleurs.png'), at('lien.png'));
  symlinkSync(at('boucle.png'), at('boucle.png'));
  execFileSync('mkfifo', [at('tube.png')]);
  const names = ['bon.png', 'photo.png', 'coupe.png', 'dessin.svg', 'lourd.png', 'lien.png', 'boucle.png', 'tube.png', 'un-dossier', 'absent.png']; // prettier-ignore
  const pictures = inspectPictures(folder, [
    organisation('O0'),
    ...names.map((name) => organisation(name, `preuves/${name}`)),
  ]);
  expect(Object.fromEntries([...pictures].map(([name, { state }]) => [name, state]))).toEqual({
    'bon.png': 'present',
    'photo.png': 'present',
    'coupe.png': 'damaged',
    'dessin.svg': 'unsupported',
    'lourd.png': 'large',
    'lien.png': 'outside',
    'boucle.png': 'outside',
    'tube.png': 'not-a-file',
    'un-dossier': 'not-a-file',
    'absent.png': 'missing',
  });
  const photo = pictures.get('photo.png');
  const [head, data = ''] = photo?.state === 'present' ? photo.src.split(',') : [];
  expect(head).toBe('data:image/jpeg;base64');
  expect(Buffer.from(data, 'base64').includes(SECRET)).toBe(false);
});

test('all pictures together stay within what a document can carry', () => {
  const folder = temporaryFolder();
  // 40 million pixels of nothing take some kilobytes.
  writeFileSync(join(folder, 'grand.png'), png(8_000, 5_000));
  const pictures = inspectPictures(
    folder,
    ['O1', 'O2', 'O3'].map((id) => organisation(id, 'grand.png')),
  );
  expect([...pictures.values()].map(({ state }) => state)).toEqual(['present', 'present', 'large']);
});
