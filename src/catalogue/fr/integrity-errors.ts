import type { ErrorArgs } from '../../app/errors.ts';
import { depositErrors } from './deposit.ts';
import { erasureErrors } from './erasure.ts';
import type { Sentence } from './sentence.ts';

const lines = (count: string | number | undefined): string =>
  count === 1 ? 'la dernière ligne manque' : `${count} lignes manquent`;

const CUT_HINT =
  'acquis undo DOSSIER remet le texte enregistré. Si vous avez retiré ces lignes vous-même, acquis verify DOSSIER --accept les tient pour retirées.';

const kept = (where: string | number | undefined): string =>
  where === undefined ? '' : ` Ce que vous veniez d’enregistrer est dans ${where}.`;

/** What keeps a folder from being changed, verified, taken back, erased or handed in. */
export const integrityErrors = {
  ...depositErrors,
  ...erasureErrors,
  'portfolio-cut': ({ file, lines: count, kept: where }: ErrorArgs): Sentence => ({
    message: `${file} a perdu sa fin depuis le dernier enregistrement, par un autre programme (${lines(count)}) : rien n’a été écrit par-dessus.${kept(where)}`,
    hint: CUT_HINT,
  }),
  'pack-cut': ({ file, lines: count }: ErrorArgs): Sentence => ({
    message: `${file} a perdu sa fin depuis le dernier enregistrement, par un autre programme (${lines(count)}) : aucune archive n’en est faite, puisque personne n’y verrait qu’il en manque.`,
    hint: CUT_HINT,
  }),
  'version-altered': ({ version }: ErrorArgs): Sentence => ({
    message: `Le texte n° ${version} n’est plus celui qui fut gardé (son empreinte diffère) : rien n’a été modifié.`,
    hint: 'Choisissez-en un autre : acquis undo --list les énumère.',
  }),
  'unknown-version': ({ version }: ErrorArgs): Sentence => ({
    message: `Il n’y a pas de texte n° ${version} dans ce dossier ; rien n’a été modifié.`,
    hint: 'acquis undo --list énumère ceux qui y sont.',
  }),
  'nothing-to-undo': (): Sentence => ({
    message: 'Il n’y a rien à annuler : aucun texte antérieur n’est gardé dans ce dossier.',
    hint: 'acquis undo --list énumère ce qui est gardé ; un dossier reçu d’une autre personne arrive souvent sans ses versions.',
  }),
  'nothing-to-redo': (): Sentence => ({
    message: 'Il n’y a rien à refaire : le dernier changement n’est pas une annulation.',
    hint: 'acquis undo --list énumère les textes gardés, et --to NUMERO y revient.',
  }),
  'undo-changed': ({ file }: ErrorArgs): Sentence => ({
    message: `${file} a changé pendant que vous regardiez : rien n’a été annulé.`,
    hint: 'Relancez la commande : elle dira ce qui change à partir du texte actuel.',
  }),
  'not-verifiable': ({ file }: ErrorArgs): Sentence => ({
    message: `${file} n’est ni un dossier de portfolio, ni un fichier qu’acquis sait vérifier.`,
    hint: 'Donnez le dossier, l’archive ou le PDF lui-même.',
  }),
};
