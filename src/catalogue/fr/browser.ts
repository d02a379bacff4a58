/** Why a document was not printed, as the end of « Le navigateur n’a pas rendu le document : … ». */
const reasons: Readonly<Record<string, string>> = {
  launch: 'il n’a pas démarré',
  crash: 'il s’est arrêté deux fois de suite',
  timeout: 'le temps accordé à un document est dépassé',
  memory: 'la mémoire accordée à un document est dépassée',
  incomplete: 'le PDF ne contient pas le document du début à la fin',
  'no-text': 'le PDF ne contient aucun texte (aucune police n’a été trouvée)',
  'unknown-target': 'un renvoi de page vise un titre absent',
  'unstable-pages': 'les numéros de page du sommaire ne se stabilisent pas',
  cancelled: 'l’impression a été interrompue',
};

export const browser = {
  /** What a screen reader says for a link inside the PDF. */
  linkTo: (page: number): string => `page ${page}`,
  reason: (code: string | number | undefined, detail: string | number | undefined): string => {
    const known = reasons[String(code)] ?? String(code);
    return detail === undefined || detail === '' ? known : `${known} (${detail})`;
  },
};
