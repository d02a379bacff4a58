import type { DefectTheme } from '../../domain/sample/defects/index.ts';

const THEMES: Readonly<Record<DefectTheme, string>> = {
  telling: 'Compétences et activités',
  evidence: 'Preuves',
  content: 'Fichiers des preuves',
  registration: 'Enregistrement et référentiel',
  reviews: 'Relectures',
  feasibility: 'Étape de faisabilité',
  unreadable: 'Dossier illisible',
};

/** The command `acquis sample`; what it writes stands in `sample/`. */
export const sample = {
  description: 'fabrique des portfolios fictifs, toujours les mêmes pour une même graine',
  folder: 'dossier à créer, ou dossier qui les contiendra avec --count',
  options: {
    certification: 'obligatoire ; code de la certification, par exemple RNCP38126',
    seed: 'graine, un nombre entier (par défaut : 1)',
    count: 'nombre de portfolios : exemple-0001, exemple-0002…',
    completeness: 'part des compétences étayées, de 0 à 100 (par défaut : 100)',
    defect: 'défaut voulu ; répétable, ou liste à virgules ; all : un défaut par dossier, chacun à son tour',
    at: 'jour où le dossier est censé être fait, AAAA-MM-JJ (par défaut : 2026-09-01)',
  },
  expected: {
    date: 'une date AAAA-MM-JJ',
    percent: 'un nombre entier de 0 à 100',
    seed: 'un nombre entier, de 15 chiffres au plus',
    count: 'un nombre entier de 1 à 100000',
  },
  folderName: 'le dossier',
  /** A paragraph for each theme. */
  kinds: (themes: Readonly<Record<DefectTheme, readonly { readonly name: string }[]>>) =>
    [
      'Défauts possibles, par thème :',
      ...Object.entries(THEMES).map(
        ([theme, label]) => `${label} : ${themes[theme as DefectTheme].map(({ name }) => name).join(', ')}.`,
      ),
    ].join('\n\n'),
  made: (count: number, folder: string) =>
    count === 1 ? `Portfolio fictif créé : ${folder}` : `${count} portfolios fictifs créés dans ${folder}`,
  progress: (done: number, count: number) => `${done} sur ${count}`,
} as const;
