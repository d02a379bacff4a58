import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { openPrivateNotes } from '../../src/storage/private-notes.ts';
import { readIn, temporaryFolder } from '../support/portfolio-folder.ts';

const note = (text: string) => ({ about: 'A1', date: '2026-11-22', text });

test('notes are kept one below the other, for their owner alone, with what was written by hand around them', async () => {
  const home = temporaryFolder();
  const notes = openPrivateNotes({ XDG_DATA_HOME: home });
  expect(await notes.list('essai')).toEqual([]);
  await notes.add('essai', note('Une question à prévoir.'));
  const path = notes.pathOf('essai');
  expect(relative(home, path)).toMatch(/^acquis\/notes\/[0-9a-f]{16}\.yaml$/);
  writeFileSync(path, `# à moi\n${readIn(dirname(path), path.slice(dirname(path).length))}`);
  await notes.add('essai', note('Et une autre.'));
  expect(readIn('/', path)).toMatch(/^# à moi\n/);
  expect(await notes.list('essai')).toEqual([note('Une question à prévoir.'), note('Et une autre.')]);
  expect([statSync(path).mode & 0o777, statSync(dirname(path)).mode & 0o777]).toEqual([0o600, 0o700]);
});

test('the id of a hostile portfolio names no path', async () => {
  const home = temporaryFolder();
  const notes = openPrivateNotes({ ACQUIS_NOTES: join(home, 'notes') });
  await notes.add('../../evasion', note('Ici.'));
  expect(readdirSync(home)).toEqual(['notes']);
  expect(await notes.list('essai')).toEqual([]);
});

test('notes written at once are all kept; a broken file is left as it is', async () => {
  const notes = openPrivateNotes({ ACQUIS_NOTES: join(temporaryFolder(), 'notes') });
  await Promise.all(['a', 'b', 'c', 'd'].map((text) => notes.add('essai', note(text))));
  expect((await notes.list('essai')).map(({ text }) => text).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  writeFileSync(notes.pathOf('essai'), 'format: acquis-notes\nportfolio: essai\nnotes: [{ text: seul }]\n');
  await expect(notes.add('essai', note('e'))).rejects.toMatchObject({ code: 'unreadable-notes' });
  expect(readIn('/', notes.pathOf('essai'))).toContain('seul');
});

test('a note that would make the file too large to be read again is refused, and what was kept stays', async () => {
  const notes = openPrivateNotes({ ACQUIS_NOTES: join(temporaryFolder(), 'notes') });
  await notes.add('essai', note('Une question à prévoir.'));
  await expect(notes.add('essai', note('x'.repeat(1_000_000)))).rejects.toMatchObject({
    code: 'portfolio-too-large',
  });
  expect(await notes.list('essai')).toEqual([note('Une question à prévoir.')]);
});

test('what is added to a file put in another order by hand is what is read', async () => {
  const notes = openPrivateNotes({ ACQUIS_NOTES: join(temporaryFolder(), 'notes') });
  await notes.add('essai', note('Une question.'));
  writeFileSync(
    notes.pathOf('essai'),
    'notes:\n- about: A1\n  date: 2026-11-22\n  text: >-\n    Une\n    question.\n\n# à moi\nformat: acquis-notes\nportfolio: essai\n',
  );
  await notes.add('essai', note('Deux lignes,\net rien.\n\n'));
  expect(await notes.list('essai')).toEqual([note('Une question.'), note('Deux lignes,\net rien.\n\n')]);
});
