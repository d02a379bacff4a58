import { shellWord } from './shell-word.ts';

/** `undo`: going back to an earlier text of portfolio.yaml. */
export const undo = {
  description: 'revient à un texte antérieur de portfolio.yaml, octet pour octet ; s’annule à son tour',
  options: {
    folder: 'dossier du portfolio (par défaut : le dossier courant)',
    list: 'énumère les textes gardés, du plus récent au plus ancien, et ce qui a suivi chacun',
    to: 'revient au texte de ce numéro',
    redo: 'refait ce qui vient d’être annulé',
    yes: 'sans demander',
    format: 'text ou json (par défaut : text)',
  },
  expected: {
    format: 'text ou json',
    number: 'un numéro de texte ; acquis undo --list les énumère',
    one: '--to ou --redo, pas les deux',
  },
  after:
    'Chaque appel recule d’un enregistrement ; --redo avance. Ce qui est remplacé est gardé : rien n’est perdu. ' +
    'Les pièces ne sont jamais effacées par acquis : une preuve retirée revient avec son fichier.',
  title: (count: number, replaced: string) => `Retour au texte n° ${count}, remplacé le ${replaced}`,
  label: (kind: string, id: string, title: string) => `${kind} ${id} « ${title} »`,
  change: {
    added: (what: string) => `revient : ${what}`,
    removed: (what: string) => `disparaît : ${what}`,
    changed: (what: string) => `redevient ce qu’il était : ${what}`,
  },
  fields: (names: string) => `redevient ce qu’il était, ailleurs : ${names}`,
  more: (count: number) => `et ${count} autres`,
  layoutOnly: 'Seuls changent la mise en page ou les commentaires du fichier.',
  unknown: 'Le fichier actuel ne se lit pas : ce qui change ne peut pas être énuméré.',
  unreadable: 'Ce texte-là ne se lit pas : il sera remis tel quel, à corriger dans un éditeur.',
  lost: (ids: readonly string[]) =>
    `Preuves dont le fichier manque ou a changé depuis : ${ids.join(', ')}. acquis verify dit lesquels.`,
  nothingDone: 'Rien n’a été modifié.',
  done: (count: number) => `Texte n° ${count} remis en place.`,
  /** The way back from each. */
  next: {
    back: (folder: string) => `Pour le refaire : acquis undo ${shellWord(folder)} --redo`,
    forward: (folder: string) => `Pour l’annuler de nouveau : acquis undo ${shellWord(folder)}`,
    elsewhere: (folder: string) => `Pour en choisir un autre : acquis undo ${shellWord(folder)} --list`,
  },
  none: 'Aucun texte antérieur : rien n’a encore été remplacé.',
  listTitle: 'Textes gardés, et ce qui a suivi chacun',
  entry: (count: number, replaced: string) => `n° ${count}, jusqu’au ${replaced}`,
  here: ' (en place)',
  refused: 'n’a pas pu être enregistré (conflit)',
  undone: 'annulé depuis',
  layout: 'mise en page',
  notReadable: 'suite non lisible',
  short: {
    added: (ids: string) => `${ids} en plus`,
    changed: (ids: string) => `${ids} modifié`,
    removed: (ids: string) => `${ids} en moins`,
  },
} as const;
