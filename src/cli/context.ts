import type { Clock, IdSource, PortfolioStore, ReferentialSource } from '../app/ports.ts';
import type { Terminal } from '../output/terminal.ts';

/** What a command may use; adapters are loaded the first time one is asked for. */
export interface Cli {
  readonly terminal: Terminal;
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly ids: IdSource;
  store(): Promise<PortfolioStore>;
  referentials(): Promise<ReferentialSource>;
  /** Sets the process's exit status when the command ends without failing (`check`: 1 on findings). */
  endWith(code: number): void;
}
