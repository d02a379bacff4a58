import { PIECE_DOCUMENTS } from '../referential/vae-section.ts';
import { resolveBlockCode, type Block } from '../referential.ts';
import {
  DOCUMENT_ALIASES,
  DOCUMENT_IDS,
  DOCUMENTS,
  stageOf,
  type DocumentCall,
  type DocumentId,
} from './registry.ts';

export interface ChosenDocument {
  readonly id: DocumentId;
  /** Full codes of the blocks it shows; none means every open block. */
  readonly blocks: readonly string[];
  /** False for one made only because somebody named it: the fiche judges none of these blocks on it. */
  readonly called: boolean;
}

/** What may be named where documents are asked for. */
export const DOCUMENT_NAMES = [...DOCUMENT_IDS, ...Object.keys(DOCUMENT_ALIASES), 'all'] as const;

/** The documents some names mean, none or `all` meaning whatever is called for. */
export const namedDocuments = (names: readonly string[]): readonly DocumentId[] | 'all' =>
  names.length === 0 || names.includes('all')
    ? 'all'
    : DOCUMENT_IDS.filter((id) => names.some((name) => (DOCUMENT_ALIASES[name] ?? name) === id));

/**
 * The open blocks that call for a document: by what the certifier asks of VAE candidates where that is known, even if it
 * leaves a document out; else by the document's own rule, which reads the fiche.
 */
const callersOf = (id: DocumentId, call: DocumentCall): readonly Block[] => {
  const { referential, open } = call;
  const { vae } = referential;
  if (vae === undefined || !PIECE_DOCUMENTS.some((piece) => piece === id))
    return DOCUMENTS[id].calledBy(call);
  const pieces = vae.pieces.filter(({ document }) => document === id);
  return open.filter(({ code }) =>
    pieces.some(
      ({ blocks }) =>
        blocks.length === 0 || blocks.some((typed) => resolveBlockCode(referential, typed) === code),
    ),
  );
};

/**
 * The documents to make, in the registry's order. Under `all`: those that are called for, each over the blocks that call
 * for it. One that is named is made in any case: over the blocks asked for, else those that call for it, else all.
 * `only`: full codes of the blocks asked for; none means no wish.
 */
export const chooseDocuments = (
  asked: readonly DocumentId[] | 'all',
  call: DocumentCall,
  only: readonly string[],
): readonly ChosenDocument[] =>
  DOCUMENT_IDS.filter((id) => asked === 'all' || asked.includes(id)).flatMap((id) => {
    const calling = callersOf(id, call)
      .map(({ code }) => code)
      .filter((code) => only.length === 0 || only.includes(code));
    const called = calling.length > 0;
    if (asked === 'all')
      return called && stageOf(id) === call.portfolio.stage
        ? [{ id, blocks: shortest(calling, only, call), called }]
        : [];
    return [{ id, blocks: only.length > 0 ? only : shortest(calling, only, call), called }];
  });

/** All open blocks, unless somebody asked for them by name, is no restriction: their activities without a competence stay. */
const shortest = (
  blocks: readonly string[],
  only: readonly string[],
  { open }: DocumentCall,
): readonly string[] => (only.length === 0 && blocks.length === open.length ? [] : blocks);
