import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FormerBoard } from '../../../src/domain/cohort/former-board.ts';
import { overviewOf } from '../../../src/domain/cohort/overview.ts';
import { cohortTable } from '../../../src/output/cohort/csv.ts';
import { cohortDocument } from '../../../src/output/cohort/json.ts';
import { cohortText } from '../../../src/output/cohort/text.ts';
import { createTerminal } from '../../../src/output/terminal.ts';
import { renderBoard } from '../../../src/render/board/board.ts';
import { activityOf, boardOf, folderSaved, proofOf, TOLD } from '../../support/cohort.ts';
import { temporaryFolder } from '../../support/portfolio-folder.ts';

const [C11, C12, C21, C22] = ['ESSAI1BC01-C01', 'ESSAI1BC01-C02', 'ESSAI1BC02-C01', 'ESSAI1BC02-C02'];

/**
 * By hand: four competences in two blocks. Ada has three cited, one of them supported and analysed; Bo aims at BC02
 * alone, both supported; Cleo has BC01 behind her and nothing else.
 */
const promotion = async (): Promise<string> => {
  const parent = temporaryFolder();
  await folderSaved('Ada', [['2026-11-18', {
    activities: [activityOf('A1', [C11], TOLD), activityOf('A2', [C12, C21])],
    evidence: [proofOf('P1', [C11]), { id: 'P2', title: 'Attestation', state: 'demandée', askedFrom: 'Mme Roux', askedOn: '2026-11-01', shows: [{ competence: C12 }] }],
    dates: { eligible: '2026-05-21' },
  }]], parent); // prettier-ignore
  await folderSaved('Bo', [['2026-10-31', {
    target: { blocks: ['BC02'] },
    activities: [activityOf('A1', [C21, C22])],
    evidence: [proofOf('P1', [C21, C22])],
    dates: { deposit: '2026-12-01' },
  }]], parent); // prettier-ignore
  await folderSaved('Cleo', [['2026-11-02', {
    target: { acquired: [{ block: 'BC01', juryDate: '2025-06' }] },
    notes: 'Privé : en arrêt.',
  }]], parent); // prettier-ignore
  return parent;
};

test('a board of three, computed by hand', async () => {
  const parent = await promotion();
  const board = await boardOf(['Ada', 'Bo', 'Cleo'].map((name) => join(parent, name)));
  const [group] = board.groups;
  expect(
    group?.rows.map(({ name, summary, blocks }) => [
      name,
      summary.competences,
      summary.cited,
      summary.supported,
      summary.analysed,
      summary.percent,
      blocks.map(({ state, supported }) => `${state} ${supported}`).join(', '),
    ]),
  ).toEqual([
    ['Ada', 4, 3, 1, 1, 25, 'partial 1, partial 0'],
    ['Bo', 2, 2, 2, 0, 100, 'not-targeted 0, complete 2'],
    ['Cleo', 2, 0, 0, 0, 0, 'acquired 0, empty 0'],
  ]);
  expect(
    group?.missing.map(({ id, folders, absent, unsupported }) => [id, folders, absent, unsupported]),
  ).toEqual([
    [C22, 3, 2, 0],
    [C21, 3, 1, 1],
    [C12, 1, 0, 1],
  ]);
  const overview = overviewOf(group?.rows ?? [], 21);
  expect(overview.deadlines.map(({ row, deadline }) => [row.name, deadline.kind, deadline.days])).toEqual([
    ['Ada', 'activity', -1],
    ['Bo', 'deposit', 9],
  ]);
  expect(overview.still.map(({ name, quietDays }) => [name, quietDays])).toEqual([['Bo', 22]]);
  expect(overview.awaited.map(({ row, proof }) => [row.name, proof.id, proof.from, proof.days])).toEqual([
    ['Ada', 'P2', 'Mme Roux', 21],
  ]);
  expect(overview.changed.map(({ name }) => name)).toEqual(['Ada']);
  expect(overview.unchanged.map(({ name }) => name)).toEqual(['Bo', 'Cleo']);
});

test('still from exactly that many days on', async () => {
  const folder = await folderSaved('Ada', [['2026-11-02', { notes: 'x' }]]);
  const [row] = (await boardOf([folder])).groups[0]?.rows ?? [];
  expect(row?.quietDays).toBe(20);
  expect(overviewOf(row ? [row] : [], 20).still).toHaveLength(1);
  expect(overviewOf(row ? [row] : [], 21).still).toHaveLength(0);
});

