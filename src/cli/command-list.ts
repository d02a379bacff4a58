import type { Command } from 'commander';
import type { words } from '../catalogue/index.ts';
import type { Cli } from './context.ts';

type Declare = (parent: Command, cli: Cli) => void;

interface ListedCommand {
  /** Under which heading the help lists it. */
  readonly group: keyof typeof words.program.groups;
  /** Any of them names it. */
  readonly names: readonly string[];
  /** It speaks of every command, so all are declared where it is named. */
  readonly needsAll?: true;
  readonly load: () => Promise<Declare>;
}

/** In the order of the help, with the words that name each: declared when named, since a run needs one of them. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    group: 'tell',
    names: ['init', 'nouveau'],
    load: async () => (await import('./commands/init.ts')).declareInit,
  },
  {
    group: 'tell',
    names: ['walk', 'entretien'],
    load: async () => (await import('./commands/walk.ts')).declareWalk,
  },
  {
    group: 'tell',
    names: ['portfolio'],
    load: async () => (await import('./commands/portfolio.ts')).declarePortfolio,
  },
  {
    group: 'tell',
    names: [
      'organisation',
      'experience',
      'expérience',
      'activity',
      'activite',
      'activité',
      'evidence',
      'preuve',
    ],
    load: async () => (await import('./commands/entities.ts')).declareEntities,
  },
  {
    group: 'tell',
    names: ['document'],
    load: async () => (await import('./commands/worksheet.ts')).declareDocument,
  },
  {
    group: 'tell',
    names: ['pseudonym', 'pseudonyme'],
    load: async () => (await import('./commands/pseudonym.ts')).declarePseudonym,
  },
  {
    group: 'make',
    names: ['check', 'bilan'],
    load: async () => (await import('./commands/check.ts')).declareCheck,
  },
  {
    group: 'make',
    names: ['preview', 'apercu', 'aperçu'],
    load: async () => (await import('./commands/preview.ts')).declarePreview,
  },
  {
    group: 'make',
    names: ['export', 'exporter'],
    load: async () => (await import('./commands/export.ts')).declareExport,
  },
  {
    group: 'make',
    names: ['templates', 'modeles', 'modèles'],
    load: async () => (await import('./commands/templates.ts')).declareTemplates,
  },
  {
    group: 'make',
    names: ['deposit', 'depot', 'dépôt'],
    load: async () => (await import('./commands/deposit.ts')).declareDeposit,
  },
  {
    group: 'share',
    names: ['review', 'relecture'],
    load: async () => (await import('./commands/review.ts')).declareReview,
  },
  {
    group: 'share',
    names: ['pack', 'paquet'],
    load: async () => (await import('./commands/pack.ts')).declarePack,
  },
  {
    group: 'share',
    names: ['restore', 'restaurer'],
    load: async () => (await import('./commands/restore.ts')).declareRestore,
  },
  {
    group: 'share',
    names: ['verify', 'integrite', 'intégrité'],
    load: async () => (await import('./commands/verify.ts')).declareVerify,
  },
  {
    group: 'many',
    names: ['batch', 'lot'],
    load: async () => (await import('./commands/batch.ts')).declareBatch,
  },
  {
    group: 'many',
    names: ['cohort', 'cohorte'],
    load: async () => (await import('./commands/cohort.ts')).declareCohort,
  },
  {
    group: 'back',
    names: ['undo', 'annuler'],
    load: async () => (await import('./commands/undo.ts')).declareUndo,
  },
  {
    group: 'back',
    names: ['erase', 'effacer'],
    load: async () => (await import('./commands/erase.ts')).declareErase,
  },
  {
    group: 'around',
    names: ['referential', 'referentiel'],
    load: async () => (await import('./commands/referential.ts')).declareReferential,
  },
  {
    group: 'around',
    names: ['sample', 'exemple'],
    load: async () => (await import('./commands/sample.ts')).declareSample,
  },
  {
    group: 'around',
    names: ['doctor', 'diagnostic'],
    load: async () => (await import('./commands/doctor.ts')).declareDoctor,
  },
  {
    group: 'around',
    names: ['browser'],
    load: async () => (await import('./commands/browser.ts')).declareBrowser,
  },
  {
    group: 'around',
    names: ['schema'],
    load: async () => (await import('./commands/schema.ts')).declareSchema,
  },
  {
    group: 'around',
    names: ['completion', 'complétion'],
    needsAll: true,
    load: async () => (await import('./commands/completion.ts')).declareCompletion,
  },
];
