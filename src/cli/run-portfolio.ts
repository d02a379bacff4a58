import { editPortfolio } from '../app/edit-portfolio.ts';
import { PORTFOLIO_FIELDS } from '../app/portfolio-fields.ts';
import { AcquisError } from '../app/errors.ts';
import { words } from '../catalogue/index.ts';
import { entityDocument } from '../output/entity-list.ts';
import { sayLine } from '../output/error-report.ts';
import type { Cli } from './context.ts';
import { oneOf } from './flags.ts';
import { typedFields, type FieldFlags } from './typed-fields.ts';

/** The portfolio's id for scripts on stdout, a sentence for people on stderr. */
export const runEditPortfolio = async (folder: string, flags: FieldFlags, cli: Cli): Promise<void> => {
  const format = oneOf('--format', String(flags['format']), ['text', 'json'], words.editing.expected.format);
  const assignments = await typedFields(PORTFOLIO_FIELDS, flags);
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
