import type { Portfolio } from '../portfolio.ts';
import { resolveBlockCode, resolveCompetenceId, type Block, type Referential } from '../referential.ts';

export interface AcquiredBlock {
  readonly block: Block;
  /** Day, month or year of the jury, as precise as the candidate knows it. */
  readonly juryDate: string | undefined;
  readonly from: string | undefined;
}

/** What a document is about: the blocks to be shown, those already obtained, and whether all of them are aimed at. */
export interface Scope {
  readonly whole: boolean;
  /** Blocks the document shows: targeted, not yet acquired, and asked for. */
  readonly blocks: readonly Block[];
  readonly acquired: readonly AcquiredBlock[];
  /** True when the reader asked for some blocks only. */
  readonly restricted: boolean;
}

/** Blocks the candidate aims at and has not obtained yet, in register order. */
export const openBlocks = (portfolio: Portfolio, referential: Referential): readonly Block[] => {
  const codes = (typed: readonly string[]) =>
    new Set(typed.map((code) => resolveBlockCode(referential, code) ?? code));
  const aimed = codes(portfolio.target.blocks);
  const acquired = codes(portfolio.target.acquired.map((entry) => entry.block));
  return referential.blocks.filter(
    (block) => (aimed.size === 0 || aimed.has(block.code)) && !acquired.has(block.code),
  );
};

/** `only` holds full block codes; codes that are not open are the caller's to refuse, here they are left out. */
export const scopeOf = (
  portfolio: Portfolio,
  referential: Referential,
  only: readonly string[] = [],
): Scope => {
  const open = openBlocks(portfolio, referential);
  const acquired = portfolio.target.acquired.flatMap(({ block: code, juryDate, from }) => {
    const block = referential.blocks.find(
      (candidate) => candidate.code === resolveBlockCode(referential, code),
    );
    return block ? [{ block, juryDate, from }] : [];
  });
  return {
    whole:
      open.length + new Set(acquired.map((entry) => entry.block.code)).size === referential.blocks.length,
    blocks: only.length === 0 ? open : open.filter((block) => only.includes(block.code)),
    acquired,
    restricted: only.length > 0,
  };
};

/** A resolver that remembers: documents look the same few ids up hundreds of times. */
export const competenceResolver = (referential: Referential): ((typed: string) => string | undefined) => {
  const known = new Map<string, string | undefined>();
  return (typed) => {
    if (!known.has(typed)) known.set(typed, resolveCompetenceId(referential, typed));
    return known.get(typed);
  };
};
