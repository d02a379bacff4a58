import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, newFolder, readStored, runWithoutTerminal, startAcquis } from '../support/interview.ts';
import { KEYS, pause } from '../support/pty.ts';
import { storyFolder } from '../support/stories.ts';

const copyOfStory = (): string => {
  const folder = newFolder();
  cpSync(storyFolder('recit-a-rncp38126'), folder, { recursive: true });
  return folder;
};
const answersIn = (folder: string, answers: unknown): string => {
  const file = join(folder, '..', 'reponses.json');
  writeFileSync(file, JSON.stringify(answers));
  return file;
};

describe('without a terminal nothing is asked', () => {
  test.each([
    [['walk', '.'], '--answers'],
    [['entretien'], '--answers'],
    [['init'], '--certification'],
    [['init', 'nouveau', '--certification', 'RNCP38126'], '--name'],
  ])('acquis %j ends with 2 and names %s', (args, flag) => {
    const folder = emptyFolder();
    const { status, stdout, stderr, seconds } = runWithoutTerminal(args, folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(flag);
    expect(seconds).toBeLessThan(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('in CI neither, even in a terminal', async () => {
    const folder = emptyFolder();
    const pty = startAcquis(['walk', '.'], { cwd: folder, env: { CI: 'true' } });
    expect((await pty.ended).exitCode).toBe(2);
    expect(pty.raw).toContain('--answers');
  });
});

describe('answers from a file', () => {
  test('drive a walk, in YAML or JSON, and everything before an error is kept', () => {
    const folder = newFolder('RNCP38126');
    const file = answersIn(folder, [
      { 'experience.organisation': 'La Remise (fictive)' },
      { 'experience.title': 'Directrice' },
      { 'experience.status': 'emploi salarié' },
      { 'experience.start': 'mars 2021' },
      { 'experience.end': ':passer' },
      { 'experience.more': 'non' },
      { 'profile.profiles': ['Management'] },
      { 'experience.more': 'non' },
      { 'activity.title': 'Ouvrir un local' },
      { 'activity.title': ':quitter' },
    ]);
    const first = runWithoutTerminal(['walk', folder, '--answers', file], folder);
    expect(first.status, first.stderr).toBe(0);
    expect(readStored(folder)).toMatchObject({
      experiences: [{ title: 'Directrice', start: '2021-03', status: 'emploi salarié' }],
      essProfile: { profiles: ['ESS-P03'] },
      activities: [{ title: 'Ouvrir un local', experiences: ['X1'] }],
    });
    const second = runWithoutTerminal(
      [
        'walk',
        folder,
        '--answers',
        answersIn(folder, [
          { 'inventory.resume': 'activities' },
          { 'activity.title': 'Redresser le budget' },
        ]),
      ],
      folder,
    );
    expect({ status: second.status, stdout: second.stdout }).toEqual({ status: 3, stdout: '' });
    expect(second.stderr).toContain('activity.title');
    expect(readStored(folder).activities).toHaveLength(2);
  });

  test.each([
    [[{ 'experience.title': 'Directrice' }], 'experience.organisation'],
    [
      [
        { 'experience.organisation': 'A' },
        { 'experience.title': 'B' },
        { 'experience.status': 'astronaute' },
      ],
      'astronaute',
    ],
    ['rien', 'reponses.json'],
    [[{ a: '1', b: '2' }], 'reponses.json'],
  ])('%j is refused, naming %s', (answers, named) => {
    const folder = newFolder('RNCP38126');
    const { status, stderr } = runWithoutTerminal(
      ['walk', folder, '--answers', answersIn(folder, answers)],
      folder,
    );
    expect(status, stderr).toBe(3);
    expect(stderr).toContain(named);
  });
});

test('Ctrl-C in the middle of a text keeps it; the next sitting goes on behind it', async () => {
  const folder = newFolder('RNCP38126');
  const pty = startAcquis(['walk', folder]);
  await pty.answer('Dans quelle organisation', 'La Remise', KEYS.enter);
  await pty.answer('Quel était votre poste', 'Direc');
  await pty.see('Direc');
  pty.send(KEYS.ctrlC);
  expect((await pty.ended).exitCode).toBe(130);
  expect(pty.raw).toContain('acquis walk');
  expect(readStored(folder).experiences).toMatchObject([{ title: 'Direc' }]);

  const again = startAcquis(['walk', folder]);
  await again.answer('Par où continuer', KEYS.enter);
  await again.see('À quel titre');
  // « Revenir »: the half-written title is in the field, to be finished.
  again.send(KEYS.escape);
  await again.answer('Quel était votre poste', 'trice', KEYS.enter);
  await again.answer('À quel titre', KEYS.ctrlC);
  await again.ended;
  expect(readStored(folder).experiences).toMatchObject([{ title: 'Directrice' }]);
});

test('later it opens with where the candidate stands, and skips, goes back, links a proof', async () => {
  const folder = copyOfStory();
  const pty = startAcquis(['walk', folder], { rows: 50 });
  await pty.see(/étayées 24\/27 BC01 ██████████ 8\/8.*Dans quelle activité.*Ctrl-C/);
  await pause(50);
  pty.send(
    KEYS.down,
    KEYS.down,
    KEYS.down,
    KEYS.down,
    KEYS.down,
    KEYS.down,
    KEYS.down,
    KEYS.down,
    KEYS.enter,
  );
  await pty.see(/BC03-C09.*Dans quelle activité.*Ctrl-C/);
  await pause(50);
  pty.send(KEYS.escape);
  await pty.see(/BC02-C02.*Dans quelle activité.*Ctrl-C/);
  await pause(50);
  pty.send(KEYS.enter);
  await pty.answer('« Organiser le travail » : compléter', KEYS.down, KEYS.enter);
  await pty.answer('Quelle pièce le montre', KEYS.enter);
  await pty.answer('Laquelle', KEYS.enter);
  await pty.answer('Que montre-t-elle', 'La charte, page 2', KEYS.enter);
  await pty.answer('Et maintenant', KEYS.enter);
  await pty.see('étayées 25/27');
  pty.send(KEYS.ctrlC);
  await pty.ended;
  const linked = readStored(folder).evidence?.filter(({ shows }) =>
    shows?.some(({ competence }) => competence.endsWith('BC02-C02')),
  );
  expect(linked).toHaveLength(1);
  expect(pty.raw).not.toMatch(/valid[ée]e?s? par/);
});

test.each([40, 80])('%i columns: the terminal folds no row', async (columns) => {
  const folder = copyOfStory();
  const pty = startAcquis(['walk', folder], { columns, rows: 60 });
  await pty.answer('Dans quelle activité', KEYS.enter);
  await pty.answer('« Organiser le travail » : compléter', KEYS.enter);
  await pty.answer('Le contexte', 'mot '.repeat(80), KEYS.ctrlD);
  await pty.see('Votre rôle');
  const { folded } = await pty.screen();
  expect(folded).toEqual([]);
  await pty.kill();
});

test('ACCESSIBLE=1: numbers, words instead of bars, no escape sequence', async () => {
  const folder = copyOfStory();
  const pty = startAcquis(['walk', folder, '--no-color'], { env: { ACCESSIBLE: '1' } });
  await pty.see(/BC02 : 8 sur 10 étayées.*1\. A5 Organiser le travail.*Votre choix/);
  pty.send('1', KEYS.enter);
  await pty.see('compléter le récit maintenant');
  pty.send(KEYS.ctrlC);
  await pty.ended;
  expect(pty.raw).not.toContain('\u001b');
});
