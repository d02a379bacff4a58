import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/output/cohort/csv.ts';
import { cohortText } from '../../src/output/cohort/text.ts';
import { createTerminal, type Terminal } from '../../src/output/terminal.ts';
import { widthOf } from '../../src/output/wrap.ts';
import { boardOf, folderSaved, hostileBoard } from '../support/cohort.ts';

const terminal = (width: number): Terminal => ({
  ...createTerminal({ env: {}, color: false }, () => undefined),
  width,
});

/** The cells of a document of ours, as a spreadsheet would read them. */
const cellsOf = (csv: string): string[][] =>
  csv
    .slice(1)
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/gu)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );

describe('the board as CSV', () => {
  test('is one row per folder, broken ones included, every row as wide as the head', async () => {
    const folder = await folderSaved('Ada', [['2026-11-18', { notes: 'x' }]]);
    const rows = cellsOf(cohortTable(await boardOf([folder, '/nulle/part'])));
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    expect(rows.at(-1)?.[0]).toBe('/nulle/part');
    expect(rows.at(-1)?.at(-1)).toContain('introuvable');
  });

  test.each(['=HYPERLINK("http://x")', '+33 6', '@SUM(A1)', '-1+2', '\t=1', ' =1'])(
    'a name %j is text to a spreadsheet',
    async (name) => {
      const board = await hostileBoard(1);
      const groups = board.groups.map((group) => ({
        ...group,
        rows: group.rows.map((row) => ({ ...row, name, folder: name })),
      }));
      const [, row] = cellsOf(cohortTable({ ...board, groups }));
      for (const cell of row?.slice(0, 2) ?? []) expect(cell).toBe(`'${name}`);
    },
  );
});

describe('the board in a terminal', () => {
  test('says no change only of folders whose past is known', async () => {
    const board = await boardOf([await folderSaved('Ada', [['2026-11-10', { notes: 'x' }]])]);
    expect(cohortText(board, terminal(110))).toContain('aucun changement depuis');
    const groups = board.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, since: undefined })),
    }));
    const text = cohortText({ ...board, groups }, terminal(110));
    expect(text).not.toContain('aucun changement depuis');
    expect(text).toContain('changements inconnus pour 1 dossier');
  });

  test.each([40, 80, 110])('keeps within %i columns and lets no name command it', async (width) => {
    const text = cohortText(await hostileBoard(14), terminal(width));
    for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
    // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    for (let index = 0; index < 14; index++) expect(text).toContain(`N${index}N`);
  });
});
