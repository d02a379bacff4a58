/** What the store writes into a candidate's own file. */
export const storage = {
  heading: [
    'Portfolio VAE, tenu avec acquis. Ce fichier se lit et se modifie aussi à la main :',
    'vos commentaires et votre mise en page sont conservés à chaque enregistrement.',
    'Pour le vérifier : acquis check',
  ],
} as const;
