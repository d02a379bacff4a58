import type { Portfolio } from '../portfolio.ts';
import type { Block, Referential } from '../referential.ts';
import { blockMark } from './marks.ts';
import type { BlockLabel, Cover, Identity } from './model.ts';
import type { Scope } from './scope.ts';

export const blockLabel = (referential: Referential, block: Block): BlockLabel => ({
  code: blockMark(referential, block),
  kind: block.kind,
  title: block.title,
});

/** `shown`: the blocks the document is about, where they are fewer than the certification's. */
export const coverOf = (
  { candidate }: Portfolio,
  referential: Referential,
  shown: readonly Block[],
  date: string,
): Cover => ({
  candidate: candidate.name,
  certification: { code: referential.code, title: referential.title },
  certifiers: referential.certifiers.map(({ name, brand }) => brand ?? name),
  blocks:
    shown.length === referential.blocks.length ? [] : shown.map((block) => blockLabel(referential, block)),
  date,
  fictional: candidate.fictional === 'oui',
});

export const identityOf = (
  { candidate, dates }: Portfolio,
  referential: Referential,
  scope: Scope,
): Identity => {
  const { name, birthDate, email, phone, address, postcode, city, degrees } = candidate;
  const locality = [postcode, city].filter((part) => part !== undefined).join(' ');
  return {
    name,
    birthDate,
    email,
    phone,
    address: [...(address ?? '').split('\n'), locality].filter((line) => line.trim() !== ''),
    degrees,
    certification: {
      code: referential.code,
      title: referential.title,
      level: referential.level,
      certifiers: referential.certifiers.map(({ name: certifier, brand, siret }) => ({
        name: certifier,
        brand,
        siret,
      })),
    },
    whole: scope.whole,
    blocks: scope.blocks.map((block) => blockLabel(referential, block)),
    acquired: scope.acquired.map(({ block, juryDate, from }) => ({
      ...blockLabel(referential, block),
      juryDate,
      from,
    })),
    eligible: dates.eligible,
  };
};
