/** Every document there is: who calls for it and how it is built. Adding one is adding a line here and a folder of templates. */
import type { Portfolio } from '../portfolio.ts';
import { blocksAssessedBy, type AssessmentKind, type Block, type Referential } from '../referential.ts';
import { annexFileOf } from './annex-file.ts';
import { buildCoverageDocument } from './coverage-document.ts';
import type { DocumentModel } from './document.ts';
import type { DocumentInput } from './document-input.ts';
import { ECRIT_REFLEXIF_PLAN } from './ecrit-reflexif-plan.ts';
import { buildFeasibilityDocument } from './feasibility-document.ts';
import { MEMOIRE_PLAN } from './memoire-plan.ts';
import { buildPlanDocument } from './plan-document.ts';
import { buildPreparationSheet } from './sheets/preparation-sheet.ts';
import { buildSoutenance } from './sheets/soutenance.ts';
import { buildToldDocument } from './told-document.ts';

export interface DocumentCall {
  readonly portfolio: Portfolio;
  readonly referential: Referential;
  /** Aimed at and not yet acquired. */
  readonly open: readonly Block[];
}

export interface DocumentDefinition {
  /** The open blocks that call for it; none, and it is made only when somebody names it. */
  calledBy(call: DocumentCall): readonly Block[];
  /** One file or several, in the order they are written. */
  build(input: DocumentInput): readonly DocumentModel[];
  /** Under `all` it is made at this stage alone; `validation` unless said. */
  readonly stage?: Portfolio['stage'];
  /** True where `build` needs `standing`: proofs are then counted and every rule is run. */
  readonly readsStanding?: true;
}

/** Open blocks that the fiche judges on a kind of document. */
const assessedBy =
  (...kinds: readonly AssessmentKind[]) =>
  ({ referential, open }: DocumentCall): readonly Block[] => {
    const called = new Set(kinds.flatMap((kind) => blocksAssessedBy(referential, kind)));
    return open.filter((block) => called.has(block));
  };

/** A sheet that prepares what a block is judged on and no text replaces. */
const sheetFor = (kind: 'etude-de-cas' | 'mise-en-situation'): DocumentDefinition => ({
  calledBy: assessedBy(kind),
  build: (input) => [buildPreparationSheet(input, { kind, document: kind, minutes: undefined })],
});

/** The dossier, and behind it the file of its annexes where they go apart. */
const buildDossier = (input: DocumentInput): DocumentModel[] => {
  const dossier = buildToldDocument('dossier-validation', input);
  const annexes = dossier.bound === 'fichier' ? annexFileOf(dossier) : undefined;
  return annexes ? [dossier, annexes] : [dossier];
};

/** In the order they are made. */
export const DOCUMENTS = {
  faisabilite: {
    stage: 'faisabilite',
    calledBy: ({ open }) => open,
    build: (input) => [buildFeasibilityDocument(input)],
  },
  'dossier-validation': {
    // What most certifiers read in VAE, whatever the modes of the fiche.
    calledBy: ({ open }) => open,
    build: buildDossier,
  },
  portfolio: {
    calledBy: assessedBy('portfolio'),
    build: (input) => [buildToldDocument('portfolio', input)],
  },
  memoire: {
    calledBy: assessedBy('memoire'),
    build: (input) => [buildPlanDocument(MEMOIRE_PLAN, input)],
  },
  'ecrit-reflexif': {
    calledBy: assessedBy('ecrit-reflexif'),
    build: (input) => [buildPlanDocument(ECRIT_REFLEXIF_PLAN, input)],
  },
  soutenance: {
    calledBy: assessedBy('soutenance', 'epreuve-orale'),
    build: buildSoutenance,
  },
  'etude-de-cas': sheetFor('etude-de-cas'),
  'mise-en-situation': sheetFor('mise-en-situation'),
  /** Last, since it speaks of the others. */
  couverture: {
    calledBy: ({ open }) => open,
    build: (input) => (input.standing ? [buildCoverageDocument(input, input.standing)] : []),
    readsStanding: true,
  },
} as const satisfies Readonly<Record<string, DocumentDefinition>>;

export type DocumentId = keyof typeof DOCUMENTS;
export const DOCUMENT_IDS = Object.keys(DOCUMENTS) as readonly DocumentId[];

/** What people also call some of them. */
export const DOCUMENT_ALIASES: Readonly<Record<string, DocumentId>> = {
  livret2: 'dossier-validation',
  'livret-2': 'dossier-validation',
};

/** Whether a document says where the portfolio stands, which takes the disk and every rule to know. */
export const readsStanding = (id: DocumentId): boolean => {
  const definition: DocumentDefinition = DOCUMENTS[id];
  return definition.readsStanding === true;
};

/** The stage at which `all` makes a document. */
export const stageOf = (id: DocumentId): Portfolio['stage'] => {
  const definition: DocumentDefinition = DOCUMENTS[id];
  return definition.stage ?? 'validation';
};
