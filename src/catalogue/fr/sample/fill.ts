import type { SampleBank } from '../../../domain/sample/bank.ts';

const VOWEL = /^[aeiouyàâéèêëîïôùûœ]/iu;

/** « de » before a noun phrase, contracted with its article or elided. */
export const behindDe = (phrase: string): string => {
  if (phrase.startsWith('le ')) return `du ${phrase.slice(3)}`;
  if (phrase.startsWith('les ')) return `des ${phrase.slice(4)}`;
  return VOWEL.test(phrase) ? `d’${phrase}` : `de ${phrase}`;
};

/** « à » before a noun phrase. */
export const behindA = (phrase: string): string => {
  if (phrase.startsWith('le ')) return `au ${phrase.slice(3)}`;
  if (phrase.startsWith('les ')) return `aux ${phrase.slice(4)}`;
  return `à ${phrase}`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const BEHIND: Readonly<Record<string, (phrase: string) => string>> = {
  de: behindDe,
  à: behindA,
  '^': capital,
  '^de': (phrase) => capital(behindDe(phrase)),
};

/** Thousands apart, as people type them. */
const grouped = (value: number): string => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ' ');

/**
 * The innermost braces first, so that a choice may hold places: `{slot}`, `{de:slot}`, `{^:slot}` at the head of a
 * sentence, `{n:12-48}` or `{n:10000-48000/500}` for a number and its step, `{a|b}` for one of several.
 */
export const fill: SampleBank['fill'] = (sentence, slots, random) => {
  const place = (inner: string): string => {
    if (inner.includes('|')) return random.pick(inner.split('|'));
    const [, low, high, step = '1'] = /^n:(\d+)-(\d+)(?:\/(\d+))?$/.exec(inner) ?? [];
    if (low !== undefined && high !== undefined) {
      const by = Number(step);
      return grouped(random.int(Math.ceil(Number(low) / by), Math.floor(Number(high) / by)) * by);
    }
    const [, behind, name = ''] = /^(?:([^:]+):)?(.+)$/.exec(inner) ?? [];
    const value = slots[name];
    if (value === undefined) throw new RangeError(`no slot ${name} in: ${sentence}`);
    return behind === undefined ? value : (BEHIND[behind]?.(value) ?? value);
  };
  let text = sentence;
  while (text.includes('{')) {
    const before = text;
    text = text.replaceAll(/\{([^{}]*)\}/g, (_, inner: string) => place(inner));
    if (text === before) throw new RangeError(`unbalanced braces in: ${sentence}`);
  }
  return capital(text);
};
