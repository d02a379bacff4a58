import type { AcquisError, ErrorCode } from '../../app/errors.ts';
import type { Severity } from '../../domain/findings.ts';
import { errors } from './errors.ts';
import type { Sentence } from './sentence.ts';

/** Where a command would have to be run again, the page comes by itself. */
const HINTS: Readonly<Partial<Record<ErrorCode, string>>> = {
  'invalid-portfolio': 'Corrigez ce qui est indiqué et enregistrez : la page suivra d’elle-même.',
  'invalid-templates':
    'Corrigez ce qui est indiqué et enregistrez : la page suivra d’elle-même ; acquis templates copy donne les champs et les aides.',
  'templates-changed': 'Rien à faire : la page suivra d’elle-même.',
  'not-a-portfolio': 'Remettez portfolio.yaml à sa place : la page reviendra d’elle-même.',
  'cannot-read': 'Vérifiez le chemin et les droits : la page reviendra d’elle-même.',
};

/** The live view in the browser. */
export const preview = {
  description: 'montre les documents dans le navigateur pendant que vous écrivez, avec le bilan à côté',
  options: {
    folder: 'dossier du portfolio (par défaut : le dossier courant)',
    document: 'les documents à montrer, comme pour export (par défaut : tous)',
    port: 'port de l’adresse 127.0.0.1 (par défaut : un port libre)',
    at: 'date du document, AAAA-MM-JJ (par défaut : aujourd’hui)',
  },
  expected: { port: 'un nombre de 1 à 65535' },
  serving: 'Ouvrez cette adresse dans votre navigateur ; la page suit vos modifications. Ctrl-C arrête.',
  shown: 'Page à jour.',
  title: (document: string) => (document === '' ? 'Aperçu' : `Aperçu : ${document}`),
  panel: 'Bilan et documents',
  frame: 'Le document',
  documents: 'Documents',
  upToDate: 'À jour.',
  toCorrect: 'À corriger, voir ci-dessous.',
  lost: 'L’aperçu est arrêté : relancez acquis preview.',
  waiting: 'La page viendra dès que le fichier sera lisible.',
  failure: ({ code, args }: Pick<AcquisError, 'code' | 'args'>): Sentence => {
    const { message, hint } = errors[code](args);
    return { message, hint: HINTS[code] ?? hint };
  },
  broken: 'À corriger',
  keptPage: 'La page montre la dernière version lisible.',
  nothing: 'Rien à signaler.',
  severities: {
    error: (count: number) => (count > 1 ? `${count} erreurs` : 'Une erreur'),
    gap: (count: number) => (count > 1 ? `${count} manques` : 'Un manque'),
    warning: (count: number) => (count > 1 ? `${count} points d’attention` : 'Un point d’attention'),
    info: (count: number) => (count > 1 ? `${count} remarques` : 'Une remarque'),
  } satisfies Record<Severity, (count: number) => string>,
} as const;
