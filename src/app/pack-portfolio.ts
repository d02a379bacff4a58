import { choosePackContents, type PackChoice, type PackContents } from '../domain/bag/pack-contents.ts';
import type { Portfolio } from '../domain/portfolio.ts';
import { requireWhole } from './cut-finding.ts';
import { AcquisError } from './errors.ts';
import type { Archives, PackedArchive } from './ports/archive.ts';
import type { PortfolioStore } from './ports/world.ts';
import { withTellingHashes } from './telling-hashes.ts';

export interface PackRequest extends PackChoice {
  readonly folder: string;
  readonly date: string;
  readonly out: string;
  readonly agent: string;
}

export interface PackOutcome {
  readonly archive: PackedArchive;
  readonly portfolio: Portfolio;
  readonly contents: PackContents;
}

const requireKnown = ({ evidence }: Portfolio, without: PackChoice['without']): void => {
  if (without === 'all') return;
  const known = evidence.map(({ id }) => id);
  for (const id of without)
    if (!known.includes(id))
      throw new AcquisError('usage', 'unknown-id', { kind: 'evidence', id, known: known.join(', ') });
};

/** Packs a sound portfolio and proofs that are what was recorded; anything else is refused by name. */
export const packPortfolio = async (
  { store, archives }: { readonly store: PortfolioStore; readonly archives: Archives },
  { folder, date, out, agent, ...choice }: PackRequest,
): Promise<PackOutcome> => {
  const workspace = await store.open(folder);
  requireWhole(workspace);
  const { portfolio } = workspace;
  requireKnown(portfolio, choice.without);
  const pictures = await store.inspectPictures(workspace);
  const contents = choosePackContents(
    await withTellingHashes(store, workspace),
    await store.inspectEvidence(workspace),
    choice,
  );
  if (contents.broken.length > 0)
    throw new AcquisError(
      'data',
      'pack-proofs',
      {
        count: contents.broken.length,
        ids: [...new Set(contents.broken.map(({ id }) => id))].join(','),
      },
      {
        details: contents.broken.map(({ id, path, state }) => ({
          file: path,
          path: '',
          code: 'pack-proof' as const,
          args: { id, state },
        })),
      },
    );
  for (const { id, organigramme } of portfolio.organisations)
    if (organigramme && pictures.get(id)?.state === 'altered')
      throw new AcquisError('data', 'pack-organigramme', { id, file: organigramme.file });
  const archive = await archives.pack(workspace, { contents, extras: choice.extras, date, out, agent });
  return { archive, portfolio, contents };
};
