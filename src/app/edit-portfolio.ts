import type { z } from 'zod';
import { parseWithChoices } from '../domain/choices.ts';
import { nearest } from '../domain/text/nearest.ts';
import { Portfolio } from '../domain/portfolio.ts';
import { resolveBlockCode, type Referential } from '../domain/referential.ts';
import { AcquisError } from './errors.ts';
import { PORTFOLIO_FIELDS, type PortfolioAssignment } from './portfolio-fields.ts';
import type { PortfolioStore, Workspace } from './ports/world.ts';
import { requireBlock } from './require-block.ts';

export interface PortfolioEdit {
  readonly folder: string;
  readonly assignments: readonly PortfolioAssignment[];
}

/** Changes the fields that are named and no others. Rejects, naming the option, what the document could not hold. */
export const editPortfolio = async (
  store: PortfolioStore,
  { folder, assignments }: PortfolioEdit,
): Promise<Workspace> =>
  store.change(folder, ({ portfolio, referential }) => {
    const fields = assignments.reduce<object>(
      (held, one) => put(held, one.spec.field.split('.'), valueOf(one, portfolio, referential)),
      portfolio,
    );
    const parsed = parseWithChoices<Portfolio>(Portfolio, fields);
    if (!parsed.success) throw refusalOf(parsed.error.issues[0]!, assignments);
    return parsed.data;
  });

/** Sets `a` or `a.b`; what stands beside it stays. */
const put = (fields: object, [key = '', ...rest]: readonly string[], value: unknown): object => {
  const held = (fields as Readonly<Record<string, object | undefined>>)[key];
  return { ...fields, [key]: rest.length === 0 ? value : put(held ?? {}, rest, value) };
};

const valueOf = (
  { spec, values }: PortfolioAssignment,
  { target }: Portfolio,
  referential: Referential,
): unknown => {
  const given = values.filter((value) => value !== '');
  if (spec.kind === 'texts') return given;
  const listed = given.flatMap((value) => value.split(',')).map((part) => part.trim());
  if (spec.kind === 'blocks') return [...new Set(listed.map((typed) => requireBlock(referential, typed)))];
  if (spec.kind === 'acquired')
    return listed.map((typed) => {
      const [block = '', juryDate] = typed.split(/=(.*)/su);
      const code = requireBlock(referential, block.trim());
      // Where it comes from and what proves it are said elsewhere and stay.
      const former = target.acquired.find((one) => resolveBlockCode(referential, one.block) === code);
      return { ...former, block: code, ...(juryDate !== undefined && { juryDate: juryDate.trim() }) };
    });
  if (values.length > 1)
    throw new AcquisError('usage', 'repeated-flag', { flag: `--${spec.flag}`, values: values.join(', ') });
  return given[0];
};

const refusalOf = (issue: z.core.$ZodIssue, assignments: readonly PortfolioAssignment[]): AcquisError => {
  const path = issue.path.filter((key) => typeof key === 'string').join('.');
  const spec = PORTFOLIO_FIELDS.find(({ field }) => path === field || path.startsWith(`${field}.`));
  const flag = `--${spec?.flag ?? path}`;
  const typed = assignments.find((one) => one.spec === spec)?.values.at(-1) ?? '';
  if (typed === '') return new AcquisError('usage', 'missing-flag', { flags: flag });
  const known = issue.code === 'invalid_value' ? issue.values.map(String) : undefined;
  const suggestion = known && nearest(typed, known);
  return new AcquisError('usage', 'bad-flag', {
    flag,
    value: typed,
    expected: known?.join(', ') ?? issue.message,
    ...(suggestion !== undefined && { suggestion }),
  });
};
