import type { SampleBank } from '../../../domain/sample/bank.ts';

export const feasibility: SampleBank['feasibility'] = {
  comments: [
    'Pour « {titre} », j’exerce ces activités {à:structure} avec une autonomie réelle : je propose, je décide dans mon périmètre et je rends compte au conseil. Un exemple : {projet}.',
    '« {titre} » correspond à une part régulière de mon travail depuis plusieurs années, d’abord avec {equipe}, puis en responsabilité. Mes outils : tableau de suivi, comptes rendus, budget annuel.',
    'Sur « {titre} », mon expérience vient {de:structure} et d’un mandat bénévole. J’ai travaillé avec {partenaire} et {autre}, et j’en garde des écrits.',
    'J’ai abordé « {titre} » par {projet}, du diagnostic au bilan, en rendant compte {à:partenaire}.',
  ],
  objectives: ['Obtenir une certification reconnue', 'Évoluer dans mon emploi', 'Changer de poste ou de structure', 'Reprendre confiance dans mon parcours', 'Préparer une reprise de direction', 'Faire reconnaître un engagement bénévole'],
}; // prettier-ignore

export const documentTexts: SampleBank['document'] = {
  introduction: [
    'Ce dossier raconte ce que j’ai fait {à:structure} {de:ville}, et ailleurs, pour {publics}. Je l’ai écrit en relisant mes carnets et en demandant à d’autres ce qu’ils en avaient gardé.',
    'J’ai choisi les activités qui m’ont le plus appris, y compris celles qui n’ont pas donné ce que j’attendais. Elles suivent l’ordre du référentiel, pas celui de ma vie.',
    'Je présente ici des situations vécues {à:structure}. J’ai voulu dire à chaque fois ce que je faisais moi-même, ce que d’autres faisaient, et ce qui s’est décidé ensemble.',
  ],
  synthesis: [
    'En relisant ces activités, je vois un fil : mettre par écrit ce qui se faisait d’habitude, pour que chacun puisse en discuter. Je vois aussi une faiblesse : je délègue encore trop tard.',
    'Ce parcours m’a appris à tenir ensemble un budget et un projet social. Je sais mieux où je suis à l’aise, avec les équipes, et où je dois encore progresser, dans l’analyse financière.',
    'D’une activité à l’autre, la même question revient : qui décide, et avec qui ? J’y réponds aujourd’hui autrement qu’à mes débuts.',
  ],
  project: [
    'Je souhaite prendre, d’ici deux ans, la direction d’une structure de taille moyenne, et garder un mandat bénévole.',
    'Je voudrais accompagner d’autres structures du territoire, à partir de ce que j’ai appris {à:structure}.',
    'Mon projet est de rester {à:structure} et d’y conduire {projet} jusqu’à son terme.',
  ],
  conclusion: [
    'Je remercie les lecteurs de ce dossier pour leur attention et j’attends l’entretien avec intérêt.',
    'Ce dossier s’arrête ici, le travail continue : il me tarde d’en parler de vive voix.',
    'Écrire m’a fait distinguer ce que je sais faire de ce que je crois savoir ; c’est déjà un résultat.',
  ],
}; // prettier-ignore

export const transversal: SampleBank['transversal'] = {
  'ESS-T1': ['Avec {partenaire} et {autre}, j’ai monté une action que personne n’aurait tenue seul.', 'J’ai fait décider à plusieurs le calendrier {de:service}, et il a tenu.'],
  'ESS-T2': ['J’ai porté devant {partenaire} la demande {de:publics}, et obtenu une réponse écrite.', 'J’ai défendu {projet} en commission, chiffres et témoignages à l’appui.'],
  'ESS-T3': ['J’ai lancé une idée que {equipe} a faite sienne : elle vit maintenant sans moi.', 'J’ai proposé une direction, et laissé l’équipe choisir le chemin.'],
  'ESS-T4': ['J’ai écouté deux collègues en conflit, séparément puis ensemble, avant de proposer quoi que ce soit.', 'J’ai dû annoncer une mauvaise nouvelle ; j’ai pris le temps d’entendre la colère.'],
  'ESS-T5': ['À partir d’un local prêté et de {n:300-900/50} euros, j’ai lancé un premier essai.', 'J’ai tenté {projet} à petite échelle avant de demander un budget.'],
  'ESS-T6': ['J’organise le travail {de:equipe} : rôles, plannings, points réguliers.', 'J’ai réparti le travail de {n:6-14} bénévoles pendant une saison.'],
  'ESS-T7': ['J’ai revu le prix d’un service après avoir calculé ce qu’il coûtait vraiment.', 'J’ai construit un budget de {n:20000-90000/1000} euros et je l’ai tenu.'],
}; // prettier-ignore

export const fileWords: SampleBank['file'] = {
  fictional: 'Document fictif, fabriqué pour un exemple : les personnes, les organisations, les lieux et les chiffres sont inventés.',
  body: [
    'Étaient présents : {n:4-9} membres de l’équipe, {n:2-6} bénévoles et un représentant {de:partenaire}.',
    'Les résultats portent sur {n:6-12} mois et sur {n:40-320} personnes.',
    'Une copie de ce document a été remise à la présidence et {à:partenaire}.',
    'La suite concerne {projet} ; un point est prévu dans {deux|trois|six} mois.',
    'Les chiffres viennent {de:service} et ont été relus par {equipe}.',
    'Il a été décidé de poursuivre, sous réserve de l’accord {de:autre}.',
    'Ce travail a été mené avec {publics}, qui en ont relu les conclusions.',
  ],
  alt: 'Graphique fictif : sept barres noires de hauteurs différentes, sous les mots « document fictif ».',
  table: { head: ['Rubrique', 'Prévu', 'Réalisé'], rows: ['Accueil', 'Activité', 'Équipe', 'Partenaires', 'Achats', 'Communication'] },
  mail: { from: 'direction@structure.example', to: 'partenaire@reseau.example', greeting: 'Bonjour,', closing: 'Bien cordialement' },
}; // prettier-ignore

export const defectWords: SampleBank['defects'] = {
  extraActivity: 'Reprendre un dossier en cours',
  extraProof: { title: 'Note complémentaire', kind: 'production', form: 'écrit', file: 'pdf' },
  extraShows: 'une trace de plus de ce travail',
  extraExperience: 'Appui ponctuel à une association voisine',
  we: 'Nous avons repris ce dossier ensemble. Nous avons réuni {equipe}, puis nous avons écrit {à:partenaire}. J’ai tenu le compte rendu.',
  withoutFigure: 'La démarche a été adoptée et plusieurs structures voisines s’en inspirent.',
  weakProof: { title: 'Témoignage d’une collègue', kind: 'témoignage', form: 'écrit', file: 'txt' },
  lightProof: { title: 'Lettre de félicitations', kind: 'lettre de félicitations', form: 'écrit', file: 'pdf' },
  longComment: 'J’exerce cette activité {à:structure} avec autonomie, je rends compte au conseil et j’en garde des écrits.',
  note: 'Référentiel modifié pour un exemple fictif.',
  foreignLine: 'remarque_personnelle: à relire',
  askedFrom: 'la présidence {de:structure}',
  advisor: 'Conseil VAE (fictif)',
  remark: 'Dites ce que vous décidiez vous-même, et ce que décidait le conseil.',
  reply: 'J’ai précisé ma part dans le texte.',
}; // prettier-ignore
