import type { CommentLength } from '../../../domain/feasibility-limit.ts';
import { longDate } from '../dates.ts';

const thousands = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/gu, '\u202f');

const STATES: Record<CommentLength['state'], string> = {
  empty: 'à écrire : le commentaire est obligatoire',
  thin: 'trop court, un commentaire maigre rend le dossier incomplet',
  fine: 'il tient dans le formulaire',
  over: 'trop long : le formulaire le refusera',
};

/** Words of `faisabilite`. */
export const feasibility = {
  headings: {
    prerequisites: 'Prérequis à la délivrance',
    objectives: 'Objectifs',
    experiences: 'Expériences',
    feasibility: 'Bloc par bloc',
  },
  notice:
    'Ces textes se recopient dans le dossier de faisabilité officiel ; ce fichier-ci ne se dépose pas. Aucune pièce n’y est demandée.',
  answer: 'Activité exercée',
  answers: { oui: 'Oui', partiellement: 'Partiellement', non: 'Non' },
  unanswered: 'À répondre : oui, partiellement ou non.',
  comment: 'Commentaire',
  length: ({ characters, state }: CommentLength, limit: number): string =>
    `${thousands(characters)} ${characters > 1 ? 'caractères' : 'caractère'} sur ${thousands(limit)} : ${STATES[state]}.`,
  limit: ({ source, date }: { readonly source: string; readonly date: string }): string =>
    `La limite est celle lue le ${longDate(date)} dans le ${source}.`,
  proposals: 'Dans ce que vous avez raconté',
  proposalsNote: 'Vos propres mots, à reprendre et à compléter : autonomie, exemples, outils, méthodes.',
  asks: 'Le formulaire attend votre autonomie et vos responsabilités, des exemples concrets, les outils et les méthodes.',
  met: 'Rempli',
  notAnswered: 'à répondre',
  noExperience:
    'Aucune expérience n’est notée : un dossier sans expérience en lien avec la certification est rejeté.',
  caption: 'Expériences, de la plus récente à la plus ancienne',
  duration: 'Durée',
  months: (months: number, about: boolean): string => {
    const [years, rest] = [Math.floor(months / 12), months % 12];
    const parts = [
      ...(years > 0 ? [`${years} ${years > 1 ? 'ans' : 'an'}`] : []),
      ...(rest > 0 ? [`${rest} mois`] : []),
    ];
    return `${about ? 'environ ' : ''}${parts.join(' et ')}`;
  },
} as const;
