import type { ErrorArgs } from '../../app/errors.ts';
import { exporting } from './export.ts';

const origins: Readonly<Record<string, string>> = {
  flag: 'indiqué par --browser-path',
  environment: 'indiqué par une variable d’environnement',
  installed: 'installé sur la machine',
  'puppeteer-cache': 'trouvé dans le cache de puppeteer',
  carried: 'fourni avec acquis',
};

export const doctor = {
  description: 'vérifie ce dont acquis a besoin : navigateur, polices, disque, terminal',
  options: {
    folder: 'dossier d’un portfolio, à vérifier aussi',
    format: 'text ou json (par défaut : text)',
    browserPath: exporting.options.browserPath,
    noSandbox: exporting.options.noSandbox,
  },
  expected: { format: 'text ou json' },
  title: 'Diagnostic',
  /** Printed on the test page: what French needs of a font. */
  sample: 'L’œuvre — « déjà 1\u202f000\u00a0€ »',
  labels: {
    node: 'Node.js',
    platform: 'Système',
    browser: 'Navigateur',
    sandbox: 'Bac à sable',
    print: 'PDF d’essai',
    fonts: 'Polices',
    folder: 'Dossier courant',
    cache: 'Dossier de cache',
    terminal: 'Terminal',
    editor: 'Éditeur',
    portfolio: 'Portfolio',
  },
  found: {
    node: ({ version }) => `version ${version}`,
    platform: ({ platform, arch, release }) => `${platform} ${release} (${arch})`,
    browser: ({ path, version, origin }) => `${version}, ${origins[String(origin)] ?? origin} (${path})`,
    sandbox: ({ on }) =>
      on === 1
        ? 'actif : une page ne peut ni lire vos fichiers ni sortir de la machine'
        : 'inactif : n’exportez ainsi que vos propres documents',
    print: ({ milliseconds, bytes }) => `une page en ${milliseconds} ms, ${bytes} octets`,
    fonts: ({ count }) => `${count} polices incorporées au PDF d’essai, aucune à installer`,
    folder: ({ folder, milliseconds }) => `${folder} : écriture sûre en ${milliseconds} ms`,
    cache: ({ folder, milliseconds }) => `${folder} : écriture sûre en ${milliseconds} ms`,
    terminal: ({ interactive, width, colour, utf8 }) =>
      [
        interactive === 1
          ? 'les questions peuvent être posées'
          : 'pas de terminal : aucune question ne sera posée',
        `${width} colonnes`,
        colour === 1 ? 'en couleur' : 'sans couleur',
        utf8 === 1 ? 'UTF-8' : 'les accents peuvent être mal affichés (choisissez une langue en UTF-8)',
      ].join(', '),
    editor: ({ editor }) =>
      editor === '' ? 'aucun (EDITOR) : les réponses s’écrivent sur place' : String(editor),
    portfolio: ({ folder, name }) => `${folder} : lisible (${name})`,
  } satisfies Record<string, (args: ErrorArgs) => string>,
  allWell: 'Tout ce dont acquis a besoin est là.',
  someMissing: 'Suivez les indications marquées ✗, puis relancez : acquis doctor.',
  statuses: { ok: 'en ordre', warning: 'à regarder', failed: 'à corriger' },
} as const;
