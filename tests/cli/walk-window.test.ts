import { expect, test } from 'vitest';
import { documentOf, newFolder, startAcquis } from '../support/interview.ts';
import { KEYS } from '../support/pty.ts';

test('a window closed over an answer keeps what was typed, and the program ends by it without a crash', async () => {
  const folder = newFolder('RNCP38126');
  const pty = startAcquis(['walk', folder]);
  await pty.answer('Dans quelle organisation', 'La Remise fictive', KEYS.enter);
  await pty.answer('Quel était votre poste', 'À moitié écrit');
  await pty.see('À moitié écrit');
  expect(await pty.closeWindow()).toMatchObject({ signal: 1 });
  expect(documentOf(folder)).toContain('title: À moitié écrit');
});
