/** What a PDF carries of the portfolio it was made from, and what becomes of it. */
export const source = {
  option: 'joint à chaque PDF pour le jury les données qu’il montre, pour le refaire un jour',
  without: (names: readonly string[]) =>
    `${names.length > 1 ? 'Ces documents n’emportent pas leurs' : 'Ce document n’emporte pas ses'} données, ${names.length > 1 ? 'ils ne sont pas lus' : 'il n’est pas lu'} par le jury ou ${names.length > 1 ? 'n’en montrent' : 'n’en montre'} que des extraits : ${names.join(', ')}.`,
  attachments: {
    portfolio: 'Ce que ce document montre, sous forme de portfolio acquis',
    referential: 'Le référentiel de la certification, tel que ce document le cite',
    organigramme: 'Organigramme montré dans ce document',
    manifest: 'Empreintes des fichiers joints et des pièces listées',
  },
} as const;
