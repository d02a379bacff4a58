import { bare, bareLines, between, coded, isoDay, paragraphs, ROUTES } from './read-lines.ts';

/** The official content of the certificate supplement, a hard-wrapped page, in the shape of our YAML. */
export const readSupplement = (seed: string): object => {
  const from = (start: string, end: string): string => `${start}${between(seed, start, end)}`;
  const fonctions = seed
    .slice(0, seed.indexOf('Le secteur de l’économie sociale'))
    .split(/^-? ?Fonction (\d)\s*: /mu)
    .slice(1);
  const jobsIntroduction = paragraphs(from('Ce métier est désigné', '- Directeur'))[0];
  return {
    title: bare(seed.split('\n')[0] ?? ''),
    certifiers: [{ name: bareLines(between(seed, 'Nom légal certificateur(s) :', 'Modalités'))[0] }],
    level: Number(/\) Niveau (\d)$/mu.exec(seed.replaceAll(/\n\s*:/gu, ''))?.[1] ?? /Niveau (\d)$/mu.exec(seed)?.[1]),
    rome: coded(`K1206${between(seed, 'K1206', 'En 2014')}`),
    registration: {
      decision: isoDay(between(seed, 'décision d’enregistrement : ', '\n')),
      years: Number(between(seed, "Durée de l'enregistrement : ", '\n')),
      end: isoDay(between(seed, 'échéance de l’enregistrement : ', '\n')),
    },
    objectives: paragraphs(between(seed, 'solidaire\n\n', '- Fonction 1')),
    blocks: fonctions.flatMap((text, index) =>
      index % 2 === 1 ? [] : [readFonction(text, fonctions[index + 1] ?? '')],
    ),
    assessments: paragraphs(between(seed, 'suivantes :', 'Description des modalités')).map((label) => ({ label })),
    validation: paragraphs(between(seed, 'équivalence :', 'Niveau national')).join(' '),
    routes: ROUTES.map(([label, route]) => ({
      route,
      open: new RegExp(`^${label} (Oui|Non)$`, 'mu').exec(seed)?.[1] === 'Oui',
    })),
    prerequisites: { training: paragraphs(between(seed, 'candidature individuelle Non\n', 'https://')) },
    sectors: paragraphs(from('Le secteur de l’économie sociale', 'Ce métier est désigné')),
    jobs: paragraphs(between(seed, 'le poste occupé :', 'K1206')),
    legalReferences: paragraphs(from('En 2014, la loi', 'Nom légal')),
    remarks: [
      jobsIntroduction,
      paragraphs(from('Les principales modalités', '- Présentation'))[0],
      bareLines(from('(Décret', 'Niveau du Cadre')).join(' ').replace(' : ', ' '),
      bare(between(seed, '(CEC) : ', '\n')),
      bareLines(from('France compétences\n11', '\n\n')).join(' '),
      ...bareLines(seed)
        .filter((line) => line.startsWith('https://'))
        .slice(0, 2),
    ].map((text) => ({ text })),
  };
};

const readFonction = (number: string, text: string): object => {
  const [title, ...statements] = text
    .split(/^\s*\d\. /mu)
    .map((part) => part.split('\n').map((line) => line.trim()).filter(Boolean).join(' '));
  return {
    code: `RNCP35080F${number}`,
    title,
    competences: statements.map((statement, index) => ({ id: `RNCP35080F${number}-A${index + 1}`, statement })),
  };
};
