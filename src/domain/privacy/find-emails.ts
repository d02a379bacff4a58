import type { FoldedText } from './folded-text.ts';
import type { Sighting } from './sighting.ts';

const MOST_LOCAL = 64;
const MOST_DOMAIN = 255;
const LOCAL = /[\p{L}\p{N}._%+'-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;
/** An arobase, or what people write so that robots do not see one; a line may end behind it. */
const AROBASES = /@[ ]{0,3}\n[ ]{0,3}| @ |@|[ ]?[[({](?:at|arobase|@)[\])}][ ]?| arobase /giu;

const isWord = (text: string, at: number, allowed: RegExp): boolean => allowed.test(text.charAt(at));

/** E-mail addresses: what stands around each arobase, so that a long word without one costs nothing. */
export const findEmails = (folded: FoldedText): Sighting[] => {
  const { text } = folded;
  return [...text.matchAll(AROBASES)].flatMap(({ 0: sign, index }) => {
    let start = index;
    while (start > 0 && index - start < MOST_LOCAL && isWord(text, start - 1, LOCAL)) start--;
    while (start < index && /[.'-]/u.test(text.charAt(start))) start++;
    let end = index + sign.length;
    const domainAt = end;
    while (end < text.length && end - domainAt < MOST_DOMAIN && isWord(text, end, DOMAIN)) end++;
    while (end > domainAt && /[.-]/u.test(text.charAt(end - 1))) end--;
    const domain = text.slice(domainAt, end);
    const labels = domain.split('.');
    const isDomain =
      labels.length > 1 &&
      labels.every((label) => label !== '') &&
      /^\p{L}{2,24}$/u.test(labels.at(-1) ?? '');
    return start < index && isDomain ? [folded.sighting('email', start, end)] : [];
  });
};
