import { longDate } from '../../catalogue/fr/dates.ts';
import { words } from '../../catalogue/index.ts';
import type { CheckReport } from '../../domain/check-report.ts';
import { isAtLeast, type BlockCoverage, type CompetenceCoverage } from '../../domain/coverage.ts';
import { SEVERITIES, type Finding, type Severity } from '../../domain/findings.ts';
import type { Block } from '../../domain/referential.ts';
import { markdownRow, markdownText } from '../markdown-text.ts';

/** The report for a job summary or a comment on a pull request: a table per block, then what to do, gravest first. */
export const checkMarkdown = ({
  date,
  portfolio,
  referential,
  coverage,
  findings,
  privacy,
}: CheckReport): string => {
  const { check } = words;
  const { summary } = coverage;
  const blocks = new Map(referential.blocks.map((block) => [block.code, block]));
  return `${[
    `## ${markdownText(`${portfolio.candidate.name}, ${referential.title} (${referential.code})`)}`,
    `**${markdownText(`${check.title} : ${check.standing(summary)}`)}**, ${check.on(longDate(date))}`,
    markdownText(check.counts(summary)),
    ...coverage.blocks.map((covered) => blockSection(covered, blocks.get(covered.code))),
    ...SEVERITIES.flatMap((severity) => findingSection(severity, findings)),
    ...(findings.length === 0 ? [check.nothingFound] : []),
    ...(privacy ? [privacyReminder()] : []),
    `<sub>${check.juryDecides}</sub>`,
  ].join('\n\n')}\n`;
};

const blockSection = (covered: BlockCoverage, block: Block | undefined): string => {
  const { check } = words;
  const { code, state, juryDate, competences } = covered;
  const title = `### ${markdownText(`${code} ${block?.short ?? ''}`)}`;
  if (state === 'acquired')
    return `${title}\n\n${juryDate === undefined ? check.noDate : check.acquiredOn(longDate(juryDate))}`;
  if (state === 'not-targeted') return `${title}\n\n${check.states[state]}`;
  const supported = competences.filter(({ grade }) => isAtLeast(grade, 'supported')).length;
  const shorts = new Map(block?.competences.map(({ id, short }) => [id, short]));
  return [
    `${title}\n\n${supported}/${competences.length}, ${check.states[state]}\n`,
    markdownRow(check.columns),
    markdownRow(check.columns.map(() => '---')),
    ...competences.map((one) => competenceRow(one, code, shorts.get(one.id) ?? '')),
  ].join('\n');
};

const competenceRow = (
  { id, grade, fragility, activities, evidence }: CompetenceCoverage,
  blockCode: string,
  short: string,
): string => {
  const { check } = words;
  const label = fragility === undefined ? check.grades[grade] : `${check.grades[grade]} ; ${check.fragile}`;
  return markdownRow(
    [`${id.slice(blockCode.length + 1)} ${short}`, label, activities.join(' '), evidence.join(' ')].map(
      markdownText,
    ),
  );
};

/** What is found is not all there is. */
const privacyReminder = (): string => {
  const { title, intro, lines } = words.privacy;
  return [
    `### ${title}`,
    markdownText(intro),
    lines.map((line) => `- ${markdownText(line)}`).join('\n'),
  ].join('\n\n');
};

/** What blocks stands open; the rest is folded, as a comment is read among others. */
const findingSection = (severity: Severity, all: readonly Finding[]): string[] => {
  const group = all.filter((found) => found.severity === severity);
  if (group.length === 0) return [];
  const title = `${words.check.severities[severity]} (${group.length})`;
  const lines = group.map(({ code, args }) => {
    const { message, hint } = words.findings[code](args);
    return `- ${markdownText(message)} → ${markdownText(hint)}`;
  });
  return severity === 'error' || severity === 'gap'
    ? [`### ${title}`, lines.join('\n')]
    : [`<details><summary>${title}</summary>`, lines.join('\n'), '</details>'];
};