test('broken folders are rows with their reason and stop nothing', async () => {
  const parent = await promotion();
  mkdirSync(join(parent, 'Zed'));
  writeFileSync(join(parent, 'Zed', 'portfolio.yaml'), 'version: 99\nid: z\n');
  const board = await boardOf(['Zed', 'Ada', 'nulle-part', 'Bo'].map((name) => join(parent, name)));
  expect(board.groups[0]?.rows.map(({ name }) => name)).toEqual(['Ada', 'Bo']);
  expect(board.broken.map(({ error }) => error.code).toSorted()).toEqual([
    'cannot-read',
    'unsupported-version',
  ]);
});

test('a board kept as JSON is what another day is compared with, even where folders bring no history', async () => {
  const parent = await promotion();
  const names = ['Ada', 'Bo'].map((name) => join(parent, name));
  const kept = FormerBoard.parse(JSON.parse(cohortDocument(await boardOf([...names, join(parent, 'Cleo')]))));
  const later = temporaryFolder();
  // Ada renamed her folder, wrote, and sent it without its history; Bo changed nothing; Dan is new; Cleo is gone.
  await folderSaved('Ada-V2', [], later);
  writeFileSync(
    join(later, 'Ada-V2', 'portfolio.yaml'),
    JSON.stringify({
      version: '1', id: 'id-Ada', certification: 'ESSAI1', candidate: { name: 'Ada' },
      activities: [activityOf('A1', [C11], TOLD), activityOf('A2', [C12, C21], { context: 'Nouveau.' })],
      evidence: [proofOf('P1', [C11]), proofOf('P2', [C12])],
    }),
  ); // prettier-ignore
  await folderSaved('Dan', [['2026-11-20', { activities: [activityOf('A1', [C11])] }]], later);
  const board = await boardOf([join(later, 'Ada-V2'), join(later, 'Dan'), names[1] ?? ''], { since: kept });
  const rows = new Map(board.groups[0]?.rows.map((row) => [row.name, row.since]));
  expect(rows.get('Ada')).toMatchObject({
    reach: 'known',
    changes: {
      up: [{ competence: C12, from: 'cited', to: 'supported' }],
      proofs: { added: ['P2'] },
      answers: { written: 1, rewritten: 0, erased: 0 },
    },
  });
  expect(rows.get('Dan')?.reach).toBe('new');
  expect(overviewOf(board.groups[0]?.rows ?? [], 21).unchanged.map(({ name }) => name)).toEqual(['Bo']);
  expect(board.gone).toEqual(['Cleo']);
});

test('the JSON holds names and counts, no story, no private note, no address', async () => {
  const parent = await promotion();
  const text = cohortDocument(await boardOf(['Ada', 'Cleo'].map((name) => join(parent, name))));
  expect(text).toContain('Mme Roux');
  for (const secret of ['Douze ateliers', 'Le rythme', 'Privé', 'Activité A1', 'Pièce P1', 'exemple.fr'])
    expect(text).not.toContain(secret);
});

test('a proof whose file is gone or changed is told of its folder, as a check does', async () => {
  const stored = (id: string, path: string): ReturnType<typeof proofOf> => ({
    id,
    title: `Pièce ${id}`,
    file: { path, sha256: 'a'.repeat(64), bytes: 3 },
  });
  const folder = await folderSaved('Ada', [
    ['2026-11-18', { evidence: [proofOf('P1', [C11]), stored('P2', 'preuves/partie.pdf'), stored('P3', 'preuves/changée.txt')] }],
  ]); // prettier-ignore
  mkdirSync(join(folder, 'preuves'), { recursive: true });
  writeFileSync(join(folder, 'preuves/changée.txt'), 'xyz');
  const board = await boardOf([folder]);
  const rows = board.groups.flatMap((group) => group.rows);
  expect(rows[0]?.faults.map(({ id, code }) => [id, code])).toEqual([
    ['P2', 'evidence-missing'],
    ['P3', 'evidence-altered'],
  ]);
  expect(overviewOf(rows, 21)).toMatchObject({ faults: 2 });
  const [ada] = (JSON.parse(cohortDocument(board)) as { folders: { faults: unknown[] }[] }).folders;
  expect(ada?.faults).toHaveLength(2);
  expect(renderBoard(board)).toMatch(/id="faulty"[^]*Pièce P2[^]*introuvable/u);
  const text = cohortText(board, {
    ...createTerminal({ env: {}, color: false }, () => undefined),
    width: 80,
  });
  expect(text).toContain('  ! Ada : P2 (introuvable), P3 (contenu changé)');
  expect(text).toMatch(/2\s+preuves au fichier absent ou changé/u);
  expect(cohortTable(board)).toContain('P2 (introuvable) | P3 (contenu changé)');
});
