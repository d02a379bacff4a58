import type { ErrorArgs } from '../../app/errors.ts';
import type { Need } from '../../domain/next-step.ts';
import { shellWord } from './shell-word.ts';
import { counted } from './quantities.ts';

/** What the guided interview says, beside its questions. */
export const walk = {
  description: 'vous guide question par question ; tout est gardé à chaque réponse',
  options: {
    folder: 'dossier du portfolio (par défaut : le dossier courant)',
    block: 'ne parcourt que ce bloc (BC02, ou plusieurs : BC01,BC03)',
    answers: 'fichier YAML ou JSON de réponses, dans l’ordre des questions (sans terminal)',
  },
  after: `Fichier de réponses : une liste, chaque élément nomme la question posée et sa réponse.
  - experience.organisation: La Remise
  - experience.title: Directrice
  - experience.end: :passer
  - profile.profiles: [ESS-P03, ESS-P05]
  - activity.title: :quitter
Un choix se donne par son code ou son intitulé, plusieurs par une liste ; « :passer », « :revenir » et « :quitter » font ce qu’ils disent. Une question qui n’est pas la suivante du fichier arrête tout et est nommée ; ce qui précède est gardé.`,
  /** Choices that are ours; a value that is already a French word (a status, a kind) names itself. */
  choices: {
    yes: 'Oui',
    no: 'Non',
    // stages of the inventory
    experiences: 'Compléter vos postes, mandats et engagements',
    activities: 'Continuer la liste de vos activités',
    ticks: 'Relier vos activités aux compétences',
    transversal: 'Vous situer sur les compétences transversales',
    competences: 'Avancer compétence par compétence',
    // one competence
    new: 'Raconter une nouvelle activité',
    complete: 'Oui, maintenant',
    later: 'Plus tard',
    link: 'Une pièce déjà dans le dossier',
    add: 'Ajouter une pièce (fichier ou lien)',
    ask: 'Noter une pièce à demander à quelqu’un',
    file: 'Dans un fichier de cet ordinateur',
    url: 'En ligne, à une adresse',
    next: 'Passer à la compétence suivante',
    'more-evidence': 'Ajouter ou relier une autre pièce',
    'edit-claim': 'Reprendre la phrase',
    'edit-activity': 'Reprendre le récit de l’activité',
    'other-kinds': 'Une autre sorte de pièce…',
    // proofs asked for
    received: 'Oui, je l’ai',
    asked: 'Pas encore, mais je l’ai demandée',
    promised: 'Pas encore, mais on me l’a promise',
    waiting: 'Pas encore',
    // who made a proof, in answer to « Qui l’a faite ? »
    'à moi': 'Moi',
    'à plusieurs': 'Plusieurs personnes, dont moi',
    'd’un tiers': 'Quelqu’un d’autre',
    production: 'production (un document ou un outil que vous avez fait)',
    // confidentiality, in words that say what to do
    publiable: 'Oui, telle quelle',
    'à anonymiser': 'Oui, après avoir masqué des noms ou des données',
    'à ne pas joindre': 'Non, elle doit rester confidentielle',
    // a new portfolio and the menu
    whole: 'Oui, toute la certification',
    blocks: 'Non, certains blocs seulement',
    continue: 'Continuer votre portfolio',
    reviews: 'Relire les remarques de votre conseil',
    check: 'Voir où vous en êtes',
    export: 'Fabriquer les documents PDF',
    create: 'Commencer un nouveau portfolio',
    open: 'Ouvrir un portfolio rangé ailleurs',
    // parts of an activity
    title: 'Le titre',
    context: 'Le contexte',
    role: 'Votre rôle',
    stakeholders: 'Les acteurs',
    means: 'Les moyens',
    goal: 'Le but',
    approach: 'La démarche',
    difficulties: 'Les difficultés',
    results: 'Les résultats',
    analysis: 'L’analyse',
    learning: 'Ce que vous en retenez',
  },
  heading: (title: string, code: string) => `${title} (${code})`,
  supported: (count: number, total: number) => `étayées ${count}/${total}`,
  supportedInWords: (count: number, total: number) => `${count} sur ${total} étayées`,
  blockStates: { acquired: 'acquis', 'not-targeted': 'non visé' },
  allSupported: (analysed: number, total: number) =>
    `Toutes étayées ; analyse rédigée pour ${analysed} sur ${total}.`,
  quoted: (statement: string) => `«\u00a0${statement}\u00a0»`,
  asks: 'Ce qu’elle demande :',
  linkedActivities: 'Vos activités :',
  linkedEvidence: 'Vos pièces :',
  awaited: {
    'à demander': 'à demander',
    demandée: 'demandée, pas encore reçue',
    promise: 'promise, pas encore reçue',
  },
  noSource: 'fichier ou adresse à ajouter',
  /** Why this competence is proposed now, and what would make it stand. */
  needs: {
    review: 'Votre conseil en parle : lisez d’abord, répondez si vous voulez, puis corrigez.',
    resume: 'Vous aviez commencé à raconter une activité qui la montre : continuons.',
    evidence: 'Une activité la montre déjà ; il lui manque une pièce.',
    activity: 'Aucune activité ne la montre encore.',
    awaited: 'La pièce demandée n’est pas encore là ; une autre peut la montrer en attendant.',
    'stronger-evidence': 'Elle est étayée, mais la preuve est à renforcer.',
    analysis: 'Elle est étayée ; l’analyse d’une activité la rendrait plus convaincante.',
    none: 'Elle est étayée, analyse rédigée.',
  } satisfies Record<Need, string>,
  fragilities: {
    'testimony-alone': 'Un témoignage seul convainc peu : ajoutez un document daté.',
    'image-alone': 'Une photo ou un témoignage seuls convainquent peu : ajoutez un document daté.',
    'one-form-of-two': 'L’énoncé demande de l’écrit et de l’oral : une seule forme est montrée.',
  },
  notices: {
    welcome: ({ name }) =>
      `Bonjour ${name}. Commençons par faire le tour de ce que vous avez fait : vos postes et engagements, puis une dizaine d’activités, seulement leurs titres. Comptez vingt minutes. Chaque réponse est gardée aussitôt : vous pouvez vous arrêter quand vous voulez, et reprendre ici.`,
    profiles: () =>
      'Voici dix façons d’agir dans l’économie sociale et solidaire. Se reconnaître dans l’une d’elles fait souvent revenir un engagement oublié.',
    activities: () =>
      'Maintenant, vos activités : des travaux précis dont vous pourriez parler dix minutes. Pour l’instant, seulement des titres.',
    toolbox: ({ tools }) => `Pour vous aider à vous souvenir, vos outils peut-être : ${tools}.`,
    'enough-activities': ({ count }) =>
      `${count} activités : c’est assez pour choisir. Vous pourrez en ajouter plus tard.`,
    ticks: () =>
      'Pour chaque activité, cochez les compétences qu’elle pourrait montrer. Cochez largement : vous trierez en racontant.',
    'inventory-done': ({ experiences, activities }) =>
      `Le tour est fait : ${counted(experiences, 'poste ou engagement', 'postes et engagements')}, ${counted(activities, 'activité', 'activités')}. C’est la charpente de votre dossier.`,
    'pdf-written': ({ file }) => `Votre document est là : ${file}`,
    'file-copied': ({ file }) => `La pièce est copiée dans votre dossier : ${file}`,
    'bad-url': () => 'Cette adresse n’est pas complète. Elle ressemble à https://www.exemple.fr/page.',
    'end-before-start': () => 'La fin précède le début : vérifiez l’année.',
    'unlinked-activities': ({ count, titles }) =>
      `${counted(count, 'activité n’est reliée', 'activités ne sont reliées')} à aucune compétence : ${titles}.`,
    'orphan-evidence': ({ count, titles }) =>
      `${counted(count, 'pièce ne sert', 'pièces ne servent')} encore à rien : ${titles}.`,
    'damaged-evidence': ({ count, titles }) =>
      `${counted(count, 'pièce est introuvable ou modifiée', 'pièces sont introuvables ou modifiées')} : ${titles}. Détails : acquis check.`,
    'all-proposed': ({ count }) =>
      `Vous avez fait le tour pour aujourd’hui. ${counted(count, 'compétence reste', 'compétences restent')} à compléter : elles vous seront proposées la prochaine fois.`,
    'all-supported': () =>
      'Tout ce que vous visez est étayé et analysé. Relisez vos documents : acquis export.',
    'reviews-waiting': ({ count }) =>
      `${counted(count, 'remarque de votre conseil attend', 'remarques de votre conseil attendent')} : chacune s’affichera avant la question qu’elle concerne.`,
    saved: ({ folder }) =>
      `Tout est enregistré. Pour reprendre au même endroit : acquis walk ${shellWord(String(folder))}`,
    'pdf-making': () => 'Un instant : le document se prépare…',
    'certification-closed': ({ code, end, successor }) =>
      `${code} n’est plus enregistrée depuis le ${end}. Sans recevabilité obtenue avant cette date, visez ${successor === '' ? 'une autre certification' : successor}.`,
    'resume-evidence': ({ title }) => `Reprenons la pièce que vous ajoutiez : « ${title} ».`,
    created: ({ folder }) => `Votre portfolio est créé, ici : ${folder}`,
    'folder-taken': ({ folder }) =>
      `${folder} existe déjà et contient des fichiers : choisissez un autre nom.`,
    'not-a-portfolio': ({ folder }) => `Il n’y a pas de portfolio dans ${folder}.`,
  } satisfies Record<string, (args: ErrorArgs) => string>,
};
