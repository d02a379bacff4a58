/** Why a document was not printed, as the end of « Le navigateur n’a pas rendu le document : … ». */
const reasons: Readonly<Record<string, string>> = {
  launch: 'il n’a pas démarré',
  crash: 'il s’est arrêté deux fois de suite',
  timeout: 'le temps accordé à un document est dépassé',
  memory: 'la mémoire accordée à un document est dépassée',
  incomplete: 'le PDF ne contient pas le document du début à la fin',
  'no-text': 'le PDF ne contient aucun texte (aucune police n’a été trouvée)',
  'unknown-target': 'un renvoi de page vise un titre absent',
  'misplaced-annexes': 'les modèles ne gardent pas une place pour chaque page d’annexe',
  'unstable-pages': 'les numéros de page du sommaire ne se stabilisent pas',
  cancelled: 'l’impression a été interrompue',
};

/** Why a download failed, by the system's code. */
const downloadReasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'serveur introuvable',
  EAI_AGAIN: 'serveur introuvable',
  ECONNREFUSED: 'connexion refusée',
  ECONNRESET: 'connexion coupée en cours de route',
  ETIMEDOUT: 'le serveur ne répond plus',
  404: 'le serveur ne l’a pas (404)',
};

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)}\u00a0Mo`;

export const browser = {
  description: 'le navigateur qui fabrique les PDF',
  install: {
    description: 'télécharge un Chrome sans fenêtre là où acquis le cherche',
    baseUrl: 'adresse d’un miroir de Chrome for Testing',
    expectedUrl: 'une adresse qui commence par https:// ou http://',
    progress: (received: number, total: number): string =>
      `Téléchargement : ${Math.floor((100 * received) / total)}\u00a0% de ${megabytes(total)}`,
    progressUnsized: (received: number): string => `Téléchargement : ${megabytes(received)}`,
    done: (version: string): string => `Installé : ${version}. acquis doctor dit s’il fonctionne.`,
    already: (version: string): string => `Déjà là : ${version}.`,
  },
  downloadReason: (reason: string | number | undefined): string =>
    downloadReasons[String(reason)] ??
    (reason === undefined || reason === '' ? 'connexion impossible' : `réponse ${reason}`),
  /** What a screen reader says for a link inside the PDF. */
  linkTo: (page: number): string => `page ${page}`,
  reason: (code: string | number | undefined, detail: string | number | undefined): string => {
    const known = reasons[String(code)] ?? String(code);
    return detail === undefined || detail === '' ? known : `${known} (${detail})`;
  },
};
