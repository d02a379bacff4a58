import type { Sentences } from './sentence.ts';

/** What a run over many folders is refused for. */
export const batchErrors = {
  'nothing-matches': ({ pattern }) => ({
    message: `Aucun portfolio ne répond au motif ${pattern}.`,
    hint: 'Corrigez le motif : * vaut un nom, ** autant de dossiers qu’il faut.',
  }),
  'nothing-selected': ({ where }) => ({
    message: `Aucun dossier à traiter : ${where}.`,
    hint: 'Indiquez des dossiers de portfolio, un dossier qui en contient, un motif entre guillemets, ou --manifest FICHIER.csv.',
  }),
  'manifest-and-folders': () => ({
    message: 'Les dossiers se donnent par la commande ou par --manifest, pas par les deux.',
    hint: 'Ajoutez ces dossiers au manifeste, ou lancez deux commandes.',
  }),
  'manifest-twice': ({ file, folder, first, second }) => ({
    message: `${file} : les lignes ${first} et ${second} demandent deux choses différentes pour le même dossier, ${folder}.`,
    hint: 'Réunissez-les en une ligne.',
  }),
  'manifest-same-output': ({ file, name, first, second }) => ({
    message: `${file} : les lignes ${first} et ${second} donnent la même sortie, ${name}.`,
    hint: 'Donnez un nom à chacune ; majuscules et minuscules ne suffisent pas à les distinguer.',
  }),
  'manifest-needs-out': ({ file, line }) => ({
    message: `${file}, ligne ${line} : une sortie est nommée, mais pas le dossier où la mettre.`,
    hint: 'Ajoutez --out DOSSIER, ou videz la colonne sortie : les documents iront dans exports/, dans chaque portfolio.',
  }),
  'certification-differs': ({ folder, asked, found }) => ({
    message: `${folder} vise ${found}, le manifeste attend ${asked} : rien n’y a été fait.`,
    hint: 'Vérifiez que c’est le bon dossier, ou corrigez la colonne certification.',
  }),
  'invalid-manifest': ({ file, count }) => ({
    message: `${file} contient ${count === 1 ? 'une erreur' : `${count} erreurs`} ; rien n’a été fait.`,
    hint: 'Corrigez ce qui est indiqué, puis relancez la commande.',
  }),
  'folder-limit': ({ folder, limit }) => ({
    message: `${folder} : ${
      {
        time: 'sa lecture a pris trop de temps',
        memory: 'sa lecture a demandé trop de mémoire',
        crash: 'sa lecture a arrêté le programme qui s’en chargeait',
      }[limit ?? 'crash'] ?? 'sa lecture a été interrompue'
    } ; les autres dossiers n’ont pas été touchés.`,
    hint: 'Ouvrez portfolio.yaml : un dossier ordinaire se lit en moins d’une seconde ; retirez ce qui n’y a pas sa place.',
  }),
} as const satisfies Sentences;
