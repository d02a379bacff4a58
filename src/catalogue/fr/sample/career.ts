import type { SampleBank } from '../../../domain/sample/bank.ts';

export const posts: SampleBank['posts'] = {
  main: [
    {
      title: 'Responsable de site', status: 'emploi salarié', hours: 'temps plein', delegation: 'engage les dépenses courantes jusqu’à {n:2000-8000/500} euros',
      team: '{n:5-14} salariés et {n:10-40} bénévoles', description: 'Responsabilité {de:structure} : équipe, budget, lien avec le conseil et les partenaires {de:ville}.',
    },
    {
      title: 'Cadre de direction', status: 'emploi salarié', hours: 'temps plein', delegation: 'délégation écrite de la présidence pour le personnel et les achats',
      team: '{n:8-24} salariés', description: 'Direction {de:structure} au quotidien, préparation des décisions du conseil, représentation auprès {de:partenaire}.',
    },
    {
      title: 'Responsable de pôle', status: 'emploi salarié', hours: '{n:28-35} h par semaine', delegation: 'tient le budget du pôle et signe les conventions courantes',
      team: '{n:4-9} salariés et {n:6-20} bénévoles', description: 'Responsabilité {de:service} et des projets qui s’y rattachent, dont {projet}.',
    },
    {
      title: 'Responsable de projet', status: 'emploi salarié', hours: 'temps plein', delegation: 'conduit les projets de bout en bout, sous l’autorité du conseil',
      team: '{n:3-7} salariés', description: 'Conception et conduite des projets {de:structure}, recherche de financements, évaluation.',
    },
    {
      title: 'Second de direction', status: 'emploi salarié', hours: 'temps plein', delegation: 'remplace la direction en son absence',
      team: '{n:6-16} salariés et {n:8-30} bénévoles', description: 'Appui à la direction {de:structure} : organisation, budget, animation des équipes.',
    },
  ],
  other: [
    {
      title: 'Membre du bureau, trésorerie', status: 'mandat', hours: '{n:4-8} h par mois', delegation: 'signature conjointe avec la présidence',
      team: 'bureau de {n:4-7} personnes', description: 'Mandat élu {à:structure} : comptes, budget, rapport financier devant l’assemblée.',
    },
    {
      title: 'Responsable bénévole de l’accueil', status: 'bénévolat', hours: '{n:4-9} h par semaine', delegation: 'organise les permanences et forme les nouveaux',
      team: '{n:8-26} bénévoles', description: 'Bénévolat {à:structure} : accueil {de:publics}, planning des permanences, premiers entretiens.',
    },
    {
      title: 'Responsable de l’animation', status: 'emploi salarié', hours: '{n:24-35} h par semaine', delegation: 'choisit les activités et tient le budget d’animation',
      team: '{n:2-5} salariés', description: 'Organisation {de:service} au fil de l’année, avec {publics}.',
    },
    {
      title: 'Mission de développement local', status: 'emploi salarié', hours: '24 h par semaine', delegation: 'travail en binôme, sans délégation de signature',
      team: 'binôme, appui d’une tutrice', description: 'Mission {à:structure} : enquête auprès {de:publics} et appui {à:equipe}.',
    },
    {
      title: 'Encadrement technique d’insertion', status: 'emploi salarié', hours: 'temps plein', delegation: 'organise l’atelier et la sécurité',
      team: '{n:6-12} salariés en parcours', description: 'Encadrement d’une équipe {à:structure}, suivi des parcours, commandes et qualité du travail.',
    },
    {
      title: 'Vice-présidence', status: 'mandat', hours: '{n:6-12} h par mois', delegation: 'représente la structure par délégation de l’assemblée',
      team: 'conseil de {n:9-15} membres', description: 'Mandat élu {à:structure} : représentation, suivi {de:projet}, lien avec {partenaire}.',
    },
  ],
}; // prettier-ignore

export const organisation: SampleBank['organisation'] = {
  name: '{nom} (fictive)',
  size: ['{n:6-18} salariés et {n:12-60} bénévoles', '{n:9-34} salariés, {n:80-420/10} adhérents', '{n:4-9} salariés et {n:25-90} bénévoles', '{n:12-40} salariés'],
  governance: [
    'conseil d’administration de {n:9-15} membres, bureau de {quatre|cinq|six} personnes',
    'conseil en {trois|quatre} collèges, dont un pour {publics}',
    'présidence à deux voix et conseil de {n:8-14} membres',
  ],
  funding: [
    '{n:35-55} % de subventions, {n:25-35} % de ventes et de prestations, le reste en dons et cotisations',
    'conventions publiques pour {n:45-65} %, ressources propres pour le reste',
    'prix de journée, subventions et dons ; budget de {n:180000-940000/10000} euros',
  ],
}; // prettier-ignore

export const degrees = [
  'Licence professionnelle de gestion des organisations de l’économie sociale et solidaire',
  'Brevet de technicien supérieur, économie sociale familiale',
  'Diplôme d’État d’éducation spécialisée',
  'Licence de sociologie',
  'Diplôme universitaire de technologie, carrières sociales',
  'Master de géographie et aménagement',
  'Brevet professionnel de la jeunesse, de l’éducation populaire et du sport',
  'Licence d’administration économique et sociale',
] as const;

export const summaries = [
  'Je travaille {à:structure} {de:ville} depuis plusieurs années. J’ai commencé par le bénévolat, après d’autres métiers, et j’y ai appris à conduire une équipe autant qu’à tenir un budget.',
  'Mon parcours n’est pas droit : un métier technique, un mandat associatif, puis la responsabilité {de:structure}. La VAE est pour moi le moyen de mettre des mots sur ce que je fais chaque jour.',
  'Je connais {ville} et {publics} depuis longtemps. Ce que je présente ici vient du terrain : des essais, des erreurs, quelques réussites dont je garde la trace.',
  'J’ai pris des responsabilités avant d’en avoir le titre. Ce dossier raconte comment, {à:structure}, j’ai appris à décider avec d’autres.',
  'Depuis que j’ai rejoint {structure}, j’ai changé trois fois de fonction. Je cherche aujourd’hui à faire reconnaître une expérience construite entre salariat et bénévolat.',
] as const; // prettier-ignore
