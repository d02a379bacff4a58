import type { SheetKind } from '../../domain/documents/sheets/plans.ts';
import { steps } from './preparation-steps.ts';

/** « 2 min », « 1 min 30 », « 30 s ». */
const duration = (minutes: number): string => {
  const whole = Math.floor(minutes);
  if (whole === 0) return '30\u00a0s';
  return minutes === whole ? `${whole}\u00a0min` : `${whole}\u00a0min\u00a030`;
};

const clock = (minutes: number): string =>
  `${Math.floor(minutes)}:${Number.isInteger(minutes) ? '00' : '30'}`;

/** Words of the sheets that prepare an interview, a case, a role play, and of the deck. */
export const preparation = {
  duration,
  span: (from: number, to: number) => `${clock(from)} – ${clock(to)}`,
  steps,
  frame: 'Ce que cette fiche prépare',
  modes: { fiche: 'Modalité prévue par la fiche', vae: 'Demandé en VAE' },
  modesNote: {
    fiche:
      'La fiche décrit des modalités générales : demandez à l’organisme certificateur celles qui s’appliquent en VAE.',
    vae: 'Selon ce que l’organisme certificateur demande en VAE.',
  },
  minutes: 'Durée retenue',
  minutesNote:
    'Repère d’Acquis : la fiche ne fixe pas de durée. Demandez celle de votre jury, questions comprises.',
  notices: {
    'soutenance-plan':
      'Ce plan répartit le temps et rappelle votre propre matière. Les phrases viennent de vos activités.',
    'etude-de-cas':
      'L’étude de cas se prépare, elle ne se rédige pas d’avance : cette fiche relie chaque étape à ce que vous avez déjà fait.',
    'mise-en-situation':
      'Aucun document ne remplace l’épreuve : cette fiche rassemble vos situations réelles, pour y puiser le jour venu.',
  } satisfies Record<SheetKind, string>,
  activities: 'Activités à raconter',
  chosen:
    'Choisies parce qu’ensemble elles montrent le plus de compétences ; vous pouvez en choisir d’autres.',
  competences: 'Compétences à montrer',
  supports: 'Vos appuis',
  questions: 'Questions probables',
  questionsNote: 'Compétences que ces activités ne montrent pas : le jury peut vous y conduire.',
  onThis: 'Préparez',
  sheet: {
    time: 'Temps',
    step: 'Étape',
    say: 'À dire',
    figures: 'Chiffres à connaître',
    questions: 'Si l’on vous demande',
  },
  slides: {
    career: 'Mon parcours',
    organisations: 'Où j’ai travaillé',
    activities: 'Activités présentées',
    shown: 'Compétences mobilisées',
    numbers: 'Entre parenthèses : les activités qui les montrent.',
    project: 'Mon projet',
    closing: 'Merci de votre attention',
  },
} as const;
