import type { ErrorArgs } from '../../app/errors.ts';
import type { Sentence } from './sentence.ts';

const lines = (count: string | number | undefined): string =>
  count === 1 ? 'la dernière ligne manque' : `${count} lignes manquent`;

const kept = (where: string | number | undefined): string =>
  where === undefined ? '' : ` Ce que vous veniez d’enregistrer est dans ${where}.`;

/** What keeps a folder from being changed, verified or taken back. */
export const integrityErrors = {
  'portfolio-cut': ({ file, lines: count, kept: where }: ErrorArgs): Sentence => ({
    message: `${file} a perdu sa fin depuis le dernier enregistrement, par un autre programme (${lines(count)}) : rien n’a été écrit par-dessus.${kept(where)}`,
    hint: 'acquis undo DOSSIER remet le texte enregistré. Si vous avez retiré ces lignes vous-même, acquis verify DOSSIER --accept les tient pour retirées.',
  }),
  'not-verifiable': ({ file }: ErrorArgs): Sentence => ({
    message: `${file} n’est ni un dossier de portfolio, ni un fichier qu’acquis sait vérifier.`,
    hint: 'Donnez le dossier, l’archive ou le PDF lui-même.',
  }),
};
