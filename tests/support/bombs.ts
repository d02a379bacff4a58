const levels = Array.from({ length: 24 }, (_, level) => level + 1);

/** Two kilobytes that ask a browser for gigabytes. */
export const memoryBomb = `<svg><defs><g id="u0"><circle r="1"/></g>${levels
  .map((n) => `<g id="u${n}"><use href="#u${n - 1}"/><use href="#u${n - 1}"/></g>`)
  .join('')}</defs><use href="#u24"/></svg>`;

/** Ten thousand pages. */
export const timeBomb = '<div style="height:30000000px">x</div>';
