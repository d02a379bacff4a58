/** Small readers shared by the parsers of the seeds; they keep every character inside a line. */

/** The text between two marks, both required. */
export const between = (text: string, start: string, end: string): string => {
  const from = text.indexOf(start);
  if (from === -1) throw new Error(`mark not found: ${start}`);
  const to = text.indexOf(end, from + start.length);
  if (to === -1) throw new Error(`mark not found: ${end}`);
  return text.slice(from + start.length, to);
};

/** A line without its bullet and the white space around it (no-break spaces included). */
export const bare = (line: string): string => line.trim().replace(/^(?:•|-)\s+/u, '');

export const bareLines = (text: string): string[] => text.split('\n').map(bare).filter(Boolean);

/** Paragraphs of a hard-wrapped text: a new one begins at a bullet, or after a line that ends a sentence or a list. */
export const paragraphs = (text: string): string[] => {
  const found: string[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const last = found.at(-1);
    if (last === undefined || /^\s*- /u.test(line) || /[.:…]$/u.test(last)) found.push(bare(line));
    else found[found.length - 1] = `${last} ${bare(line)}`;
  }
  return found;
};

/** `18-10-2028` or `18/10/2028` → `2028-10-18`. */
export const isoDay = (text: string): string =>
  text.trim().replace(/^(\d\d)[-/](\d\d)[-/](\d{4})$/u, '$3-$2-$1');

/** `330p : Label` or `K1403 - Label`. */
export const coded = (text: string): { code: string; label: string }[] =>
  bareLines(text).map((line) => {
    const match = /^(\w+)\s*[:-]\s*(.+)$/u.exec(line);
    return { code: match?.[1] ?? '', label: match?.[2] ?? '' };
  });

export const ROUTES = [
  ['Après un parcours de formation sous statut d’élève ou d’étudiant', 'formation-initiale'],
  ['En contrat d’apprentissage', 'apprentissage'],
  ['Après un parcours de formation continue', 'formation-continue'],
  ['En contrat de professionnalisation', 'professionnalisation'],
  ['Par candidature individuelle', 'candidature-individuelle'],
  ['Par expérience', 'vae'],
] as const;
