/** What came back in a form against what the portfolio holds now, and against what it held when the form was made. */
import type { Worksheet, WorksheetField } from './worksheet.ts';

/** One field as a form has it. */
export interface ReadField {
  /** What would be stored; empty to take the field away. */
  readonly text: string;
  /** Hash of what the form says in its own terms: equal prints, equal text on the page. */
  readonly print: string;
}

export type Standing =
  /** The form says what the portfolio says. */
  | 'same'
  /** Written in the form alone. */
  | 'changed'
  /** Written in the portfolio alone, since the form was made. */
  | 'behind'
  /** Written on both sides, or nobody can tell: a person decides. */
  | 'conflict'
  /** Its heading is gone from the form. */
  | 'absent';

export interface Comparison {
  readonly field: WorksheetField;
  readonly standing: Standing;
  /** What the form would store. */
  readonly proposed: string;
}

const standingOf = (
  fresh: ReadField | undefined,
  read: ReadField | undefined,
  base: string | undefined,
): Standing => {
  if (read === undefined || fresh === undefined) return 'absent';
  if (read.print === fresh.print) return 'same';
  if (read.print === base) return 'behind';
  if (fresh.print === base) return 'changed';
  // A field that is empty has nothing to lose, whatever the form was made with.
  return base === undefined && fresh.text === '' ? 'changed' : 'conflict';
};

/**
 * `fresh`: an untouched form of the portfolio as it is now, read like the other, so that whatever the format cannot carry
 * is lost on both sides and no difference. `base`: the prints the form was made with.
 */
export const compareForm = (
  worksheet: Worksheet,
  fresh: ReadonlyMap<string, ReadField>,
  read: ReadonlyMap<string, ReadField>,
  base: ReadonlyMap<string, string>,
): readonly Comparison[] =>
  worksheet.fields.map((field) => {
    const { key } = field;
    const standing = standingOf(fresh.get(key), read.get(key), base.get(key));
    return { field, standing, proposed: read.get(key)?.text ?? '' };
  });
