import type { Way } from '../../app/prompter.ts';

const plural = (count: number, one: string, many: string): string => (count < 2 ? one : many);

/** The words of the prompts themselves, whatever they ask. */
export const prompts = {
  ways: { skip: 'Passer', back: 'Revenir', quit: 'Enregistrer et quitter' } satisfies Record<Way, string>,
  keys: {
    enterConfirms: 'Entrée : continuer',
    enterSkips: 'Entrée sans rien écrire : passer',
    enterTwiceFinishes: 'Entrée : nouveau paragraphe · Entrée deux fois : terminer',
    enterFinishes: 'Entrée encore une fois : terminer, ou continuez d’écrire',
    help: '? : aide',
    escapeGoesBack: 'Échap : revenir',
    editor: 'Ctrl-O : ouvrir votre éditeur',
    quit: 'Ctrl-C : quitter (tout est gardé)',
    chooseHelp: '↑ ↓ : se déplacer · Entrée : choisir',
    tickHelp: '↑ ↓ : se déplacer · Espace : cocher · Entrée : continuer',
  },
  yes: 'Oui',
  no: 'Non',
  ticked: 'coché',
  nothingTicked: 'rien de coché',
  numberOf: (count: number) => `Votre choix (1 à ${count}) :`,
  numbersOf: (count: number) =>
    `Vos choix (numéros de 1 à ${count} séparés par des espaces, 0 pour aucun, Entrée pour garder ce qui est coché) :`,
  notANumber: (count: number) => `Tapez un numéro de 1 à ${count}.`,
  required: 'Il faut une réponse pour continuer.',
  badDate: 'Date non comprise. Écrivez par exemple 2021, mars 2021 ou 18/03/2021.',
  noMoreHelp: 'Répondez avec vos mots ; vous pourrez toujours y revenir.',
  moreText: (rows: number, characters: number) =>
    `… et ${rows} ${plural(rows, 'ligne', 'lignes')} de plus, ${characters} caractères en tout : tout est gardé.`,
  months: [
    'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre',
    'décembre',
  ],
}; // prettier-ignore
