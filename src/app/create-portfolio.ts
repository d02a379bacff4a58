import { Portfolio } from '../domain/portfolio.ts';
import type { Permission } from '../domain/referential/registration.ts';
import { AcquisError } from './errors.ts';
import { requireOpenCertification } from './open-certification.ts';
import type { IdSource, PortfolioStore, ReferentialSource, Workspace } from './ports/world.ts';
import { requireBlock } from './require-block.ts';

export interface NewPortfolio {
  readonly folder: string;
  /** A code, in any case. */
  readonly certification: string;
  readonly name: string;
  /** Codes or their last part (`BC02`); empty for the whole certification. */
  readonly blocks: readonly string[];
  /** Day of the recevabilité, `YYYY-MM-DD`. */
  readonly eligible?: string | undefined;
  readonly stage?: Portfolio['stage'] | undefined;
}

export interface CreationContext {
  readonly store: PortfolioStore;
  readonly referentials: ReferentialSource;
  readonly ids: IdSource;
  readonly today: string;
}

/** Makes the folder of a certification that may still be aimed at; `permission` is what has to be said first. */
export const createPortfolio = async (
  { store, referentials, ids, today }: CreationContext,
  { folder, certification, name, blocks, eligible, stage }: NewPortfolio,
): Promise<{ workspace: Workspace; permission: Permission }> => {
  const referential = await referentials.find(certification);
  if (referential === undefined) {
    const known = (await referentials.list()).map(({ code }) => code).join(', ');
    throw new AcquisError('usage', 'unknown-certification', { code: certification, known });
  }
  const permission = requireOpenCertification(referential, today, eligible);
  const portfolio = Portfolio.parse({
    version: 1,
    id: ids.newId(),
    certification: referential.code,
    stage,
    target: { blocks: [...new Set(blocks.map((typed) => requireBlock(referential, typed)))] },
    dates: { eligible },
    candidate: { name },
  });
  return { workspace: await store.create(folder, portfolio, referential), permission };
};
