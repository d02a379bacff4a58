/**
 * Shares a duration between steps in proportion to their weights, in half minutes, each step at least half a minute: the
 * shares add up to the duration (largest remainders first). `minutes` is a multiple of a half, enough for every step.
 */
export const shareMinutes = (minutes: number, weights: readonly number[]): number[] => {
  const halves = Math.round(minutes * 2) - weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (halves * weight) / total);
  const shares = exact.map(Math.floor);
  const left = halves - shares.reduce((sum, share) => sum + share, 0);
  const favoured = new Set(
    exact
      .map((share, index) => ({ index, rest: share - Math.floor(share) }))
      .toSorted((a, b) => (b.rest === a.rest ? a.index - b.index : b.rest - a.rest))
      .slice(0, left)
      .map(({ index }) => index),
  );
  return shares.map((share, index) => (1 + share + Number(favoured.has(index))) / 2);
};
