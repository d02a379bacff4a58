import type { BlockState, Coverage, Grade } from '../../domain/coverage.ts';
import type { Severity } from '../../domain/findings.ts';
import type { Sentence } from './sentence.ts';

export const check = {
  description: 'dit où en est la couverture documentaire et ce qui manque',
  after:
    'Code de sortie 1 tant que quelque chose est « À corriger » ou « Il manque », ou sous --min ; ce qui n’est qu’« À regarder » garde 0. Beaucoup de dossiers à la fois : acquis batch check.',
  options: {
    folder: 'dossier du portfolio (par défaut : le dossier courant)',
    format: 'text, json, csv, markdown ou junit (par défaut : text)',
    at: 'date du bilan, AAAA-MM-JJ (par défaut : aujourd’hui)',
    min: 'seuil : échoue si moins de POURCENT des compétences sont étayées',
    stage: 'faisabilite ou validation (par défaut : celui du portfolio)',
    privacy: 'cherche aussi les données personnelles, dans vos textes et dans le texte des pièces',
  },
  expected: {
    format: 'text, json, csv, markdown ou junit',
    date: 'une date AAAA-MM-JJ',
    percent: 'un nombre entier de 0 à 100',
    stage: 'faisabilite ou validation',
  },
  grades: {
    absent: 'à documenter',
    cited: 'reliée à une activité',
    supported: 'étayée',
    analysed: 'étayée, analyse rédigée',
  } satisfies Record<Grade, string>,
  fragile: 'preuve à renforcer',
  states: {
    complete: 'complet',
    partial: 'en cours',
    empty: 'à commencer',
    acquired: 'acquis',
    'not-targeted': 'non visé',
  } satisfies Record<BlockState, string>,
  severities: {
    error: 'À corriger',
    gap: 'Il manque',
    warning: 'À regarder',
    info: 'Pour information',
  } satisfies Record<Severity, string>,
  title: 'Couverture documentaire',
  on: (date: string) => `au ${date}`,
  acquiredOn: (date: string) => `acquis devant le jury du ${date}`,
  noDate: 'acquis, date du jury non indiquée',
  standing: ({ competences, supported, analysed, percent, complete }: Coverage['summary']): string => {
    if (competences === 0) return 'tous les blocs visés sont acquis';
    return complete
      ? `toutes étayées ; analyse rédigée pour ${analysed} sur ${competences}`
      : `${supported} sur ${competences} étayées (${percent} %)`;
  },
  counts: ({ cited, analysed, fragile }: { cited: number; analysed: number; fragile: number }) =>
    `Reliées à une activité : ${cited} · analyse rédigée : ${analysed} · preuve à renforcer : ${fragile}`,
  juryDecides: 'Ce bilan porte sur les pièces du dossier ; le jury seul évalue les compétences.',
  nothingFound: 'Rien à signaler.',
  belowMinimum: (standing: string): Sentence => ({
    message: `La couverture est sous le minimum demandé : ${standing}.`,
    hint: 'Étayez d’autres compétences, ou baissez --min.',
  }),
  otherFindings: 'Le reste du dossier',
  columns: ['Compétence', 'Couverture', 'Activités', 'Pièces'],
  activities: 'activités',
  evidence: 'pièces',
  more: (count: number) => `… et ${count} autres`,
  csv: ['bloc', 'etat', 'competence', 'titre', 'couverture', 'fragile', 'activites', 'pieces'],
  yes: 'oui',
  no: 'non',
} as const;
