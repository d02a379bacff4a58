import { editPortfolio } from '../app/edit-portfolio.ts';
import { PORTFOLIO_FIELDS, type PortfolioAssignment } from '../app/portfolio-fields.ts';
import { AcquisError } from '../app/errors.ts';
import { words } from '../catalogue/index.ts';
import { entityDocument } from '../output/entity-list.ts';
import { sayLine } from '../output/error-report.ts';
import type { Cli } from './context.ts';
import { oneOf } from './flags.ts';
import { longText } from './long-text.ts';

/** By commander's camelCase names; a field's option holds every value it was given. */
export type PortfolioFlags = Readonly<Record<string, readonly string[] | string | undefined>>;

const camel = (flag: string): string =>
  flag.replaceAll(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());

const assignmentsOf = async (flags: PortfolioFlags): Promise<readonly PortfolioAssignment[]> => {
  const assignments: PortfolioAssignment[] = [];
  for (const spec of PORTFOLIO_FIELDS) {
    const typed = flags[camel(spec.flag)];
    if (!Array.isArray(typed)) continue;
    const values: string[] = [];
    for (const value of typed as readonly string[])
      values.push(spec.kind === 'text' ? await longText(`--${spec.flag}`, value) : value);
    assignments.push({ spec, values });
  }
  return assignments;
};

/** The portfolio's id for scripts on stdout, a sentence for people on stderr. */
export const runEditPortfolio = async (folder: string, flags: PortfolioFlags, cli: Cli): Promise<void> => {
  const format = oneOf('--format', String(flags['format']), ['text', 'json'], words.editing.expected.format);
  const assignments = await assignmentsOf(flags);
  if (assignments.length === 0) throw new AcquisError('usage', 'nothing-to-change');
  const { portfolio } = await editPortfolio(await cli.store(), { folder, assignments });
  const { id, stage, target, dates, candidate } = portfolio;
  cli.terminal.data(
    format === 'json' ? entityDocument({ portfolio: { id, stage, target, dates, candidate } }) : `${id}\n`,
  );
  const named = assignments.map(
    ({ spec }) => words.fieldLabel(spec.field.split('.').at(-1) ?? '') ?? spec.flag,
  );
  sayLine(words.portfolio.edited(candidate.name, named), cli.terminal);
};
