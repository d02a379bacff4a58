/** A number and what it counts, as French agrees: nothing and one are singular. */
export const counted = (count: string | number | undefined, one: string, many: string): string =>
  `${count} ${Number(count) < 2 ? one : many}`;

/** « A1, A4 et A7 ». */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`;
