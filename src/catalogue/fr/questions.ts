import type { QuestionArgs, QuestionKey } from '../../app/ports/prompter.ts';

/** A question as a person reads it: the sentence, one line of help, and what `?` adds. */
export interface QuestionWords {
  readonly message: (args: QuestionArgs) => string;
  readonly help?: (args: QuestionArgs) => string;
  readonly more?: string;
  /** What leaving it empty means, where that is more than passing. */
  readonly empty?: string;
}

const ask = (message: string, help?: string, more?: string): QuestionWords => ({
  message: () => message,
  ...(help !== undefined && { help: () => help }),
  ...(more !== undefined && { more }),
});

const datesHelp = 'L’année suffit : 2021, mars 2021 ou 18/03/2021.';

export const questions: Record<QuestionKey, QuestionWords> = {
  'init.certification': ask('Quelle certification visez-vous ?', 'Vous pourrez lire chaque fiche : acquis referential show CODE.'),
  'init.eligible': ask(
    'De quelle date est votre recevabilité ?',
    'Jour, mois et année, par exemple 03/03/2025. Sans recevabilité, laissez vide.',
    'C’est la date de la décision de recevabilité envoyée par le certificateur. Si elle précède l’échéance de la certification, vous pouvez aller au bout.',
  ),
  'init.folder': ask('Dans quel dossier ranger votre portfolio ?', 'Il sera créé. Vous pourrez le copier ou le déplacer.'),
  'init.name': ask('Quel nom doit figurer sur votre dossier ?', 'Prénom et nom, comme sur la couverture.'),
  'init.scope': ask(
    'Visez-vous la certification entière ?',
    'Un bloc obtenu reste acquis : on peut aussi commencer par un seul.',
  ),
  'init.blocks': ask('Quels blocs visez-vous ?', 'Cochez ceux que vous présenterez au jury.'),

  'menu.action': ask('Que voulez-vous faire ?'),
  'menu.portfolio': ask('Quel portfolio ?'),
  'menu.folder': ask(
    'Où se trouve votre portfolio ?',
    'Le chemin du dossier qui contient portfolio.yaml ; vous pouvez le glisser dans cette fenêtre.',
  ),

  'inventory.resume': ask('Par où continuer ?', 'Rien n’est perdu : tout ce que vous avez répondu est dans le dossier.'),
  'experience.more': ask(
    'Avez-vous exercé un autre poste, mandat ou engagement bénévole ?',
    '« Revenir » corrige le dernier ; pour un autre : acquis experience edit ou remove.',
  ),
  'experience.organisation': ask(
    'Dans quelle organisation ?',
    'Association, coopérative, entreprise, collectivité… Un seul nom.',
    'Pensez aussi au bénévolat, aux mandats électifs, au service civique, à l’aide à un proche. Si vous étiez à votre compte, donnez le nom de votre activité.',
  ),
  'experience.title': {
    message: () => 'Quel était votre poste ou votre rôle ?',
    help: ({ organisation }) =>
      `Organisation : ${organisation}. Par exemple : direction, trésorerie bénévole, coordination de projet.`,
  },
  'experience.status': ask('À quel titre ?'),
  'experience.start': ask('Depuis quand ?', datesHelp, 'Une date approximative vaut mieux que rien ; vous la préciserez avec vos justificatifs.'),
  'experience.end': { ...ask('Jusqu’à quand ?', datesHelp), empty: 'cela continue encore' },
  'profile.profiles': ask(
    'Dans quels profils vous reconnaissez-vous ?',
    'Pour réveiller des souvenirs : leur boîte à outils s’affiche en bas quand vous passez dessus.',
  ),
  'activity.title': {
    message: ({ number }) => `Activité n° ${number} : quel titre ?`,
    help: ({ count }) =>
      Number(count) < 8
        ? 'Un titre court qui commence par un verbe. Visez huit à douze activités en tout.'
        : 'Vous en avez assez pour un dossier ; ajoutez-en si vous en voyez d’autres.',
    empty: 'la liste est finie',
    more: 'Une activité est un travail dont vous pouvez raconter le début, la fin et ce qu’il a changé : « Ouvrir un deuxième local », « Redresser le budget », « Recruter et former trois bénévoles ». Pas encore de détails : seulement les titres.',
  },
  'activity.new-title': ask('Quel titre donner à cette activité ?', 'Court, avec un verbe : « Ouvrir un deuxième local ».'),
  'activity.experience': {
    message: ({ title }) => `« ${title} » : c’était dans quel cadre ?`,
    help: () => 'Espace coche un poste, ou plusieurs ; puis Entrée.',
  },
  'inventory.tick': {
    message: ({ title }) => `« ${title} » : que peut-elle montrer ici ?`,
    help: ({ block, position, total }) => `${block} · activité ${position} sur ${total}. En bas : ce que demande la compétence. Rien à cocher ? Entrée.`,
  },
  'transversal.start': ask(
    'Prendre deux minutes pour vous situer sur sept compétences transversales ?',
    'Cela aide à écrire votre présentation ; personne d’autre ne le lit sans votre accord.',
  ),
  'transversal.position': {
    message: ({ title }) => `${title} : où en êtes-vous ?`,
    help: ({ definition }) => `Ce qu’elle demande : ${definition}`,
  },
  'walk.first-pdf': ask('Fabriquer maintenant un premier PDF ?', 'Il sera court, et c’est normal : il grandira avec vos réponses.'),
  'walk.continue': ask(
    'L’inventaire est fait. Et maintenant ?',
    'La suite avance compétence par compétence, à votre rythme.',
  ),

  'review.received': {
    message: ({ title }) => `« ${title} » : l’avez-vous reçue ?`,
    help: ({ from, state }) => {
      const whom = from === '' ? '' : ` à ${from}`;
      if (state === 'promise') return `On vous l’avait promise${from === '' ? '' : ` (${from})`}.`;
      return state === 'demandée' ? `Vous l’aviez demandée${whom}.` : `Vous l’aviez notée à demander${whom}.`;
    },
    more: 'Pour relancer, un message est prêt à copier : acquis evidence list --awaited.',
  },

  'review.on': ask(
    'De quoi s’agit-il ?',
    'Une compétence (BC01-C04), une activité (A3), une pièce (P07), un bloc (BC02), ou « dossier » pour l’ensemble.',
  ),
  'review.thread': ask('Quelle remarque ?'),
  'review.text': {
    message: ({ target }) => `${target} : que voulez-vous dire ?`,
    help: () => 'Le texte part avec la relecture ; le dossier lui-même n’est pas modifié.',
  },
  'review.ask-change': ask('Demandez-vous un changement ?', 'Sinon, c’est une simple remarque.'),
  'review.author': ask('Votre nom ?', 'Il figure sous chaque remarque. Pour ne plus voir cette question : --author ou ACQUIS_AUTHOR.'),
  'review.answer': {
    message: ({ author }) => `Que répondez-vous à ${author} ?`,
    help: () => 'Dites ce que vous changez, ou pourquoi vous ne changez rien. Vous pouvez aussi passer et corriger d’abord.',
    more: 'La réponse s’ajoute à la conversation et part avec la prochaine relecture (acquis review export). Elle ne modifie aucun de vos textes et n’entre dans aucun document pour le jury.',
  },

  'worksheet.conflict': {
    message: ({ field }) => `« ${field} » a changé des deux côtés : quel texte garder ?`,
    help: () => 'Les deux sont affichés plus haut ; celui que vous écartez reste dans la fiche ou dans les versions du portfolio.',
  },
  'worksheet.rest': ask(
    'Où ranger le texte hors des champs ?',
    'Il est affiché plus haut, avec sa place dans la fiche.',
  ),
  'worksheet.save': ask('Enregistrer ces différences dans le portfolio ?', 'La version précédente est gardée.'),

  'undo.confirm': ask('Revenir à ce texte ?', 'Le texte actuel est gardé : acquis undo --list le montrera.'),
  'erase.confirm': {
    message: ({ name }) => `Pour tout effacer, tapez : ${name}`,
    help: () => 'Rien ne sera récupérable par acquis. Autre chose, ou Ctrl-C : rien n’est effacé.',
  },

  'competence.activity': ask('Dans quelle activité l’avez-vous montrée ?'),
  'competence.next': ask('Et maintenant ?'),
  'competence.claim': {
    message: ({ title, competence }) => `En une phrase : que faites-vous dans « ${title} » qui montre « ${competence} » ?`,
    help: () => 'Commencez par « J’ai… » ou « Je… », avec un fait précis.',
    more: 'Cette phrase relie l’activité à la compétence dans votre dossier. Reprenez un mot de l’énoncé et un fait que personne d’autre ne pourrait écrire : un chiffre, une date, une décision.',
  },
  'competence.evidence': ask(
    'Quelle pièce le montre ?',
    'Un document daté que vous avez produit vaut mieux qu’un témoignage.',
  ),
  'activity.period-start': { message: ({ title }) => `« ${title} » : quand cela a-t-il commencé ?`, help: () => datesHelp },
  'activity.period-end': { ...ask('Et quand cela s’est-il terminé ?', datesHelp), empty: 'cela continue encore' },
  'activity.context': ask(
    'Le contexte : où, quand, pour qui, à la demande de qui ?',
    'Deux ou trois phrases pour que le jury voie la situation de départ.',
    'Dites aussi ce qui contraignait : un délai, un budget, une règle, une équipe incomplète.',
  ),
  'activity.role': ask(
    'Votre rôle : que décidiez-vous, que faisiez-vous vous-même ?',
    'Dites « je ». Qui décidait en dernier ressort ?',
    'Le jury cherche votre autonomie : ce que vous faites sans demander, ce que vous proposez, ce que vous signez.',
  ),
  'activity.stakeholders': ask(
    'Les acteurs : avec qui, pour qui ?',
    'Équipe, conseil, bénévoles, partenaires, publics ; combien de personnes ?',
    'Ne nommez pas les personnes accompagnées : leur situation suffit.',
  ),
  'activity.means': ask('Les moyens : budget, outils, temps, règles ?', 'Des ordres de grandeur suffisent.'),
  'activity.goal': ask('Le but : à quoi fallait-il arriver ?', 'À quoi saurait-on que c’était réussi ?'),
  'activity.approach': ask(
    'La démarche : comment vous y êtes-vous pris ?',
    'Les étapes, vos choix, ce que vous avez écarté et pourquoi.',
    'Racontez dans l’ordre. Pour chaque étape : ce que j’ai fait, avec quoi, pourquoi ainsi et pas autrement.',
  ),
  'activity.difficulties': ask(
    'Les difficultés : qu’est-ce qui a résisté ?',
    'Un imprévu, un désaccord, une erreur, et votre réaction.',
    'Une difficulté bien racontée montre plus qu’une réussite sans histoire.',
  ),
  'activity.results': ask(
    'Les résultats : qu’est-ce qui a changé ?',
    'Si possible un chiffre avant et un chiffre après.',
    'Comptent aussi le retour des publics, ce qui a été repris ailleurs, ce qui dure encore.',
  ),
  'activity.analysis': ask(
    'L’analyse : pourquoi cela a-t-il marché, ou pas ?',
    'Les savoirs, méthodes ou textes que vous avez mobilisés.',
    'Prenez du recul : qu’auriez-vous pu faire d’autre, qu’est-ce qui dépendait de vous, quelle méthode reconnaissez-vous après coup ?',
  ),
  'activity.learning': ask(
    'Ce que vous en retenez : que feriez-vous autrement ?',
    'Où l’avez-vous réutilisé depuis ?',
  ),
  'activity.complete': {
    message: ({ title }) => `« ${title} » : compléter le récit maintenant ?`,
    help: ({ missing }) =>
      Number(missing) === 1 ? 'Il reste une question.' : `Il reste ${missing} questions, une à la fois ; chacune peut être passée.`,
  },
  'activity.edit': {
    message: ({ title }) => `« ${title} » : que voulez-vous reprendre ?`,
    help: () => 'Votre texte s’affiche, vous le corrigez sur place.',
  },

  'evidence.link': ask('Laquelle ?', 'Une même pièce peut montrer plusieurs compétences.'),
  'evidence.source': ask('Où se trouve cette pièce ?'),
  'evidence.title': ask('Quel titre porte cette pièce ?', 'Celui de la liste des annexes, par exemple : Bilan annuel 2023.'),
  'evidence.file': ask(
    'Quel fichier ?',
    'Glissez-le dans cette fenêtre ou tapez son chemin ; il est copié dans le dossier, l’original n’est pas touché.',
  ),
  'evidence.url': ask('Quelle adresse ?', 'Elle commence par https://'),
  'evidence.kind': ask('De quelle sorte de pièce s’agit-il ?'),
  'evidence.other-kind': ask('Laquelle ?', 'Tapez les premières lettres pour y aller.'),
  'evidence.form': ask('Sous quelle forme ?', 'Certaines compétences demandent de l’écrit et de l’oral.'),
  'evidence.date': ask('De quand date-t-elle ?', datesHelp),
  'evidence.what': {
    message: ({ competence }) => `Que montre-t-elle pour « ${competence} » ?`,
    help: () => 'Une phrase : la page, le chiffre ou le passage à regarder.',
  },
  'evidence.confidentiality': ask(
    'Peut-on la joindre telle quelle ?',
    'Noms, adresses, santé, salaires de tiers : à masquer avant de joindre.',
  ),
  'evidence.madeBy': ask(
    'Qui l’a faite ?',
    'Un jury distingue ce que vous avez écrit vous-même de ce que vous avez signé ou reçu.',
  ),
  'evidence.public-file': ask(
    'La version masquée est-elle prête ? Quel fichier ?',
    'Elle seule sera montrée. Pas encore prête ? Passez : acquis check vous le rappellera.',
    'Une copie où les noms et les données sont vraiment retirés : un trait noir posé par-dessus, dans un PDF ou un document Word, laisse le texte lisible. Ou seulement les pages qui peuvent être montrées.',
  ),
  'evidence.public-note': ask('Qu’est-ce que cette version ?', 'Par exemple : noms masqués, ou extrait, pages 2 et 3.'),
  'evidence.promised-for': ask('Pour quand vous l’a-t-on promise ?', 'Le mois suffit : mars 2026 ou 18/03/2026.'),
  'evidence.asked-from': ask('À qui faut-il la demander ?', 'Une personne, un service : la demande vous sera rappelée.'),
}; // prettier-ignore
