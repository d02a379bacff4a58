import { computeCoverage, type Coverage } from '../../domain/coverage.ts';
import type { EssPortfolio } from '../../domain/ess-portfolio.ts';
import type { EvidenceFiles } from '../../domain/evidence/files.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import type { Cleared, Prompter, Reply } from '../ports/prompter.ts';
import type { IdSource, PortfolioStore, Workspace } from '../ports/world.ts';
import type { MakeFirstPdf, NoticeCode, WalkDisplay } from '../ports/walk.ts';
import type { ErrorArgs } from '../errors.ts';

export interface WalkTools {
  readonly store: PortfolioStore;
  readonly prompter: Prompter;
  readonly display: WalkDisplay;
  readonly ess: EssPortfolio;
  readonly today: string;
  readonly ids: IdSource;
  readonly makeFirstPdf: MakeFirstPdf | undefined;
  /** Codes of the blocks to stay in; empty means all. */
  readonly blocks: readonly string[];
}

/** How a step ends: go on, go back, leave. */
export type Outcome = 'next' | 'back' | 'quit';
/** `pass`: there was nothing to ask, the way taken goes on; `again`: the answer cannot be, ask once more. */
export type Step = () => Promise<Outcome | 'pass' | 'again'>;

/** One sitting. The document on disk is the only state that outlives it. */
export class WalkSession {
  readonly tools: WalkTools;
  workspace: Workspace;
  /** `activity.field` of questions passed in this sitting: not asked twice. */
  readonly passed = new Set<string>();

  constructor(tools: WalkTools, workspace: Workspace) {
    this.tools = tools;
    this.workspace = workspace;
  }

  get portfolio(): Portfolio {
    return this.workspace.portfolio;
  }

  get prompter(): Prompter {
    return this.tools.prompter;
  }

  /** Changes the document and keeps it: when this returns, a kill loses nothing. */
  async save(edit: (portfolio: Portfolio) => Portfolio): Promise<void> {
    this.workspace = await this.tools.store.save(this.workspace, edit(this.portfolio));
  }

  /** Saves an answer, or removes one that was emptied; a question that was left still keeps what was typed. */
  async record<T>(
    reply: Reply<T> | Cleared,
    save: (value: T) => Promise<unknown>,
    remove?: () => Promise<unknown>,
  ): Promise<Outcome> {
    if (reply.kind === 'clear') await remove?.();
    if (reply.kind === 'skip' || reply.kind === 'clear') return 'next';
    if (reply.kind !== 'answer') return reply.kind;
    await save(reply.value);
    return reply.leaving ?? 'next';
  }

  inspect(): Promise<EvidenceFiles> {
    return this.tools.store.inspectEvidence(this.workspace);
  }

  async coverage(): Promise<Coverage> {
    const { referential, portfolio } = this.workspace;
    return computeCoverage({ referential, portfolio, files: await this.inspect() });
  }

  notice(code: NoticeCode, args: ErrorArgs = {}): void {
    this.tools.display.show({ kind: 'notice', code, args });
  }
}

/**
 * Runs steps in order. « Revenir » goes to the step before, over those that had nothing to ask; from the first it leaves
 * with `back`. `from` starts further on (a draft that was cut short).
 */
export const runSteps = async (steps: readonly Step[], from = 0): Promise<Outcome> => {
  let index = from;
  let direction: 1 | -1 = 1;
  while (index < steps.length) {
    if (index < 0) return 'back';
    const outcome = await steps[index]?.();
    if (outcome === 'quit') return 'quit';
    if (outcome === 'next') direction = 1;
    if (outcome === 'back') direction = -1;
    if (outcome !== 'again') index += direction;
  }
  return 'next';
};
