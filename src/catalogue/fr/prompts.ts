import type { Way } from '../../app/ports/prompter.ts';
import { longDate } from './dates.ts';

const plural = (count: number, one: string, many: string): string => (count < 2 ? one : many);

/** The words of the prompts themselves, whatever they ask. */
export const prompts = {
  ways: { skip: 'Passer', back: 'Revenir' } satisfies Record<Exclude<Way, 'quit'>, string>,
  /** How leaving is called: inside a portfolio everything is already kept, before there is one nothing is. */
  quit: {
    saved: { way: 'Enregistrer et quitter', key: 'Ctrl-C\u00a0: quitter (tout est gardé)' },
    plain: { way: 'Quitter', key: 'Ctrl-C\u00a0: quitter' },
  },
  keys: {
    enterConfirms: 'Entrée\u00a0: continuer',
    enterSkips: (empty = 'passer') => `Entrée sans rien écrire\u00a0: ${empty}`,
    enterTwiceFinishes: 'Entrée\u00a0: nouveau paragraphe · Entrée deux fois\u00a0: terminer',
    enterFinishes: 'Entrée encore une fois\u00a0: terminer, ou continuez d’écrire',
    help: '? puis Entrée\u00a0: aide',
    escapeGoesBack: 'Échap\u00a0: revenir',
    editor: 'Ctrl-O\u00a0: ouvrir votre éditeur',
    chooseHelp: '↑ ↓\u00a0: se déplacer · Entrée\u00a0: choisir',
    tickHelp: '↑ ↓\u00a0: se déplacer · Espace\u00a0: cocher · Entrée\u00a0: continuer',
  },
  ticked: 'coché',
  nothingTicked: 'rien de coché',
  numberOf: (count: number) => `Votre choix (1 à ${count}) :`,
  numbersOf: (count: number) =>
    `Vos choix (numéros de 1 à ${count} séparés par des espaces, 0 pour aucun, Entrée pour garder ce qui est coché) :`,
  notANumber: (count: number) => `Tapez un numéro de 1 à ${count}.`,
  unanswered: 'sans réponse',
  details: {
    functions: (text: string) => `Métiers : ${text}`,
    ended: (text: string) => `Enregistrement terminé le ${longDate(text)}.`,
    toolbox: (text: string) => `Boîte à outils : ${text}`,
  },
  required: 'Il faut une réponse pour continuer.',
  badDate: 'Date non comprise. Écrivez par exemple 2021, mars 2021 ou 18/03/2021.',
  noSuchDay: 'Ce jour n’existe pas : vérifiez le jour et le mois.',
  erased: 'réponse effacée',
  noEditor: 'Votre éditeur (VISUAL ou EDITOR) ne s’ouvre pas : votre texte est toujours là, continuez ici.',
  noMoreHelp: 'Répondez avec vos mots ; vous pourrez toujours y revenir.',
  moreText: (rows: number, characters: number) =>
    `… et ${rows} ${plural(rows, 'ligne', 'lignes')} de plus, ${characters} caractères en tout : tout est gardé.`,
  /** How a period is written: « depuis mars 2021 », « de mars 2021 à juin 2022 », « mars 2021 – en cours ». */
  since: ['depuis', 'à partir de', 'de', 'du'],
  until: ['–', '—', '-', 'à', 'au'],
  ongoing: ['en cours', 'maintenant', 'toujours', 'aujourd’hui', 'aujourd\'hui', 'à ce jour', '…', '...'],
  months: [
    'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre',
    'décembre',
  ],
}; // prettier-ignore
