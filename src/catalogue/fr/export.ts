import type { DocumentModel } from '../../domain/documents/document.ts';

const names: Record<`${DocumentModel['kind']}-${DocumentModel['audience']}`, string> = {
  'portfolio-jury': 'le portfolio',
  'portfolio-working': 'le portfolio',
  'memoire-jury': 'le mémoire',
  'memoire-working': 'le plan du mémoire',
};

export const exporting = {
  description: 'fabrique les documents : portfolio pour le jury, plan du mémoire',
  options: {
    folder: 'dossier du portfolio (par défaut : le dossier courant)',
    document: 'portfolio, memoire ou all ; répétable, ou liste à virgules (par défaut : all)',
    format: 'pdf ou html ; répétable, ou liste à virgules (par défaut : pdf)',
    out: 'dossier de sortie (par défaut : exports, dans le portfolio)',
    block: 'seulement ces blocs ; répétable, ou liste à virgules',
    at: 'date du document, AAAA-MM-JJ (par défaut : aujourd’hui)',
    browserPath: 'chemin de Chrome ou de Chromium',
    noSandbox: 'sans bac à sable, à vos risques (conteneur sans droits)',
  },
  expected: {
    document: 'portfolio, memoire ou all',
    format: 'pdf ou html',
    date: 'une date AAAA-MM-JJ',
  },
  progress: ({
    kind,
    audience,
    format,
  }: Pick<DocumentModel, 'kind' | 'audience'> & { readonly format: string }) =>
    `Fabrication : ${names[`${kind}-${audience}`]} (${format.toUpperCase()})…`,
  noMemoire: (certification: string) =>
    `Aucun des blocs présentés de ${certification} n’est évalué sur un mémoire : pas de plan de mémoire à fabriquer.`,
} as const;
