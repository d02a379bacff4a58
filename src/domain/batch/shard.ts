import { stableHash } from './stable-hash.ts';

/** Part `index` (from 1) of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** `2/4`; undefined for anything else. */
export const parseShard = (text: string): Shard | undefined => {
  const found = /^(\d{1,4})\/(\d{1,4})$/u.exec(text);
  const [index, count] = [Number(found?.[1]), Number(found?.[2])];
  return index >= 1 && index <= count ? { index, count } : undefined;
};

/** Looks at the key alone: the same folder is in the same part whatever is added, moved or listed in another order. */
export const isInShard = (key: string, { index, count }: Shard): boolean =>
  stableHash(key.normalize('NFC')) % count === index - 1;
