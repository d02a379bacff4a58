import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../../src/domain/privacy/find-personal-data.ts';
import { createNameList } from '../../../src/domain/privacy/name-list.ts';

const LONG = 100_000;
const NAMES = createNameList([
  { name: 'Awa Diarra-Lemoine', pseudonym: 'Inès B.', kind: 'personne', aliases: [] },
]);

/** Beginnings that nothing ever finishes: what makes a careless pattern start over at every sign. */
const BEGINNINGS = [
  'a', 'a@', '0 ', '06 39 ', '+33 ', '1 85 ', 'FR76 ', '12 rue de la ', '1 place ', 'née à la ', 'date de naissance ',
  'association née le ', '12 mars ', 'siren ', 'résidence a ', 'Awa Diarra ', '1 rue A A A A', '\u00a0',
]; // prettier-ignore

describe('a text of 100 kB made to slow a pattern down', () => {
  it.each(BEGINNINGS)('of « %s »', (beginning) => {
    const text = `${beginning.repeat(Math.ceil(LONG / beginning.length)).slice(0, LONG)}!`;
    const before = process.cpuUsage();
    findPersonalData(text, NAMES);
    const { user, system } = process.cpuUsage(before);
    // Nine detectors: 50 ms each. A pattern that starts over takes minutes.
    expect((user + system) / 1000).toBeLessThan(9 * 50);
  });
});
