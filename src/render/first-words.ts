/** Words that lean on the next one: a text cut after them (« cartographié les… ») reads as a mistake. */
const LEANING = new RegExp(
  `^(?:[cdjlmnst]|qu|à|au|aux|avec|ce|ces|cet|cette|chez|comme|dans|de|depuis|des|deux|dont|du|elle|elles|en|entre|est|et|il|ils|je|la|le|les|leur|leurs|lors|ma|mais|mes|mon|ne|nos|notre|nous|on|ont|ou|où|par|pour|puis|que|qui|sa|sans|ses|si|son|sous|sur|très|un|une|vers|vos|votre|vous|[-–—:;«(])$`,
  'iu',
);

/** How much of the words allowed a text keeps when it is cut at a pause instead. */
const AT_STOP = 1 / 2;
const AT_COMMA = 2 / 3;

/**
 * No more than `most` words of a text, which then ends in « … »; two more are let pass. Cut at a pause where one comes late
 * enough, and never after a word that leans on the next.
 */
export const firstWords = (text: string, most: number): string => {
  const all = text.trim().split(/\s+/);
  if (all.length <= most + 2) return all.join(' ');
  const kept = all.slice(0, most);
  const lastPause = (sign: RegExp): number => kept.findLastIndex((word) => sign.test(word)) + 1;
  const pause = [
    { words: lastPause(/[.;:!?]$/u), least: most * AT_STOP },
    { words: lastPause(/,$/u), least: most * AT_COMMA },
  ].find(({ words, least }) => words >= least);
  if (pause !== undefined) kept.length = pause.words;
  while (kept.length > 1 && LEANING.test(kept.at(-1) ?? '')) kept.pop();
  return `${kept.join(' ').replace(/[\s.,;:!?]+$/u, '')}…`;
};
