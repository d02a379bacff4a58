import type { SheetKind } from '../../domain/documents/sheets/plans.ts';

interface StepWords {
  readonly title: string;
  /** What is to be done. */
  readonly advice: string;
  /** To be asked of oneself, where a step is practised and not told. */
  readonly questions: readonly string[];
}

/** Names of the steps, and what is to be done in each. */
export const steps: Record<SheetKind, Readonly<Record<string, StepWords>>> = {
  'soutenance-plan': {
    opening: {
      title: 'Ouvrir',
      advice:
        'Dites qui vous êtes, la certification que vous visez et le fil de votre exposé en trois phrases. Apprenez la première par cœur.',
      questions: [],
    },
    career: {
      title: 'Mon parcours',
      advice:
        'Ne récitez pas le dossier : deux ou trois étapes, et ce que chacune vous a donné pour la suite.',
      questions: [],
    },
    situation: {
      title: 'Les situations',
      advice:
        'Pour chaque activité : où, pour qui, avec quelle demande et quelle contrainte. Une phrase suffit si elle est précise.',
      questions: [],
    },
    approach: {
      title: 'Ma démarche et mes choix',
      advice:
        'Parlez à la première personne : ce que vous avez décidé, les solutions écartées, et pourquoi. C’est le cœur de l’exposé.',
      questions: [],
    },
    results: {
      title: 'Les résultats',
      advice: 'Donnez un chiffre avant et un chiffre après, ou ce qu’en ont dit les personnes concernées.',
      questions: [],
    },
    learning: {
      title: 'Ce que j’en ai appris',
      advice: 'Une difficulté, ce qu’elle vous a appris, et où vous l’avez réutilisé depuis.',
      questions: [],
    },
    ahead: {
      title: 'La suite',
      advice: 'Votre projet en deux phrases, puis arrêtez-vous : le silence appartient au jury.',
      questions: [],
    },
  },
  'etude-de-cas': {
    brief: {
      title: 'Lire l’énoncé',
      advice:
        'Repérez la question posée, le destinataire, les données fournies et celles qui manquent. Notez vos hypothèses : elles comptent dans la copie.',
      questions: [
        'Qui pose la question, et quelle décision en attend-on ?',
        'Quelles données sont sûres, lesquelles faut-il supposer ?',
        'Combien de temps pour lire, construire, rédiger, relire ?',
      ],
    },
    diagnosis: {
      title: 'Poser le diagnostic',
      advice:
        'Séparez les faits de leur lecture. Forces, faiblesses, menaces, possibilités ; acteurs et leurs intérêts.',
      questions: [
        'Quels faits de l’énoncé appuient chaque constat ?',
        'Qui gagne, qui perd, qui n’est pas consulté ?',
        'Qu’est-ce qui a changé récemment autour de l’organisation ?',
      ],
    },
    needs: {
      title: 'Qualifier les besoins',
      advice:
        'Quel public, quelles fragilités, quelles capacités ; comment vous le sauriez si vous étiez sur place.',
      questions: [
        'Quels besoins sont dits, lesquels sont seulement déduits ?',
        'Qui, parmi les personnes concernées, est oublié par l’énoncé ?',
        'Quels besoins l’organisation n’a pas à couvrir elle-même ?',
      ],
    },
    strategy: {
      title: 'Choisir une stratégie',
      advice:
        'Deux ou trois scénarios, des critères, un choix. Reliez-le au projet de l’organisation et à ses partenaires.',
      questions: [
        'Selon quels critères comparez-vous les scénarios ?',
        'Pourquoi écartez-vous les autres, en une phrase chacun ?',
        'Quels partenaires rendent ce choix possible ?',
      ],
    },
    'action-plan': {
      title: 'Bâtir le plan d’actions',
      advice: 'Qui fait quoi, quand, avec quels moyens ; ce qui se fait d’abord et ce qui peut attendre.',
      questions: [
        'Quelle est la première action, et qui la mène ?',
        'Quelles étapes dépendent d’une décision ou d’un accord ?',
        'Que faites-vous si une étape prend du retard ?',
      ],
    },
    money: {
      title: 'Chiffrer et financer',
      advice:
        'Un budget équilibré tient en dix lignes : charges, produits, ce qui est acquis et ce qui est demandé.',
      questions: [
        'Quelles dépenses reviennent chaque année, lesquelles une seule fois ?',
        'Que reste-t-il si le principal financeur se retire ?',
        'Comment valorisez-vous le bénévolat et les apports en nature ?',
      ],
    },
    risks: {
      title: 'Prévoir les risques',
      advice: 'Trois risques, leur gravité, la parade et le signe qui vous alerterait.',
      questions: [
        'Quels risques touchent les personnes, les finances, l’image ?',
        'Qui donne l’alerte, et à qui ?',
        'Quel risque acceptez-vous, et pourquoi ?',
      ],
    },
    indicators: {
      title: 'Suivre et évaluer',
      advice:
        'Peu d’indicateurs, mais une source et une date pour chacun ; et ce que vous feriez d’un écart.',
      questions: [
        'Qu’est-ce qui montrera que la situation des personnes a changé ?',
        'Qui recueille les données, quand et à quel coût ?',
        'Comment les personnes concernées prennent-elles part à l’évaluation ?',
      ],
    },
  },
  'mise-en-situation': {
    instruction: {
      title: 'S’approprier la consigne',
      advice:
        'Reformulez ce qu’on attend de vous, le temps donné et la place que vous occupez dans la scène.',
      questions: [
        'Quel est votre rôle, et jusqu’où va votre délégation ?',
        'Que doit-on avoir obtenu à la fin ?',
        'Quelles questions posez-vous avant de commencer ?',
      ],
    },
    people: {
      title: 'Voir les personnes',
      advice: 'Qui est concerné, ce que chacun attend, ce que vous pouvez décider et ce qui se négocie.',
      questions: [
        'Qui décide, qui exécute, qui subit ?',
        'Quel désaccord couve, et depuis quand ?',
        'Que dites-vous à qui n’est pas dans la pièce ?',
      ],
    },
    decision: {
      title: 'Décider et organiser',
      advice: 'Annoncez votre choix, sa raison et la première action. Dites ce que vous laissez de côté.',
      questions: [
        'Quelles solutions avez-vous, et laquelle tenez-vous ?',
        'Quels moyens engagez-vous, sous quelle autorité ?',
        'Que notez-vous pour pouvoir en rendre compte ?',
      ],
    },
    speaking: {
      title: 'Dire et convaincre',
      advice:
        'Adaptez les mots à la personne. Écoutez, reformulez, puis proposez ; préparez vos phrases d’ouverture.',
      questions: [
        'Quelle est votre première phrase ?',
        'Quel mot du métier faut-il traduire pour cette personne ?',
        'Comment vérifiez-vous que l’on vous a compris ?',
      ],
    },
    setbacks: {
      title: 'Faire face à l’imprévu',
      advice:
        'Une panne, un refus, un conflit : nommez-le, cherchez ce qui reste possible, gardez la suite en vue.',
      questions: [
        'Quel imprévu serait le plus gênant ici ?',
        'Qu’est-ce qui n’est pas négociable ?',
        'Vers qui vous tournez-vous si cela vous dépasse ?',
      ],
    },
    distance: {
      title: 'Prendre de la distance',
      advice: 'Après la scène : ce qui a tenu, ce que vous feriez autrement, la règle que vous en tirez.',
      questions: [
        'Quel moment a fait basculer la scène ?',
        'Quelle valeur était en jeu dans votre choix ?',
        'Dans quelle autre situation cette règle vous servirait-elle ?',
      ],
    },
  },
};
