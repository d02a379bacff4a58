import type { Sentence } from './sentence.ts';

/** The command line itself: help and what the parser refuses. */
export const program = {
  description: 'Construire, vérifier et exporter le portfolio d’une VAE.',
  version: 'affiche la version',
  color: 'force la couleur',
  noColor: 'sans couleur',
  help: 'affiche cette aide',
  helpCommand: 'affiche l’aide d’une commande',
  /** Commander's own headings, by the English it would print. */
  titles: {
    'Usage:': 'Utilisation :',
    'Arguments:': 'Arguments :',
    'Options:': 'Options :',
    'Global Options:': 'Options générales :',
    'Commands:': 'Commandes :',
  } as Readonly<Record<string, string>>,
  groups: {
    tell: 'Raconter et réunir :',
    make: 'Faire le point, fabriquer, déposer :',
    share: 'Échanger avec son conseil :',
    many: 'Suivre beaucoup de dossiers :',
    back: 'Revenir en arrière, effacer :',
    around: 'Autour :',
  },
  after:
    'Pour commencer : acquis init mon-dossier, puis acquis walk mon-dossier. Sans commande, dans un terminal, un menu y mène. ' +
    'Les options d’une commande : acquis check --help.\n\n' +
    'Codes de sortie : 0 fait · 1 il reste à faire · 2 commande mal écrite · 3 données à corriger · ' +
    '4 pas de navigateur · 5 disque ou verrou · 70 défaut du programme',
  /** What the parser refuses, by its own code; `what` is the option, argument or command. */
  refusals: {
    'commander.unknownOption': (what) => ({
      message: `Option inconnue : ${what}.`,
      hint: 'Ajoutez --help à la commande : elle dit ses options.',
    }),
    'commander.unknownCommand': (what) => ({
      message: `Commande inconnue : ${what}.`,
      hint: 'Voyez les commandes : acquis --help.',
    }),
    'commander.help': () => ({
      message: 'Il manque une commande.',
      hint: 'Choisissez-en une dans l’aide ci-dessus.',
    }),
    'commander.optionMissingArgument': (what) => ({
      message: `L’option ${what} attend une valeur.`,
      hint: 'Donnez-la à la suite de l’option.',
    }),
    'commander.missingArgument': (what) => ({ message: `Il manque ${what}.`, hint: 'Voyez --help.' }),
    'commander.missingMandatoryOptionValue': (what) => ({
      message: `Il manque ${what}.`,
      hint: 'Ajoutez cette option.',
    }),
    'commander.excessArguments': (what) => ({
      message: `Trop d’arguments${what === '' ? '' : ` pour ${what}`}.`,
      hint: 'Une valeur suit le nom de son option, et un texte qui contient des espaces se met entre guillemets ; --help dit ce qui est attendu.',
    }),
    'commander.invalidArgument': (what) => ({ message: `Valeur refusée : ${what}.`, hint: 'Voyez --help.' }),
    'commander.conflictingOption': (what) => ({
      message: `Options incompatibles : ${what}.`,
      hint: 'Gardez l’une des deux.',
    }),
  } as Readonly<Record<string, (what: string) => Sentence>>,
  /** `names`: what looks like the word that was refused. */
  didYouMean: (names: string) => `Vouliez-vous écrire ${names.replaceAll(', ', ' ou ')} ?`,
  refused: (): Sentence => ({ message: 'La commande n’est pas comprise.', hint: 'Voyez acquis --help.' }),
  outputLost: (reason: string) =>
    reason === 'ENOSPC'
      ? 'La sortie n’a pas pu être écrite : le disque est plein.'
      : `La sortie n’a pas pu être écrite (${reason}).`,
  bug: (version: string) =>
    `Défaut d’Acquis ${version} : vos données n’ont pas été touchées après la dernière sauvegarde. Signalez-le avec le texte ci-dessous, sans donnée personnelle.`,
} as const;
