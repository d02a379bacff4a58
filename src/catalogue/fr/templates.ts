import type { Sentences } from './sentence.ts';

/** Templates of one's own. */
export const templates = {
  description: 'modèles des documents : en obtenir une copie à adapter',
  copy: {
    description: 'copie les modèles d’Acquis dans un dossier, point de départ des vôtres',
    folder: 'dossier à créer',
    files: 'seulement ces fichiers (par exemple shared/cover.hbs) ; sans rien, tous',
    replace: 'écrit aussi dans un dossier qui contient déjà des fichiers, en remplaçant ceux de même nom',
  },
  option: 'dossier de vos modèles et feuilles de style, qui remplacent ceux d’Acquis par leur nom',
  copied: (count: number, folder: string) =>
    `${count === 1 ? 'Un fichier écrit' : `${count} fichiers écrits`} dans ${folder}. Ne gardez que ce que vous changez : le reste suivra les mises à jour d’Acquis.`,
  unused: (file: string) => `${file} n’est appelé par aucun modèle : vérifiez son nom.`,
} as const;

/** What templates are refused for. */
export const templateErrors = {
  'templates-in-portfolio': ({ folder, portfolio }) => ({
    message: `Les modèles de ${folder} sont dans un portfolio (${portfolio}) : ils ne sont pas utilisés.`,
    hint: 'Copiez-les dans un dossier à vous, hors de tout portfolio : un dossier reçu n’impose pas ses pages.',
  }),
  'unknown-template': ({ name, suggestion }) => ({
    message: `Aucun modèle ne s’appelle ${name}.`,
    hint: `${suggestion === undefined ? '' : `Vouliez-vous écrire ${suggestion} ? `}Sans nom de fichier, acquis templates copy les écrit tous.`,
  }),
  'invalid-templates': ({ folder, count }) => ({
    message: `Les modèles de ${folder} contiennent ${count === 1 ? 'une erreur' : `${count} erreurs`}.`,
    hint: 'Corrigez ce qui est indiqué, puis relancez la commande ; acquis templates copy donne les champs et les aides.',
  }),
  'templates-version': ({ folder, version, supported }) => ({
    message: `Les modèles de ${folder} sont écrits pour la version ${version} des champs ; ce programme connaît la version ${supported}.`,
    hint:
      Number(version) > Number(supported)
        ? 'Mettez acquis à jour.'
        : `Comparez avec une copie fraîche (acquis templates copy), puis écrivez « viewModel: ${supported} » dans acquis-templates.yaml.`,
  }),
  'templates-changed': ({ folder }) => ({
    message: `Les modèles de ${folder} ont changé pendant la fabrication.`,
    hint: 'Relancez la commande.',
  }),
} as const satisfies Sentences;
