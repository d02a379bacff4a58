import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { StoredPortfolio } from '../../src/domain/portfolio.ts';
import { BIN, documentOf, newFolder, startAcquis } from '../support/interview.ts';
import { KEYS, pause } from '../support/pty.ts';

const POSTS = `experiences:
  - { id: X1, title: Trésorière }
  - { id: X2, title: Coordinatrice }
`;
const ACTIVITIES = `activities:
  - { id: A1, title: Ouvrir un local, experiences: [X1] }
  - { id: A2, title: Redresser le budget, experiences: [X1] }
`;

/** What stands in the document after these answers, the last of which leaves. */
const afterAnswers = (answers: readonly object[], stage = 'competences'): StoredPortfolio => {
  const folder = newFolder('RNCP38126');
  appendFileSync(`${folder}/portfolio.yaml`, POSTS + ACTIVITIES);
  const file = `${folder}-reponses.json`;
  writeFileSync(file, JSON.stringify([{ 'inventory.resume': stage }, ...answers]));
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'walk', folder, '--answers', file], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return parse(documentOf(folder)) as StoredPortfolio;
};
const BACK = ':revenir';
const QUIT = ':quitter';
const CHOSEN = [{ 'competence.activity': 'A1' }];
const TOLD = ['context', 'role', 'stakeholders', 'means', 'goal', 'approach', 'difficulties', 'results', 'analysis', 'learning']; // prettier-ignore
const UP_TO_PROOF = [
  ...CHOSEN,
  { 'activity.period-start': ':passer' },
  ...TOLD.map((field) => ({ [`activity.${field}`]: ':passer' })),
  { 'competence.claim': 'J’ai ouvert un local.' },
];

describe('« Revenir » leaves nothing behind that was not meant', () => {
  test('an activity chosen by mistake is not linked; the one chosen instead is', () => {
    const { activities } = afterAnswers([
      ...CHOSEN,
      { 'activity.period-start': BACK },
      { 'competence.activity': 'A2' },
      { 'activity.period-start': QUIT },
    ]);
    expect(activities?.map(({ competences }) => competences?.length ?? 0)).toEqual([0, 1]);
  });

  test('back from the proof comes the sentence; a link with its sentence stays', () => {
    const { activities } = afterAnswers([
      ...UP_TO_PROOF,
      { 'competence.evidence': BACK },
      { 'competence.claim': BACK },
      { 'competence.activity': BACK },
      { 'competence.activity': QUIT },
    ]);
    expect(activities?.[0]?.competences).toMatchObject([{ claim: 'J’ai ouvert un local.' }]);
  });

  test('a new activity: from its post to its title with its text; from there it is gone', () => {
    const begun = [{ 'competence.activity': 'new' }, { 'activity.new-title': 'Former' }];
    const corrected = afterAnswers([
      ...begun,
      { 'activity.experience': BACK },
      { 'activity.new-title': 'Former trois bénévoles' },
      { 'activity.experience': QUIT },
    ]);
    expect(corrected.activities?.map(({ title }) => title).slice(2)).toEqual(['Former trois bénévoles']);
    const left = afterAnswers([
      ...begun,
      { 'activity.experience': BACK },
      { 'activity.new-title': BACK },
      { 'competence.activity': QUIT },
    ]);
    expect(left.activities).toHaveLength(2);
  });

  test('a new proof is gone on with, and is gone once another way is taken', () => {
    const begun = [
      ...UP_TO_PROOF,
      { 'competence.evidence': 'add' },
      { 'evidence.title': 'Bilan' },
      { 'evidence.source': BACK },
      { 'evidence.title': BACK },
    ];
    const again = afterAnswers([
      ...begun,
      { 'competence.evidence': 'add' },
      { 'evidence.title': 'Bilan 2023' },
      { 'evidence.source': QUIT },
    ]);
    expect(again.evidence).toMatchObject([{ id: 'P01', title: 'Bilan 2023' }]);
    const left = afterAnswers([...begun, { 'competence.evidence': QUIT }]);
    expect(left.evidence ?? []).toEqual([]);
  });

  test('from the post of an activity just named to its title, not over it', () => {
    const { activities } = afterAnswers(
      [
        { 'activity.title': 'Former' },
        { 'activity.experience': BACK },
        { 'activity.title': 'Former trois bénévoles' },
        { 'activity.experience': QUIT },
      ],
      'activities',
    );
    expect(activities?.map(({ title }) => title).slice(2)).toEqual(['Former trois bénévoles']);
  });
});

test('with two portfolios the first question can be left for good', async () => {
  const folder = newFolder('RNCP38126');
  cpSync(folder, `${folder}-2`, { recursive: true });
  const pty = startAcquis([], { cwd: dirname(folder), rows: 40 });
  await pty.see('Quel portfolio');
  // Two portfolios and « Passer » stand before « Quitter ».
  for (const key of [KEYS.down, KEYS.down, KEYS.down, KEYS.enter]) {
    await pause(30);
    pty.send(key);
  }
  expect((await pty.ended).exitCode).toBe(0);
  expect(pty.raw).not.toContain('Que voulez-vous faire');
});
