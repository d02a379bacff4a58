/**
 * The first walk takes stock before it digs. Where it stands is read from the document itself, so that a walk that was
 * cut short goes on at the same place and no second state can contradict the first.
 */
import { NARRATIVE_FIELDS, type Activity, type Portfolio } from './portfolio.ts';
import { resolveBlockCode, resolveCompetenceId, type Block, type Referential } from './referential.ts';

export const INVENTORY_STAGES = ['experiences', 'activities', 'ticks', 'transversal'] as const;
export type InventoryStage = (typeof INVENTORY_STAGES)[number];

/** With that many titles the list may be finished. */
const ENOUGH_ACTIVITIES = 8;

/** Nothing has been told in depth nor proved yet: the inventory still is the thing to do. */
export const isInventoryOpen = ({ activities, evidence }: Portfolio): boolean =>
  evidence.length === 0 && activities.every((activity) => !isBegun(activity));

const isBegun = (activity: Activity): boolean =>
  NARRATIVE_FIELDS.some((field) => activity[field] !== undefined) ||
  activity.competences.some(({ claim }) => claim !== undefined);

/** Blocks the candidate presents and does not hold yet. */
export const blocksToWalk = (
  referential: Referential,
  { target }: Portfolio,
  only: readonly string[] = [],
): Block[] => {
  const names = (list: readonly string[], code: string): boolean =>
    list.some((typed) => resolveBlockCode(referential, typed) === code);
  const acquired = target.acquired.map(({ block }) => block);
  return referential.blocks.filter(
    ({ code }) =>
      !names(acquired, code) &&
      (target.blocks.length === 0 || names(target.blocks, code)) &&
      (only.length === 0 || only.includes(code)),
  );
};

/** One screen of the ticking: which competences of a block an activity may show. */
export interface TickScreen {
  readonly block: Block;
  readonly activity: Activity;
}

export const tickScreens = (blocks: readonly Block[], activities: readonly Activity[]): TickScreen[] =>
  blocks.flatMap((block) => activities.map((activity) => ({ block, activity })));

export const tickedIn = (referential: Referential, { block, activity }: TickScreen): string[] => {
  const linked = new Set(activity.competences.map(({ id }) => resolveCompetenceId(referential, id) ?? id));
  return block.competences.map(({ id }) => id).filter((id) => linked.has(id));
};

/** The first screen behind the last one where something was ticked; `screens.length` when none is left. */
export const firstOpenScreen = (referential: Referential, screens: readonly TickScreen[]): number =>
  screens.findLastIndex((screen) => tickedIn(referential, screen).length > 0) + 1;

/** Where the inventory goes on, in the blocks `only` names (all, when empty); undefined when it is done. */
export const inventoryStage = (
  referential: Referential,
  portfolio: Portfolio,
  only: readonly string[] = [],
): InventoryStage | undefined => {
  if (portfolio.activities.length === 0) return 'experiences';
  const screens = tickScreens(blocksToWalk(referential, portfolio, only), portfolio.activities);
  const open = firstOpenScreen(referential, screens);
  if (open === 0) return portfolio.activities.length < ENOUGH_ACTIVITIES ? 'activities' : 'ticks';
  if (open < screens.length) return 'ticks';
  return portfolio.essProfile.transversal.length < 7 ? 'transversal' : undefined;
};
