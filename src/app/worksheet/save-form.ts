import { Period } from '../../domain/dates.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import type { Comparison } from '../../domain/worksheet/compare.ts';
import { withField, type Worksheet, type WorksheetField } from '../../domain/worksheet/worksheet.ts';
import { AcquisError } from '../errors.ts';
import type { PortfolioStore } from '../ports/world.ts';
import type { ReadForm } from './read-form.ts';

/** Which of two texts stays. */
export type Side = 'fiche' | 'portfolio';

/** Where text goes that belongs to no field: to the end of one, to the private notes, or nowhere. */
export type RestPlace =
  { readonly to: 'field'; readonly key: string } | { readonly to: 'notes' } | { readonly to: 'leave' };

export interface Decisions {
  /** Of every field in conflict. */
  readonly sides: ReadonlyMap<string, Side>;
  /** Undefined where there is no such text. */
  readonly rest: RestPlace | undefined;
}

export interface SaveTools {
  readonly store: PortfolioStore;
  /** A period as somebody wrote it; undefined for what is none. */
  readonly readPeriod: (typed: string) => Period | undefined;
  /** What the field is called, for refusals. */
  readonly labelOf: (field: WorksheetField) => string;
}

const isTaken = ({ standing, field }: Comparison, { sides }: Decisions): boolean =>
  standing === 'changed' || (standing === 'conflict' && sides.get(field.key) === 'fiche');

const valueOf = (
  { field, proposed }: Comparison,
  file: string,
  { readPeriod, labelOf }: SaveTools,
): string | Period | undefined => {
  const refuse = (): AcquisError =>
    new AcquisError('data', 'worksheet-field', {
      file,
      field: labelOf(field),
      key: field.key,
      value: proposed,
    });
  if (proposed === '') {
    if (field.kind === 'line') throw refuse();
    return undefined;
  }
  if (field.kind !== 'period') return proposed;
  const period = Period.safeParse(readPeriod(proposed));
  if (!period.success) throw refuse();
  return period.data;
};

const append = (before: string, after: string): string => (before === '' ? after : `${before}\n\n${after}`);

const withRest = (
  portfolio: Portfolio,
  { subject }: Worksheet,
  rest: RestPlace | undefined,
  { unrecognised }: ReadForm,
  text: (key: string) => string,
): Portfolio => {
  const loose = unrecognised.map((one) => one.text).join('\n\n');
  if (rest === undefined || rest.to === 'leave' || loose === '') return portfolio;
  return rest.to === 'notes'
    ? { ...portfolio, notes: append(portfolio.notes ?? '', loose) }
    : withField(portfolio, subject, rest.key, append(text(rest.key), loose));
};

/** The portfolio as it would be, and how many fields of the form it takes over. Throws `worksheet-field`. */
export const applyForm = (
  form: ReadForm,
  file: string,
  decisions: Decisions,
  tools: Omit<SaveTools, 'store'>,
): { readonly portfolio: Portfolio; readonly taken: readonly string[] } => {
  const { workspace, worksheet, comparisons } = form;
  const taken = comparisons.filter((comparison) => isTaken(comparison, decisions));
  const written = taken.reduce(
    (portfolio, comparison) =>
      withField(
        portfolio,
        worksheet.subject,
        comparison.field.key,
        valueOf(comparison, file, tools as SaveTools),
      ),
    workspace.portfolio,
  );
  const textNow = (key: string): string => {
    const own = comparisons.find(({ field }) => field.key === key);
    return (own && taken.includes(own) ? own.proposed : own?.field.text) ?? '';
  };
  return {
    portfolio: withRest(written, worksheet, decisions.rest, form, textNow),
    taken: taken.map(({ field }) => field.key),
  };
};

/** Saves over the very bytes the differences were shown for; anything else is `changed-underneath`. */
export const saveForm = async (
  form: ReadForm,
  file: string,
  decisions: Decisions,
  { store, ...tools }: SaveTools,
): Promise<readonly string[]> => {
  const { portfolio, taken } = applyForm(form, file, decisions, tools);
  if (portfolio !== form.workspace.portfolio) await store.save(form.workspace, portfolio);
  return taken;
};
