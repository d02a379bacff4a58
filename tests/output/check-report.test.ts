import { describe, expect, test } from 'vitest';
import type { StoredPortfolio } from '../../src/domain/portfolio.ts';
import { checkTable } from '../../src/output/check/csv.ts';
import { checkDocument } from '../../src/output/check/json.ts';
import { checkText } from '../../src/output/check/text.ts';
import { createTerminal, type Terminal } from '../../src/output/terminal.ts';
import { widthOf } from '../../src/output/wrap.ts';
import { halfDone, reportOn } from '../support/check-report.ts';

const terminal = (width: number): Terminal => ({
  ...createTerminal({ env: {}, color: false }, () => undefined),
  width,
});

describe('the report for people', () => {
  test('says each grade, each block and the counts in words', () => {
    const text = checkText(reportOn(halfDone), terminal(80));
    expect(text).toContain('1 sur 4 étayées (25 %)');
    expect(text).toMatch(/◑ C01 {2}Titre ESSAI1BC01-C01 .*étayée ! preuve à renforcer {2}A1 P1/);
    expect(text).toMatch(/◔ C01 {2}Titre ESSAI1BC02-C01 .*reliée à une activité {2}A1/);
    expect(text).toMatch(/ESSAI1BC01 {2}Premier +1\/2 {2}en cours/);
    expect(text).not.toMatch(/validée?/i);
  });

  test.each([40, 80, 200])('stays within %i columns', (width) => {
    const lines = checkText(reportOn(halfDone), terminal(width)).split('\n');
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
  });

  test('says an ended registration before anything else', () => {
    expect(checkText(reportOn({}, '2025-11-18'), terminal(80))).toMatch(
      /^ {2}✗ ESSAI1 n’est plus enregistrée/,
    );
  });

  test('shows an acquired block with its jury date and asks nothing of it', () => {
    const fields = { target: { acquired: [{ block: 'BC01', juryDate: '2026-06-12' }] } };
    const text = checkText(reportOn(fields), terminal(80));
    expect(text).toContain('acquis devant le jury du 12 juin 2026');
    expect(text).not.toContain('BC01-C01');
  });

  test('when all is supported says how much is analysed', () => {
    const ids = ['ESSAI1BC01-C01', 'ESSAI1BC01-C02'];
    const fields: Partial<StoredPortfolio> = {
      target: { blocks: ['BC01'] },
      activities: [{ id: 'A1', title: 'Veiller', competences: ids.map((id) => ({ id })) }],
      evidence: [
        {
          id: 'P1',
          title: 'Note',
          kind: 'production',
          file: { path: 'p' },
          shows: ids.map((competence) => ({ competence })),
        },
      ],
    };
    expect(checkText(reportOn(fields), terminal(80))).toContain(
      'toutes étayées ; analyse rédigée pour 0 sur 2',
    );
  });

  test('lets no name command the terminal', () => {
    const fields = {
      candidate: { name: 'Ada\u001b[2J\u202e' },
      activities: [{ id: 'A1', title: 'T\u009b31m' }],
    };
    const text = checkText(reportOn(fields), terminal(80));
    // oxlint-disable-next-line no-control-regex -- control characters are what must be absent
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(text).toContain('Ada\\u{1b}[2J\\u{202e}');
  });
});

describe('the report for machines', () => {
  test('is one document of version 1 with the fields of the contract', () => {
    const document = JSON.parse(checkDocument(reportOn(halfDone)));
    expect(Object.keys(document)).toEqual([
      'version',
      'date',
      'certification',
      'summary',
      'blocks',
      'findings',
    ]);
    expect(document.certification).toEqual({
      code: 'ESSAI1',
      title: 'Certification d’essai (fictive)',
      status: 'active',
      expires: '2030-01-31',
      successor: null,
    });
    expect(document.summary).toEqual({
      competences: 4,
      cited: 2,
      supported: 1,
      analysed: 0,
      fragile: 1,
      percent: 25,
      complete: false,
    });
    expect(document.blocks[0]).toEqual({
      code: 'ESSAI1BC01',
      title: 'Premier bloc',
      state: 'partial',
      competences: [
        { id: 'ESSAI1BC01-C01', grade: 'supported', fragile: true, activities: ['A1'], evidence: ['P1'] },
        { id: 'ESSAI1BC01-C02', grade: 'absent', fragile: false, activities: [], evidence: [] },
      ],
    });
    expect(Object.keys(document.findings[0])).toEqual([
      'code',
      'severity',
      'path',
      'args',
      'message',
      'hint',
    ]);
  });

  test('as CSV has a row per competence and no live formula', () => {
    const fields = { ...halfDone, activities: [{ ...halfDone.activities?.[0], id: 'A1', title: 'Veiller' }] };
    const rows = checkTable(reportOn(fields)).split('\r\n');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toBe('\ufeffbloc;etat;competence;titre;couverture;fragile;activites;pieces');
    expect(rows[1]).toBe('ESSAI1BC01;en cours;ESSAI1BC01-C01;Titre ESSAI1BC01-C01;étayée;oui;A1;P1');
  });
});
