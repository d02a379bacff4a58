import { expect, test } from 'vitest';
import { editPortfolio } from '../../src/app/edit-portfolio.ts';
import { PORTFOLIO_FIELDS } from '../../src/app/portfolio-fields.ts';
import type { AcquisError } from '../../src/app/errors.ts';
import { newFolder, readIn, testStore } from '../support/portfolio-folder.ts';

const edit = (folder: string, given: Readonly<Record<string, string | readonly string[]>>) =>
  editPortfolio(testStore(), {
    folder,
    assignments: Object.entries(given).map(([flag, values]) => ({
      spec: PORTFOLIO_FIELDS.find((field) => field.flag === flag)!,
      values: [values].flat(),
    })),
  });

test('sets what is named, leaves the rest, and takes away what is given empty', async () => {
  const folder = await newFolder();
  await edit(folder, {
    jury: '2026-12-10',
    deposit: '2026-10-01',
    city: 'Albi',
    blocks: 'bc02',
    acquired: ['BC01=2025-06'],
    degree: ['BTS', 'Licence, mention droit'],
  });
  const { portfolio } = await edit(folder, { deposit: '', blocks: '', phone: '0612345678' });
  expect(portfolio.dates).toEqual({ jury: '2026-12-10' });
  expect(portfolio.target).toEqual({ blocks: [], acquired: [{ block: 'ESSAI1BC01', juryDate: '2025-06' }] });
  expect(portfolio.candidate).toMatchObject({ city: 'Albi', phone: '0612345678', degrees: ['BTS', 'Licence, mention droit'] }); // prettier-ignore
  expect(readIn(folder)).toContain('jury: "2026-12-10"');
});

test('what proves an acquired block stays when its day is changed; a block left out is gone', async () => {
  const folder = await newFolder();
  const store = testStore();
  await store.change(folder, ({ portfolio }) => ({
    ...portfolio,
    target: { blocks: [], acquired: [{ block: 'BC01', from: 'Autre voie' }, { block: 'ESSAI1BC02' }] },
  }));
  const { portfolio } = await edit(folder, { acquired: 'BC01=2025' });
  expect(portfolio.target.acquired).toEqual([{ block: 'ESSAI1BC01', from: 'Autre voie', juryDate: '2025' }]);
});

test.each([
  [{ jury: '2026-13-01' }, 'bad-flag', '--jury'],
  [{ stage: 'validatoin' }, 'bad-flag', '--stage'],
  [{ acquired: 'BC01=hier' }, 'bad-flag', '--acquired'],
  [{ city: ['Albi', 'Gap'] }, 'repeated-flag', '--city'],
  [{ name: '' }, 'missing-flag', '--name'],
  [{ blocks: 'BC09' }, 'unknown-id', undefined],
])('%j is refused by its option, and nothing is written', async (given, code, flag) => {
  const folder = await newFolder();
  const before = readIn(folder);
  const error = await edit(folder, given as Parameters<typeof edit>[1]).catch(
    (thrown: AcquisError) => thrown,
  );
  expect(error).toMatchObject({ code });
  if ('args' in error) expect(error.args['flag'] ?? error.args['flags']).toBe(flag);
  expect(readIn(folder)).toBe(before);
});
