import type { PdfObjects } from './objects.ts';
import { elementsIn, ROLES, type Tag, type Tags } from './tags.ts';

/** Types of PDF 1.7 that our documents come out with; anything else is met for the first time and not promised. */
const KNOWN = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Link Figure Code'
  ).split(' '),
);

const inOrder = function* (tags: Tags, from: Tag | undefined): Generator<Tag> {
  if (from === undefined) return;
  yield from;
  for (const kid of elementsIn(from)) yield* inOrder(tags, tags.get(kid));
};

/** One first heading, then no level without the one above it. */
const hasOrderedHeadings = (all: readonly Tag[]): boolean => {
  const levels = all.flatMap(({ type }) => (/^H[1-6]$/u.test(type) ? [Number(type[1])] : []));
  return (
    levels.filter((level) => level === 1).length === 1 &&
    levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)
  );
};

/** Every row of every table fills as many columns as the others, and a table has a heading cell. */
const hasRegularTables = (tags: Tags, all: readonly Tag[]): boolean =>
  all
    .filter(({ type }) => type === 'Table')
    .every((table) => {
      const rows = [...inOrder(tags, table)].filter(({ type }) => type === 'TR');
      const cells = rows.map((row) => elementsIn(row).flatMap((kid) => tags.get(kid) ?? []));
      const widths = rows.map(() => 0);
      for (const [index, row] of cells.entries())
        for (const { columns, rows: height } of row)
          for (let at = index; at < Math.min(rows.length, index + height); at++)
            widths[at] = (widths[at] ?? 0) + columns;
      return new Set(widths).size <= 1 && cells.flat().some(({ type }) => type === 'TH');
    });

const FONT = '<</Type /Font\n';

const hasReadableFonts = (pdf: PdfObjects): boolean => {
  for (let number = 1; number < pdf.size; number++) {
    if (!pdf.begins(number, FONT)) continue;
    const body = pdf.body(number);
    // A descendant font is read through the one above it, which has the map.
    if (!body.includes('/ToUnicode') && !body.includes('/CIDSystemInfo')) return false;
  }
  return true;
};

/**
 * Whether a repaired document may say of itself that it meets PDF/UA-1: everything that a template, a candidate's words
 * or another browser could have left wanting. The test suite looks at far more, in a way of its own
 * (`tests/support/pdf-ua.ts`).
 */
export const keepsPdfUaPromise = (pdf: PdfObjects, tags: Tags): boolean => {
  const catalog = pdf.body(pdf.root);
  const all = [...inOrder(tags, tags.values().next().value)];
  return (
    /\/Marked true/u.test(catalog) &&
    /\/DisplayDocTitle true/u.test(catalog) &&
    all.length > 0 &&
    all.every(({ type }) => KNOWN.has(type) || Object.hasOwn(ROLES, type)) &&
    all.every(({ type, isDescribed }) => type !== 'Figure' || isDescribed) &&
    all.every(({ type, hasScope }) => type !== 'TH' || hasScope) &&
    hasOrderedHeadings(all) &&
    hasRegularTables(tags, all) &&
    hasReadableFonts(pdf)
  );
};
