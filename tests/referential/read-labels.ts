import { bare, bareLines, between } from './read-lines.ts';

const joined = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s*\n\s*/gu, ' ')
    .replaceAll(/\s{2,}/gu, ' ')
    .replaceAll('- ', '-');

/** « a, b,… » → its items and whether the list stays open. */
const listed = (text: string): { items: string[]; open: boolean } => {
  const flat = joined(text);
  const items = flat.replace(/,?…$/u, '').replace(/\.$/u, '').split(',');
  return { items: items.map((item) => item.trim()), open: flat.endsWith('…') };
};

/** Labels of the ESS portfolio: titles and bodies alternate between gaps of two empty lines or more. */
export const readEssLabels = (seed: string): object => {
  const chunks = seed.split(/\n{3,}/u).filter((chunk) => chunk.trim() !== '');
  const profiles = Array.from({ length: 10 }, (_, index) => {
    const [, toolboxText = '', functionsText = ''] =
      /Ma boîte à outils\s*:([^]*?)Fonctions spécifiques([^]*)$/u.exec(chunks[index * 2 + 1] ?? '') ?? [];
    const [toolbox, functions] = [listed(toolboxText), listed(functionsText)];
    return {
      id: `ESS-P${String(index + 1).padStart(2, '0')}`,
      title: joined(chunks[index * 2] ?? ''),
      toolbox: toolbox.items,
      functions: functions.items,
      openToolbox: toolbox.open,
      openFunctions: functions.open,
    };
  });
  const tail = bareLines(chunks.slice(20).join('\n'));
  const heading = tail.indexOf('Compétences transversales');
  const [first, second, title, ...others] = tail.slice(heading + 1);
  return {
    code: 'ess-portfolio',
    title,
    project: [`${first} ${second}`, ...others],
    transversalTitle: tail[heading],
    profiles,
    transversal: tail.slice(0, heading).map((name, index) => ({ id: `ESS-T${index + 1}`, title: name })),
  };
};

const MONTHS = { mai: '05', novembre: '11' } as const;
const day = (text: string): string => {
  const [, number, month, year] = /(\d\d) (mai|novembre) (\d{4})/u.exec(text) ?? [];
  return `${year}-${MONTHS[month as keyof typeof MONTHS]}-${number}`;
};

/** Labels and dates of the Avise page; its prose is not ours to keep. */
export const readAviseLabels = (seed: string): object => {
  const [, published = '', updated = ''] = /^Publié le (.+) - Mise à jour le (.+)$/mu.exec(seed) ?? [];
  const expertises = [...seed.matchAll(/^\s*• (\S+)(?: \(appelée aussi ([^)]+)\))? : liée/gmu)];
  const modalities = bareLines(between(seed, 'selon ses modalités de réalisation :', 'Thématiques'));
  const [duplicated = '', ...themeLines] = bareLines(between(seed, 'Thématiques', 'Abonnez-vous'));
  const rest = (themeLines[0] ?? '').slice(duplicated.length).trim();
  return {
    code: 'accompaniment',
    title: bareLines(seed).find((line) => line.startsWith('Les différents types')),
    published: day(published),
    updated: day(updated),
    metiers: Array.from({ length: metierCount(seed) }, (_, index) => ({
      id: `AVISE-M${index + 1}`,
      ...(index === 4 && { title: bareLines(seed).find((line) => line.includes('avec le coaching')) }),
    })),
    expertises: expertises.map(([, title, alias], index) => ({
      id: `AVISE-E${index + 1}`,
      title,
      ...(alias !== undefined && { alias }),
    })),
    modalities: modalities.map((line, index) => ({
      id: `AVISE-R${index + 1}`,
      title: bare(line.split(' (')[0] ?? ''),
    })),
    themes: [duplicated, ...rest.split(/ (?=Entrepreneuriat)/u)],
  };
};

/** Four texts begin alike and have lost their heading; the fifth kept its own. */
const metierCount = (seed: string): number =>
  [...seed.matchAll(/^Cet accompagnement vise/gmu)].length + [...seed.matchAll(/^Cette méthode propose/gmu)].length;
