import { browser } from './browser.ts';
import type { Sentences } from './sentence.ts';

/** Why there is no PDF, or no browser to make one. */
export const browserErrors = {
  'no-browser': () => ({
    message: 'Aucun navigateur pour fabriquer le PDF.',
    hint: 'Installez-en un : acquis browser install (ou Chromium, Chrome), ou indiquez-le par --browser-path ; --format html fonctionne sans navigateur.',
  }),
  'browser-not-there': ({ source, path }) => ({
    message: `${source} désigne ${path}, qui n’existe pas ou ne peut pas être lancé.`,
    hint: 'Corrigez ce chemin, ou retirez-le : acquis cherchera lui-même un navigateur.',
  }),
  'browser-unreachable': ({ path }) => ({
    message: `Le navigateur ${path} est dans un dossier privé de l’administrateur ; or il est lancé sans ses droits.`,
    hint: 'Installez Chromium pour tout le système, ou lancez acquis avec un compte ordinaire.',
  }),
  'no-sandbox': () => ({
    message:
      'Ce système n’autorise pas le bac à sable du navigateur ; acquis ne l’a pas lancé sans protection.',
    hint: 'Autorisez les espaces de noms utilisateur (sysctl kernel.unprivileged_userns_clone=1, ou kernel.apparmor_restrict_unprivileged_userns=0), ou lancez hors du conteneur. --no-sandbox s’en passe : uniquement pour vos propres documents.',
  }),
  'no-setpriv': () => ({
    message:
      'Lancé en administrateur, acquis fait tourner le navigateur sans ces droits grâce à setpriv, qui est absent.',
    hint: 'Lancez acquis avec un compte ordinaire, ou installez setpriv (paquet util-linux).',
  }),
  'missing-library': ({ library }) => ({
    message: `Le navigateur ne démarre pas : la bibliothèque ${library} manque.`,
    hint: 'Installez-la, ou utilisez le navigateur fourni : ACQUIS_BROWSER=carried.',
  }),
  'unsafe-cache': ({ folder }) => ({
    message: `${folder} appartient à quelqu’un d’autre ou peut être modifié par d’autres ; le navigateur n’y est pas lancé.`,
    hint: 'Supprimez ce dossier, ou corrigez son propriétaire et ses droits (chmod go-w).',
  }),
  'browser-platform': ({ platform }) => ({
    message: `Aucun navigateur n’est publié pour ce système (${platform}) ; rien n’a été téléchargé.`,
    hint: 'Installez Chromium par le gestionnaire de paquets du système, ou indiquez-le par --browser-path.',
  }),
  'browser-download': ({ source, reason }) => ({
    message: `Le navigateur n’a pas pu être téléchargé${source === '' ? '' : ` de ${source}`} : ${browser.downloadReason(reason)} ; rien n’a été installé.`,
    hint: 'Vérifiez la connexion et le serveur mandataire (HTTPS_PROXY), ou donnez un miroir par --base-url.',
  }),
  'browser-archive': ({ source }) => ({
    message: `L’archive reçue${source === '' ? '' : ` de ${source}`} est incomplète, abîmée, ou n’est pas celle d’un navigateur ; rien n’a été installé.`,
    hint: 'Recommencez ; si cela se répète, changez de miroir (--base-url).',
  }),
  'browser-failed': ({ reason, detail }) => ({
    message: `Le navigateur n’a pas rendu le document : ${browser.reason(reason, detail)}.`,
    hint: 'Lancez acquis doctor.',
  }),
  'port-unusable': ({ port, reason }) => ({
    message:
      reason === 'EADDRINUSE'
        ? `Le port ${port} est déjà pris par un autre programme.`
        : `Le port ${port} n’est pas utilisable (${reason}).`,
    hint: 'Choisissez-en un autre, ou laissez --port de côté : un port libre est pris.',
  }),
} as const satisfies Sentences;
