/** What templates of somebody's own may take while they run, and where they failed. */
import type { DefectCode } from '../../app/defects.ts';
import type { ErrorArgs } from '../../app/errors.ts';

/** A dossier of 120 pages takes less than one. */
const MOST_MS = 10_000;
const MOST_CALLS = 300_000;
/** Characters that partials gave back, again and again where they stand in one another. */
const MOST_CHARACTERS = 40_000_000;

/** A failure inside a template, on its way to whoever knows the file. */
export class TemplateFault extends Error {
  readonly code: DefectCode;
  readonly line: number | undefined;
  readonly found: string | undefined;
  readonly args: ErrorArgs;
  file: string | undefined;

  constructor(code: DefectCode, place: { line?: number | undefined; found?: string; args?: ErrorArgs } = {}) {
    super(code);
    this.code = code;
    this.line = place.line;
    this.found = place.found;
    this.args = place.args ?? {};
  }
}

export interface Budget {
  begin(): void;
  call(): void;
  weigh(characters: number): void;
}

export const createBudget = (): Budget => {
  let [calls, characters, until] = [0, 0, 0];
  return {
    begin: () => {
      [calls, characters, until] = [0, 0, performance.now() + MOST_MS];
    },
    call: () => {
      calls += 1;
      if (calls > MOST_CALLS || (calls % 64 === 0 && performance.now() > until))
        throw new TemplateFault('template-slow', { args: { seconds: MOST_MS / 1000 } });
    },
    weigh: (more) => {
      characters += more;
      if (characters > MOST_CHARACTERS)
        throw new TemplateFault('template-output', { args: { limit: MOST_CHARACTERS / 1_000_000 } });
    },
  };
};
