/** Larger tables cost more time than the answer is worth: nothing is then said to be common but both ends. */
const MOST_CELLS = 4_000_000;

/**
 * Pairs of indices of a longest common subsequence, in order; equal beginnings and ends are always paired.
 */
export const commonSequence = (
  before: readonly string[],
  after: readonly string[],
): (readonly [before: number, after: number])[] => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const rows = before.length - start - end;
  const columns = after.length - start - end;
  const pairs = Array.from({ length: start }, (_, index) => [index, index] as const);
  if (rows * columns <= MOST_CELLS)
    pairs.push(
      ...middlePairs(before.slice(start, start + rows), after.slice(start, start + columns)).map(
        ([row, column]) => [row + start, column + start] as const,
      ),
    );
  for (let index = end; index > 0; index--) pairs.push([before.length - index, after.length - index]);
  return pairs;
};

const middlePairs = (before: readonly string[], after: readonly string[]): [number, number][] => {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < before.length && column < after.length;)
    if (before[row] === after[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  return pairs;
};
