import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/domain/check-report.ts';
import { checkTestResults } from '../../../src/output/check/junit.ts';
import { halfDone, reportOn } from '../../support/check-report.ts';
import { elementsNamed, readXml, type XmlElement } from '../../support/read-xml.ts';

const results = (report: CheckReport): XmlElement => readXml(checkTestResults(report, 'dossiers/ada/'));

const outcomes = (suite: XmlElement | undefined): string[] =>
  (suite?.children ?? []).map(
    ({ attributes, children }) =>
      `${attributes['name']}: ${
        children
          .filter(({ name }) => name !== 'system-out')
          .map(({ attributes }) => attributes['type'] ?? attributes['message'])
          .join(' ') || 'passed'
      }`,
  );

describe('a check as test results', () => {
  test('has a suite per block with a case per competence, and one for the rest', () => {
    const root = results(reportOn(halfDone));
    expect(root.children.map(({ attributes }) => attributes['name'])).toEqual([
      'ESSAI1BC01 Premier',
      'ESSAI1BC02 Second',
      'Le reste du dossier',
    ]);
    expect(root.attributes).toMatchObject({ name: 'acquis check dossiers/ada/', failures: '3', errors: '0' });
    expect(outcomes(root.children[0])).toEqual([
      'ESSAI1BC01-C01 Titre ESSAI1BC01-C01: passed',
      'ESSAI1BC01-C02 Titre ESSAI1BC01-C02: competence-absent',
    ]);
    expect(outcomes(root.children[1])).toEqual([
      'ESSAI1BC02-C01 Titre ESSAI1BC02-C01: competence-unsupported',
      'ESSAI1BC02-C02 Titre ESSAI1BC02-C02: competence-absent',
    ]);
    expect(new Set(elementsNamed('testcase', root).map(({ attributes }) => attributes['file']))).toEqual(
      new Set(['dossiers/ada/portfolio.yaml']),
    );
  });

  test('says what is missing and the next step in the failure, warnings beside a case that passes', () => {
    const [first, second] = elementsNamed('testcase', results(reportOn(halfDone)));
    expect(elementsNamed('failure', second as XmlElement)[0]?.text).toMatch(
      /^ESSAI1BC01-C02 est à documenter.*\n→ Racontez une activité/u,
    );
    expect(elementsNamed('system-out', first as XmlElement)[0]?.text).toMatch(
      /^étayée : A1 P1\nÀ regarder : ESSAI1BC01-C01 : preuve à renforcer/u,
    );
  });

  test('fails an error that is about no competence', () => {
    const activities = [{ id: 'A1', title: 'Veiller', results: 'Voir [[P99]].' }];
    const rest = results(reportOn({ activities })).children.at(-1);
    expect(outcomes(rest)).toContainEqual(expect.stringMatching(/P99.*: citation-unknown$/u));
  });

  test('passes over blocks that are acquired or not aimed at', () => {
    const target = { blocks: ['BC02'], acquired: [{ block: 'BC01', juryDate: '2026-06-12' }] };
    const [acquired] = results(reportOn({ target })).children;
    expect(outcomes(acquired)).toEqual([
      'ESSAI1BC01-C01 Titre ESSAI1BC01-C01: acquis devant le jury du 12 juin 2026',
      'ESSAI1BC01-C02 Titre ESSAI1BC01-C02: acquis devant le jury du 12 juin 2026',
    ]);
  });

  test('is never all green where the minimum alone was missed', () => {
    const report = { ...reportOn({}), findings: [], passed: false };
    expect(outcomes(results(report).children.at(-1))).toEqual(['Couverture documentaire: below-minimum']);
  });

  test('holds whatever a candidate wrote', () => {
    const title = '</failure> ]]> \u0000\u001b[2J 👩🏽‍🌾 \ud83d "';
    const evidence = [
      { id: 'P1', title, file: { path: 'preuves/]]>&.png' }, confidentiality: 'à anonymiser' },
    ] as const;
    const root = results(reportOn({ evidence: [...evidence], candidate: { name: title } }));
    expect(elementsNamed('testcase', root).length).toBeGreaterThan(4);
  });
});
