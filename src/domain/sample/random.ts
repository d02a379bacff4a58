/**
 * Chance that is the same on every machine: whole numbers of 32 bits only, no clock, no `Math.random`. Ours because it is
 * one well-known generator (sfc32) and a hash, against a dependency that every install would carry for throw-away folders.
 */
export interface Random {
  /** From `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True in `percent` cases out of a hundred. */
  chance(percent: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  /** Its own chance for one part of the work, so that a change in another part moves nothing here. */
  fork(label: string): Random;
}

/** FNV-1a over UTF-16 units, with a final mix; `salt` makes four independent words of one label. */
const hash = (text: string, salt: number): number => {
  let word = (0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1)) >>> 0;
  for (let i = 0; i < text.length; i++) word = Math.imul(word ^ text.charCodeAt(i), 0x01000193);
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) >>> 0;
};

export const createRandom = (label: string): Random => {
  let [a, b, c, counter] = [hash(label, 1), hash(label, 2), hash(label, 3), hash(label, 4)];
  /** sfc32: one word of 32 bits. */
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  const int = (min: number, max: number): number => min + Math.floor((next() * (max - min + 1)) / 2 ** 32);
  return {
    int,
    chance: (percent) => int(0, 99) < percent,
    pick: (list) => {
      const found = list[int(0, list.length - 1)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
    shuffle: (list) => {
      const mixed = [...list];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = int(0, last);
        [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
      }
      return mixed;
    },
    fork: (part) => createRandom(`${label}/${part}`),
  };
};
