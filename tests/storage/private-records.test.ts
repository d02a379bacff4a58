import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPrivateRecords } from '../../src/storage/private-records.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';

/** All in one drawer. */
const nameOf = (index: number): string => `ab${String(index).padStart(62, '0')}`;

test('a drawer holds 128 records, and those unused for longest make room', () => {
  const folder = join(temporaryFolder(), 'fait');
  const records = openPrivateRecords(folder);
  for (let index = 0; index < 128; index++) {
    records.keep(nameOf(index), `texte ${index}`);
    utimesSync(join(folder, 'ab', nameOf(index)), 1_000 + index, 1_000 + index);
  }
  expect(records.read(nameOf(0))).toBe('texte 0');
  for (let index = 128; index < 300; index++) {
    records.keep(nameOf(index), `texte ${index}`);
    expect(readdirSync(join(folder, 'ab')).length).toBeLessThanOrEqual(128);
  }
  records.keep(nameOf(0), 'texte 0');
  expect(records.read(nameOf(1))).toBeUndefined();
  expect(records.read(nameOf(299))).toBe('texte 299');
});

test('a record that is used stays, one that is not goes', () => {
  const folder = join(temporaryFolder(), 'fait');
  const records = openPrivateRecords(folder);
  for (let index = 0; index < 128; index++) {
    records.keep(nameOf(index), 'texte');
    utimesSync(join(folder, 'ab', nameOf(index)), 1_000 + index, 1_000 + index);
  }
  records.read(nameOf(0));
  records.keep(nameOf(128), 'texte');
  expect([0, 1, 128].map((index) => records.read(nameOf(index)))).toEqual(['texte', undefined, 'texte']);
});

test('a text too large to be kept by the thousand is not kept', () => {
  const records = openPrivateRecords(join(temporaryFolder(), 'fait'));
  records.keep(nameOf(1), 'é'.repeat(16 * 1024 + 1));
  records.keep(nameOf(2), 'é'.repeat(16 * 1024));
  expect([records.read(nameOf(1)), records.read(nameOf(2))?.length]).toEqual([undefined, 16 * 1024]);
});
