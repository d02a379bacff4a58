import { fileNameOf, type DocumentModel } from '../../domain/documents/document.ts';
import type { DocumentInput } from '../../domain/documents/document-input.ts';
import { shownFile } from '../../domain/evidence/shown-file.ts';
import {
  carriesSource,
  shownPortfolio,
  type CarryingDocument,
} from '../../domain/documents/source/shown-portfolio.ts';
import type { PortfolioStore, Workspace } from '../ports/world.ts';
import type { Attachment } from '../ports/source.ts';

/** What each document carries; one that is no document for a jury, or shows sentences torn from texts, has no entry. */
export type Sources = ReadonlyMap<DocumentModel, readonly Attachment[]>;

/** `inputs`: what each document was built from. */
export const sourcesOf = async (
  store: PortfolioStore,
  workspace: Workspace,
  models: readonly DocumentModel[],
  inputs: ReadonlyMap<DocumentModel, DocumentInput>,
): Promise<{ readonly sources: Sources; readonly without: readonly string[] }> => {
  const sources = new Map<DocumentModel, readonly Attachment[]>();
  const without: string[] = [];
  for (const model of models) {
    const input = inputs.get(model);
    if (input === undefined || !carriesSource(model)) {
      without.push(fileNameOf(model));
      continue;
    }
    const { referential, blocks = [], date } = input;
    const hashes = await store.hashProofs(workspace, unhashed(model, input));
    const shown = shownPortfolio(model, input, hashes);
    sources.set(model, await store.carry({ shown, referential, model, blocks, date }));
  }
  return { sources, without };
};

/** Files written down by hand may have no hash on record; what the document lists is to be recognised all the same. */
const unhashed = ({ annexes }: CarryingDocument, { portfolio }: DocumentInput): string[] => {
  const listed = new Set(annexes.map(({ id }) => id));
  return portfolio.evidence
    .filter(({ id }) => listed.has(id))
    .flatMap((evidence) => {
      const file = shownFile(evidence);
      return file !== undefined && file.sha256 === undefined ? [file.path] : [];
    });
};
