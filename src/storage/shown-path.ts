import { isAbsolute, relative } from 'node:path';

/** From below the current folder its path there; from elsewhere the whole path. */
export const showFrom =
  (current: string) =>
  (path: string): string => {
    const below = relative(current, path);
    return below === '' ? '.' : below.startsWith('..') || isAbsolute(below) ? path : below;
  };
