/** What the store writes into a candidate's own file. */
export const storage = {
  heading: [
    'Portfolio VAE, tenu avec acquis. Ce fichier se lit et se modifie aussi à la main :',
    'vos commentaires et votre mise en page sont conservés à chaque enregistrement.',
    'Pour le vérifier : acquis check',
  ],
  reviewHeading: [
    'Relecture d’un portfolio VAE : ce que conseil et candidature se sont dit, rien du portfolio lui-même',
    'que les premiers mots des textes commentés. Pour la reprendre : acquis review import DOSSIER FICHIER',
  ],
  pseudonymHeading: [
    'Liste privée des pseudonymes : acquis remplace chaque nom par son pseudonyme dans tous les documents.',
    'Ne la transmettez pas : avec elle, le dossier pseudonymisé redevient nominatif. acquis ne la met dans aucun document.',
  ],
  notesHeading: ['Notes privées pour l’entretien avec le jury : acquis ne les met dans aucun document.'],
} as const;
