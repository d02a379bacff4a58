import { readdirSync, renameSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { makeBoard, type BoardRequest } from '../../src/app/cohort/make-board.ts';
import { readRow } from '../../src/app/cohort/read-row.ts';
import { AcquisError } from '../../src/app/errors.ts';
import type { CohortBoard } from '../../src/app/ports/cohort.ts';
import type { StoredPortfolio } from '../../src/domain/portfolio.ts';
import { openHistory } from '../../src/storage/versions/folder-history.ts';
import { buildPortfolio, smallReferential } from './build-portfolio.ts';
import { ATTACKS } from './hostile.ts';
import { temporaryFolder, testReferentials, testStore } from './portfolio-folder.ts';

const TODAY = '2026-11-22';

type Fields = Partial<StoredPortfolio>;

/** Gives the folder's latest save another day, noon local time. */
const backdate = (folder: string, day: string): void => {
  const moment = new Date(`${day}T12:00:00`);
  const home = join(folder, '.acquis/versions');
  const last = readdirSync(home).toSorted().at(-1) ?? '';
  const stamp = `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  renameSync(
    join(home, last),
    join(home, `${last.slice(0, 7)}${stamp}${last.slice('000001-20261122T044512Z'.length)}`),
  );
  utimesSync(join(folder, 'portfolio.yaml'), moment, moment);
};

/** A folder made blank, then saved with these fields on these days, each save replacing what stood. */
export const folderSaved = async (
  name: string,
  saves: readonly (readonly [day: string, fields: Fields])[],
  parent = temporaryFolder(),
): Promise<string> => {
  const folder = join(parent, name);
  const base: Fields = { id: `id-${name}`, candidate: { name, fictional: 'oui' } };
  const store = testStore();
  await store.create(folder, buildPortfolio(base), smallReferential());
  for (const [day, fields] of saves) {
    await store.change(folder, ({ portfolio }) => ({
      ...buildPortfolio({ ...base, ...fields }),
      referential: portfolio.referential,
    }));
    backdate(folder, day);
  }
  return folder;
};

/** The board of some folders, read in this process. */
export const boardOf = (
  folders: readonly string[],
  request: Partial<Omit<BoardRequest, 'folders'>> = {},
): Promise<CohortBoard> => {
  const ports = { store: testStore(), referentials: testReferentials, history: openHistory() };
  return makeBoard({ readRow: (folder, options) => readRow(ports, folder, options) }, testReferentials, {
    folders: folders.map((path) => ({ path, shown: path })),
    today: TODAY,
    since: '2026-11-16',
    still: 21,
    ...request,
  });
};

/** An activity that names competences, told as far as `analysed` when asked. */
export const activityOf = (
  id: string,
  competences: readonly string[],
  texts: Readonly<Record<string, string>> = {},
): NonNullable<StoredPortfolio['activities']>[number] => ({
  id,
  title: `Activité ${id}`,
  competences: competences.map((competence) => ({ id: competence })),
  ...texts,
});

export const TOLD = {
  results: 'Douze ateliers.',
  analysis: 'Le rythme a compté.',
  learning: 'Relire plus tôt.',
};

/** A proof that is there, behind a link. */
export const proofOf = (
  id: string,
  competences: readonly string[],
): NonNullable<StoredPortfolio['evidence']>[number] => ({
  id,
  title: `Pièce ${id}`,
  kind: 'production',
  form: 'écrit',
  url: 'https://exemple.fr/piece',
  shows: competences.map((competence) => ({ competence })),
});

/** A board of many rows made from one: each text that comes from a person is an attack, marked to be found again. */
export const hostileBoard = async (count: number): Promise<CohortBoard> => {
  const folder = await folderSaved('Ada', [
    [
      '2026-10-18',
      {
        activities: [activityOf('A1', ['ESSAI1BC01-C01'])],
        evidence: [{ id: 'P1', title: 'Pièce', state: 'demandée', askedFrom: 'X', askedOn: '2026-11-01' }],
        dates: { lastActivity: '2026-05-01', deposit: '2026-12-01' },
      },
    ],
  ]);
  const board = await boardOf([folder], { since: '2026-10-01' });
  const [row] = board.groups[0]?.rows ?? [];
  if (row === undefined) throw new Error('no row');
  const attack = (index: number, mark: string): string =>
    `${ATTACKS[index % ATTACKS.length]} ${mark}${index}${mark}`;
  const rows = Array.from({ length: count }, (_, index) => ({
    ...row,
    folder: attack(index, 'D'),
    label: attack(index, 'N'),
    name: attack(index, 'N'),
    quietDays: 21 + index,
    awaited: row.awaited.map((proof) => ({ ...proof, title: attack(index, 'T'), from: attack(index, 'F') })),
  }));
  return {
    ...board,
    groups: board.groups.map((group) => ({ ...group, title: attack(1, 'G'), rows })),
    broken: [
      {
        folder: attack(0, 'B'),
        error: new AcquisError('io', 'cannot-read', { file: attack(2, 'E'), reason: attack(3, 'R') }),
      },
    ],
    gone: [attack(4, 'O')],
  };
};
