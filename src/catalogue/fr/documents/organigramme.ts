import type { OrganigrammeFault } from '../../../domain/documents/model.ts';

/** Why an organigramme is not shown: the end of a sentence, after a comma or a colon. */
export const organigramme: Record<OrganigrammeFault, string> = {
  missing: 'le fichier est introuvable',
  outside: 'le chemin mène hors du dossier',
  'not-a-file': 'ce n’est pas un fichier ordinaire',
  altered: 'le fichier n’est plus celui qui fut enregistré (son empreinte diffère)',
  large:
    'l’image est trop grande (au plus 10 Mo et 40 millions de pixels ; 30 Mo et 100 millions pour tout le dossier)',
  unsupported: 'ce n’est ni une image PNG, ni JPEG, ni WebP fixe',
  damaged: 'l’image est abîmée ou incomplète',
  pseudonym: 'l’organisation a un pseudonyme et des noms peuvent s’y lire',
};
