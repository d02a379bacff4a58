import type { ProofVerdict } from '../app/ports/source.ts';
import { words } from '../catalogue/index.ts';
import type { SourceManifest } from '../domain/documents/source/manifest.ts';
import { createPage } from './page.ts';
import type { Terminal } from './terminal.ts';
import { jsonDocument } from './json-document.ts';

export interface SourceVerdict {
  readonly file: string;
  readonly manifest: SourceManifest;
  /** Absent where nobody said in which folder to look. */
  readonly folder: string | undefined;
  readonly proofs: readonly ProofVerdict[] | undefined;
}

/** In the order a person settles them. */
const TROUBLES = ['missing', 'altered', 'unrecorded'] as const;

/** For people: the verdict, then each proof that is not the one the document lists. */
export const sourceReport = (
  { file, manifest, folder, proofs }: SourceVerdict,
  terminal: Terminal,
): string => {
  const said = words.source.verified;
  const page = createPage(terminal);
  page.title(said.title(file));
  page.say(said.whole(manifest.document, manifest.date, manifest.files.length));
  if (proofs === undefined || folder === undefined) {
    page.say(said.listed(manifest.proofs.length, file));
    return page.text();
  }
  const intact = proofs.filter(({ standing }) => standing === 'intact').length;
  page.say(said.found(intact, proofs.length, folder));
  for (const trouble of TROUBLES) {
    const found = proofs.filter(({ standing }) => standing === trouble);
    if (found.length === 0) continue;
    page.head(`${said.heads[trouble]} (${found.length})`);
    for (const { annex, id, title, path } of found) page.item(said.proof(annex, id, title, path));
    page.say(said.hints[trouble], 1);
  }
  return page.text();
};

/** For machines: every proof listed, with its standing where a folder was looked at. */
export const sourceDocument = ({ file, manifest, folder, proofs }: SourceVerdict): string => {
  const { document, blocks, date } = manifest;
  const found = { file, document, blocks, date, folder: folder ?? null, proofs: proofs ?? manifest.proofs };
  return jsonDocument({ version: 1, target: 'pdf', ...found });
};
