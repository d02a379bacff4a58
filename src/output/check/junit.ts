import { join, sep } from 'node:path';
import { longDate } from '../../catalogue/fr/dates.ts';
import { words } from '../../catalogue/index.ts';
import type { CheckReport } from '../../domain/check-report.ts';
import type { BlockCoverage, CompetenceCoverage } from '../../domain/coverage.ts';
import { isBlocking, type Finding } from '../../domain/findings.ts';
import { junitDocument, type JunitCase, type JunitSuite } from '../junit-xml.ts';
import { PORTFOLIO_FILE } from '../../domain/folder-names.ts';

/**
 * One suite per block with a case per competence, and one for everything else: errors and gaps fail a case, warnings
 * are its output. `folder` as it was typed: annotations are put on its portfolio.yaml.
 */
export const checkTestResults = (report: CheckReport, folder: string): string => {
  const { referential, coverage, findings } = report;
  const file = join(folder, PORTFOLIO_FILE).split(sep).join('/');
  const titles = new Map(
    referential.blocks.flatMap(({ code, short, competences }) =>
      [{ id: code, short }, ...competences].map((one) => [one.id, one.short] as const),
    ),
  );
  const named = (id: string): string => `${id} ${titles.get(id) ?? ''}`.trim();
  const suites = coverage.blocks.map((block) => ({
    name: named(block.code),
    cases: block.competences.map((competence) => ({
      name: named(competence.id),
      classname: block.code,
      file,
      ...outcomeOf(
        block,
        competence,
        findings.filter(({ path }) => path === pathOf(competence)),
      ),
    })),
  }));
  const ofCompetences = new Set(coverage.blocks.flatMap(({ competences }) => competences.map(pathOf)));
  const others = [
    ...belowMinimum(report),
    ...findings.filter(({ path }) => !ofCompetences.has(path)).map((found) => caseOf(found)),
    ...(report.privacy ? [reminderCase()] : []),
  ].map((one) => ({ ...one, file }));
  return junitDocument(`acquis check ${folder}`, [...suites, ...otherSuite(others)]);
};

const pathOf = ({ id }: CompetenceCoverage): string => `competences.${id}`;

const outcomeOf = (
  { state, juryDate }: BlockCoverage,
  { grade, activities, evidence }: CompetenceCoverage,
  findings: readonly Finding[],
): Pick<JunitCase, 'skipped' | 'failure' | 'output'> => {
  const { check } = words;
  if (state === 'acquired')
    return { skipped: juryDate === undefined ? check.noDate : check.acquiredOn(longDate(juryDate)) };
  if (state === 'not-targeted') return { skipped: check.states[state] };
  const links = [...activities, ...evidence].join(' ');
  return {
    output: [[check.grades[grade], links].filter((part) => part !== '').join(' : '), ...spoken(findings)],
    failure: findings.filter(isBlocking).map(faultOf)[0],
  };
};

const faultOf = ({ code, args }: Finding): NonNullable<JunitCase['failure']> => ({
  type: code,
  ...words.findings[code](args),
});

/** Findings that fail nothing. */
const spoken = (findings: readonly Finding[]): string[] =>
  findings
    .filter((found) => !isBlocking(found))
    .map(({ code, severity, args }) => {
      const { message, hint } = words.findings[code](args);
      return `${words.check.severities[severity]} : ${message}\n→ ${hint}`;
    });

const caseOf = (found: Finding): JunitCase => ({
  name: words.findings[found.code](found.args).message,
  classname: found.path,
  ...(isBlocking(found) ? { failure: faultOf(found) } : { output: spoken([found]) }),
});

/** What no program finds, for people to look at. */
const reminderCase = (): JunitCase => ({
  name: words.privacy.title,
  classname: 'privacy',
  output: [words.privacy.intro, ...words.privacy.lines],
});

/** A check can fail by `--min` alone; results that are all green would hide it. */
const belowMinimum = ({ passed, findings, coverage }: CheckReport): JunitCase[] => {
  if (passed || findings.some(isBlocking)) return [];
  const { message, hint } = words.check.belowMinimum(words.check.standing(coverage.summary));
  return [
    { name: words.check.title, classname: 'summary', failure: { type: 'below-minimum', message, hint } },
  ];
};

const otherSuite = (cases: readonly JunitCase[]): JunitSuite[] =>
  cases.length === 0 ? [] : [{ name: words.check.otherFindings, cases }];
