import { createGuided, type Given } from '../app/walk/new-portfolio.ts';
import type { Prompter } from '../app/ports/prompter.ts';
import { createWalkDisplay } from '../output/walk-display.ts';
import type { Cli } from './context.ts';

/** Asks in the terminal for what `given` leaves out, then makes the folder. Throws `Cancelled` when the person leaves. */
export const createInTerminal = async (
  cli: Cli,
  prompter: Prompter,
  given: Given,
): ReturnType<typeof createGuided> =>
  createGuided(
    {
      store: await cli.store(),
      referentials: await cli.referentials(),
      ids: cli.ids,
      today: cli.clock.today(),
      prompter,
      display: createWalkDisplay(cli.terminal),
    },
    given,
  );
