import type { DocumentCall, DocumentId } from './registry.ts';
import { DOCUMENT_IDS, DOCUMENTS } from './registry.ts';

export interface ChosenDocument {
  readonly id: DocumentId;
  /** Full codes of the blocks it shows; none means every open block. */
  readonly blocks: readonly string[];
  /** False for one made only because somebody named it: the fiche judges none of these blocks on it. */
  readonly called: boolean;
}

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
    const calling = DOCUMENTS[id]
      .calledBy(call)
      .map(({ code }) => code)
      .filter((code) => only.length === 0 || only.includes(code));
    const called = calling.length > 0;
    if (asked === 'all') return called ? [{ id, blocks: shortest(calling, only, call), called }] : [];
    return [{ id, blocks: only.length > 0 ? only : shortest(calling, only, call), called }];
  });

/** All open blocks, unless somebody asked for them by name, is no restriction: their activities without a competence stay. */
const shortest = (
  blocks: readonly string[],
  only: readonly string[],
  { open }: DocumentCall,
): readonly string[] => (only.length === 0 && blocks.length === open.length ? [] : blocks);
