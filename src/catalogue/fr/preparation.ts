import type { SheetKind } from '../../domain/documents/sheets/plans.ts';

/** « 2 min », « 1 min 30 », « 30 s ». */
const duration = (minutes: number): string => {
  const whole = Math.floor(minutes);
  if (whole === 0) return '30\u00a0s';
  return minutes === whole ? `${whole}\u00a0min` : `${whole}\u00a0min\u00a030`;
};

const clock = (minutes: number): string =>
  `${Math.floor(minutes)}:${Number.isInteger(minutes) ? '00' : '30'}`;

/** Names of the steps, and what is to be done in each. */
const steps: Record<
  SheetKind,
  Readonly<Record<string, { readonly title: string; readonly advice: string }>>
> = {
  'soutenance-plan': {
    opening: {
      title: 'Ouvrir',
      advice:
        'Dites qui vous êtes, la certification que vous visez et le fil de votre exposé en trois phrases. Apprenez la première par cœur.',
    },
    career: {
      title: 'Mon parcours',
      advice:
        'Ne récitez pas le dossier : deux ou trois étapes, et ce que chacune vous a donné pour la suite.',
    },
    situation: {
      title: 'Les situations',
      advice:
        'Pour chaque activité : où, pour qui, avec quelle demande et quelle contrainte. Une phrase suffit si elle est précise.',
    },
    approach: {
      title: 'Ma démarche et mes choix',
      advice:
        'Parlez à la première personne : ce que vous avez décidé, les solutions écartées, et pourquoi. C’est le cœur de l’exposé.',
    },
    results: {
      title: 'Les résultats',
      advice: 'Donnez un chiffre avant et un chiffre après, ou ce qu’en ont dit les personnes concernées.',
    },
    learning: {
      title: 'Ce que j’en ai appris',
      advice: 'Une difficulté, ce qu’elle vous a appris, et où vous l’avez réutilisé depuis.',
    },
    ahead: {
      title: 'La suite',
      advice: 'Votre projet en deux phrases, puis arrêtez-vous : le silence appartient au jury.',
    },
  },
  'etude-de-cas': {
    brief: {
      title: 'Lire l’énoncé',
      advice:
        'Repérez la question posée, le destinataire, les données fournies et celles qui manquent. Notez vos hypothèses : elles comptent dans la copie.',
    },
    diagnosis: {
      title: 'Poser le diagnostic',
      advice:
        'Séparez les faits de leur lecture. Forces, faiblesses, menaces, possibilités ; acteurs et leurs intérêts.',
    },
    needs: {
      title: 'Qualifier les besoins',
      advice:
        'Quel public, quelles fragilités, quelles capacités ; comment vous le sauriez si vous étiez sur place.',
    },
    strategy: {
      title: 'Choisir une stratégie',
      advice:
        'Deux ou trois scénarios, des critères, un choix. Reliez-le au projet de l’organisation et à ses partenaires.',
    },
    'action-plan': {
      title: 'Bâtir le plan d’actions',
      advice: 'Qui fait quoi, quand, avec quels moyens ; ce qui se fait d’abord et ce qui peut attendre.',
    },
    money: {
      title: 'Chiffrer et financer',
      advice:
        'Un budget équilibré tient en dix lignes : charges, produits, ce qui est acquis et ce qui est demandé.',
    },
    risks: {
      title: 'Prévoir les risques',
      advice: 'Trois risques, leur gravité, la parade et le signe qui vous alerterait.',
    },
    indicators: {
      title: 'Suivre et évaluer',
      advice:
        'Peu d’indicateurs, mais une source et une date pour chacun ; et ce que vous feriez d’un écart.',
    },
  },
  'mise-en-situation': {
    instruction: {
      title: 'S’approprier la consigne',
      advice:
        'Reformulez ce qu’on attend de vous, le temps donné et la place que vous occupez dans la scène.',
    },
    people: {
      title: 'Voir les personnes',
      advice: 'Qui est concerné, ce que chacun attend, ce que vous pouvez décider et ce qui se négocie.',
    },
    decision: {
      title: 'Décider et organiser',
      advice: 'Annoncez votre choix, sa raison et la première action. Dites ce que vous laissez de côté.',
    },
    speaking: {
      title: 'Dire et convaincre',
      advice:
        'Adaptez les mots à la personne. Écoutez, reformulez, puis proposez ; préparez vos phrases d’ouverture.',
    },
    setbacks: {
      title: 'Faire face à l’imprévu',
      advice:
        'Une panne, un refus, un conflit : nommez-le, cherchez ce qui reste possible, gardez la suite en vue.',
    },
    distance: {
      title: 'Prendre de la distance',
      advice: 'Après la scène : ce qui a tenu, ce que vous feriez autrement, la règle que vous en tirez.',
    },
  },
};

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
    vae: 'Selon ce que l’organisme certificateur demande aux candidats à la VAE.',
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
    activities: 'Activités présentées',
    shown: 'Compétences mobilisées',
    project: 'Mon projet',
    closing: 'Merci de votre attention',
  },
} as const;
