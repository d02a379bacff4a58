import type { CheckReport } from '../../domain/check-report.ts';
import { words } from '../../catalogue/index.ts';
import { longDate } from '../../catalogue/fr/dates.ts';
import { isAtLeast, type BlockCoverage, type CompetenceCoverage, type Grade } from '../../domain/coverage.ts';
import { isAboutPrivacy, SEVERITIES, type Finding, type Severity } from '../../domain/findings.ts';
import type { Block } from '../../domain/referential.ts';
import { safeText } from '../safe-text.ts';
import type { Terminal } from '../terminal.ts';
import { padEnd, widthOf, wrap, WIDEST } from '../wrap.ts';

/** Shapes that stay apart in black and white; the words beside them say the same. */
const GRADE_SIGNS: Record<Grade, string> = { absent: '○', cited: '◔', supported: '◑', analysed: '●' };
const SEVERITY_SIGNS: Record<Severity, string> = { error: '✗', gap: '○', warning: '!', info: 'i' };

/** The report for people: a table per block, then what to do next, gravest first. */
export const checkText = (report: CheckReport, terminal: Terminal): string => {
  const width = Math.min(terminal.width, WIDEST);
  const { coverage, referential, findings } = report;
  const blocks = new Map(referential.blocks.map((block) => [block.code, block]));
  return `${[
    findingLines(findings.filter(isAboutRegistration), width, terminal),
    heading(report, width, terminal),
    ...coverage.blocks.map((covered) => blockLines(covered, blocks.get(covered.code), width, terminal)),
    ...SEVERITIES.map((severity) =>
      findingGroup(
        severity,
        findings.filter((found) => !isAboutPrivacy(found)),
        width,
        terminal,
      ),
    ),
    findings.length === 0 ? words.check.nothingFound : '',
    report.privacy ? privacyLines(findings.filter(isAboutPrivacy), width, terminal) : '',
    terminal.style.data.dim(wrap(words.check.juryDecides, width)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
};

const isAboutRegistration = ({ code }: Finding): boolean => code.startsWith('registration-');

const heading = (
  { date, portfolio, referential, coverage }: CheckReport,
  width: number,
  { style }: Terminal,
): string => {
  const { summary } = coverage;
  const { check } = words;
  return [
    style.data.bold(wrap(`${referential.title} (${referential.code})`, width)),
    wrap(`${safeText(portfolio.candidate.name)}, ${check.on(longDate(date))}`, width),
    wrap(`${check.title} : ${check.standing(summary)}`, width),
    wrap(check.counts(summary), width),
  ].join('\n');
};

const blockLines = (
  covered: BlockCoverage,
  block: Block | undefined,
  width: number,
  terminal: Terminal,
): string => {
  const supported = covered.competences.filter(({ grade }) => isAtLeast(grade, 'supported')).length;
  const title = `${covered.code}  ${block?.short ?? ''}`;
  const state = stateOf(covered, supported);
  const gap = width - widthOf(title) - widthOf(state);
  const head =
    gap >= 2 ? title + ' '.repeat(gap) + state : `${wrap(title, width)}\n${wrap(state, width, '  ')}`;
  const lines = [terminal.style.data.bold(head)];
  if (covered.state !== 'acquired' && covered.state !== 'not-targeted') {
    const shorts = new Map(block?.competences.map(({ id, short }) => [id, short]));
    lines.push(
      ...table(
        covered.competences.map((one) => competenceRow(one, covered.code, shorts.get(one.id) ?? '')),
        width,
        terminal,
      ),
    );
  }
  return lines.join('\n');
};

const stateOf = ({ state, juryDate, competences }: BlockCoverage, supported: number): string => {
  const { check } = words;
  if (state === 'acquired')
    return juryDate === undefined ? check.noDate : check.acquiredOn(longDate(juryDate));
  return state === 'not-targeted'
    ? check.states[state]
    : `${supported}/${competences.length}  ${check.states[state]}`;
};

interface Row {
  readonly label: string;
  readonly detail: string;
  readonly firm: boolean;
}

const competenceRow = (
  { id, grade, fragility, activities, evidence }: CompetenceCoverage,
  blockCode: string,
  short: string,
): Row => {
  const { check } = words;
  const fragile = fragility === undefined ? '' : ` ! ${check.fragile}`;
  const links = [...activities, ...evidence].map(safeText).join(' ');
  return {
    label: `  ${GRADE_SIGNS[grade]} ${id.slice(blockCode.length + 1)}  ${short}`,
    detail: [check.grades[grade] + fragile, links].filter((part) => part !== '').join('  '),
    firm: isAtLeast(grade, 'supported') && fragility === undefined,
  };
};

/** Details line up behind the widest title that leaves them room; a longer title pushes its own, or has it below. */
const table = (rows: readonly Row[], width: number, { style }: Terminal): string[] => {
  const room = width - Math.max(...rows.map(({ detail }) => widthOf(detail))) - 2;
  const column = Math.max(0, ...rows.map(({ label }) => widthOf(label)).filter((label) => label <= room)) + 2;
  return rows.map(({ label, detail, firm }) => {
    const paint = firm ? style.data.green : style.data.yellow;
    const start = Math.max(column, widthOf(label) + 2);
    return width >= 70 && start + widthOf(detail) <= width
      ? padEnd(label, start) + paint(detail)
      : `${wrap(label.trimStart(), width, '       ', '  ')}\n${paint(wrap(detail, width, '       '))}`;
  });
};

const findingGroup = (
  severity: Severity,
  all: readonly Finding[],
  width: number,
  terminal: Terminal,
): string => {
  const group = all.filter((found) => found.severity === severity && !isAboutRegistration(found));
  if (group.length === 0) return '';
  const title = terminal.style.data.bold(`${words.check.severities[severity]} (${group.length})`);
  return [title, findingLines(group, width, terminal)].join('\n');
};

/** Apart from the rest, since it is read for another reason; with what to look for where nothing was found. */
const privacyLines = (found: readonly Finding[], width: number, terminal: Terminal): string => {
  const { section, clean, title, intro, lines } = words.privacy;
  const { bold } = terminal.style.data;
  return [
    `${bold(`${section} (${found.length})`)}\n${found.length === 0 ? wrap(clean, width, '    ', '  ') : findingLines(found, width, terminal)}`,
    [
      bold(title),
      wrap(intro, width, '  ', '  '),
      ...lines.map((line) => wrap(line, width, '    ', '  · ')),
    ].join('\n'),
  ].join('\n\n');
};

/** One line per finding; a next step shared by several in a row is said once, after the last. */
const findingLines = (group: readonly Finding[], width: number, { style }: Terminal): string => {
  const said = group.map(({ code, severity, args }) => ({ severity, ...words.findings[code](args) }));
  return said
    .flatMap(({ severity, message, hint }, index) => [
      wrap(safeText(message), width, '    ', `  ${SEVERITY_SIGNS[severity]} `),
      ...(hint === said[index + 1]?.hint
        ? []
        : [style.data.dim(wrap(safeText(hint), width, '      ', '    → '))]),
    ])
    .join('\n');
};
