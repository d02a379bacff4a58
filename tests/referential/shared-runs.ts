/** Longest copy that may be chance or a plain fact: seven words. */
const RUN = 8;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const runsOf = (words: readonly string[]): string[] =>
  words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));

/** Runs of eight consecutive words that a text shares with another, whatever the punctuation, case and lines. */
export const sharedRuns = (text: string, source: string): string[] => {
  const known = new Set(runsOf(wordsOf(source)));
  return runsOf(wordsOf(text)).filter((run) => known.has(run));
};
