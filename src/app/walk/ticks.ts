import { linkCompetence, replaceEntity } from '../../domain/edits.ts';
import {
  blocksToWalk,
  firstOpenScreen,
  tickedIn,
  tickScreens,
  type TickScreen,
} from '../../domain/inventory.ts';
import type { Activity } from '../../domain/portfolio.ts';
import { competenceKey, type Referential } from '../../domain/referential.ts';
import type { Outcome, WalkSession } from './session.ts';

/** Block by block and activity by activity, the competences it may show, by short title. `fromStart`: every screen again. */
export const walkTicks = async (session: WalkSession, fromStart: boolean): Promise<Outcome> => {
  const { referential } = session.workspace;
  const blocks = blocksToWalk(referential, session.portfolio, session.tools.blocks);
  const screens = (): TickScreen[] => tickScreens(blocks, session.portfolio.activities);
  const count = session.portfolio.activities.length;
  session.notice('ticks');
  let index = fromStart ? 0 : firstOpenScreen(referential, screens());
  let shown: string | undefined;
  while (index < screens().length) {
    if (index < 0) return 'back';
    const screen = screens()[index];
    if (screen === undefined) return 'next';
    if (screen.block.code !== shown) session.tools.display.show({ kind: 'block', block: screen.block });
    shown = screen.block.code;
    const outcome = await askTicks(session, screen, (index % count) + 1, count);
    if (outcome === 'quit') return 'quit';
    index += outcome === 'back' ? -1 : 1;
  }
  return 'next';
};

const askTicks = async (
  session: WalkSession,
  screen: TickScreen,
  position: number,
  total: number,
): Promise<Outcome> => {
  const { block, activity } = screen;
  const { referential } = session.workspace;
  const reply = await session.prompter.tick({
    key: 'inventory.tick',
    args: { title: activity.title, block: block.short, position, total },
    choices: block.competences.map(({ id, short, asks }) => ({ value: id, label: short, hint: asks })),
    ticked: tickedIn(referential, screen),
  });
  return session.record(reply, (chosen) =>
    session.save((portfolio) =>
      replaceEntity(
        portfolio,
        'activities',
        tickCompetences(referential, activity, block.competences, chosen),
      ),
    ),
  );
};

/** Adds what was ticked and takes away what was unticked in this block; other blocks and their sentences stay. */
const tickCompetences = (
  referential: Referential,
  activity: Activity,
  competences: readonly { readonly id: string }[],
  chosen: readonly string[],
): Activity => {
  const key = competenceKey(referential);
  const here = new Set(competences.map(({ id }) => id));
  const kept = activity.competences.filter(({ id }) => {
    const full = key(id);
    return !here.has(full) || chosen.includes(full);
  });
  const known = new Set(kept.map(({ id }) => key(id)));
  return chosen
    .filter((id) => !known.has(id))
    .reduce((next, id) => linkCompetence(next, key, id), { ...activity, competences: kept });
};
