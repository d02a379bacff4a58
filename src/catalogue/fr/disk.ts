/** What the system answers, by its code. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'introuvable',
  ENOTDIR: 'un élément du chemin n’est pas un dossier',
  EEXIST: 'un lien sans cible porte déjà ce nom',
  EISDIR: 'c’est un dossier',
  EACCES: 'accès refusé',
  EPERM: 'opération refusée par le système',
  ENOSPC: 'disque plein',
  EFBIG: 'fichier trop grand',
  EDQUOT: 'quota dépassé',
  EROFS: 'disque en lecture seule',
  EIO: 'erreur du disque',
  EBUSY: 'fichier occupé par un autre programme',
  EMFILE: 'trop de fichiers ouverts',
  ENAMETOOLONG: 'nom trop long',
  ELOOP: 'lien symbolique',
  link: 'lien symbolique',
  'not-a-file': 'dossier, tube ou périphérique',
  'not-a-folder': 'ce n’est pas un dossier',
};

export const diskReason = (reason: string | number | undefined): string => {
  const known = REASONS[String(reason)];
  return known ?? `erreur ${reason}`;
};

/** True where the path itself is at fault: another one is needed, no room and no right. */
export const isTaken = (reason: string | number | undefined): boolean =>
  ['ENOTDIR', 'EISDIR', 'EEXIST'].includes(String(reason));
