import { isInventoryOpen } from '../../domain/inventory.ts';
import { proposeSteps, stepOn } from '../../domain/next-step.ts';
import { requireOpenCertification } from '../open-certification.ts';
import { walkCompetence } from './competence.ts';
import { resumeEvidence } from './evidence.ts';
import { walkInventory } from './inventory.ts';
import { reviewWhatIsNew } from './review.ts';
import { walkThreadsAtStart } from './threads.ts';
import { WalkSession, type Outcome, type WalkTools } from './session.ts';

/**
 * The guided interview on one folder, until the person leaves or nothing is left to propose. Every answer is on the disk
 * before the next question; where it goes on is read from the document.
 */
export const walkPortfolio = async (folder: string, tools: WalkTools): Promise<void> => {
  const workspace = await tools.store.open(folder);
  const { referential, portfolio } = workspace;
  const permission = requireOpenCertification(referential, tools.today, portfolio.dates.eligible);
  if (permission.reason !== 'open') tools.display.show({ kind: 'registration', permission });
  const session = new WalkSession(tools, workspace);
  if (isInventoryOpen(portfolio)) {
    if ((await walkThreadsAtStart(session, true)) === 'quit') return;
    if ((await walkInventory(session)) !== 'next') return;
  } else {
    await showStanding(session);
    if ((await resumeEvidence(session)) === 'quit') return;
    if ((await reviewWhatIsNew(session)) === 'quit') return;
    if ((await walkThreadsAtStart(session, false)) === 'quit') return;
  }
  await walkCompetences(session);
};

const showStanding = async (session: WalkSession): Promise<void> => {
  const coverage = await session.coverage();
  session.tools.display.show({ kind: 'standing', referential: session.workspace.referential, coverage });
};

/** One competence after the other, most useful first; « Revenir » on the first question returns to the one before. */
const walkCompetences = async (session: WalkSession): Promise<void> => {
  const seen: string[] = [];
  let again: string | undefined;
  for (let round = 0; ; round += 1) {
    if (round > 0) await showStanding(session);
    const coverage = await session.coverage();
    const steps = proposeSteps(session.portfolio, coverage, session.tools.blocks);
    const step =
      again === undefined
        ? steps.find(({ competence }) => !seen.includes(competence))
        : stepOn(session.portfolio, coverage, again);
    if (step === undefined) {
      session.notice(steps.length === 0 ? 'all-supported' : 'all-proposed', { count: steps.length });
      return;
    }
    const outcome: Outcome | 'skip' = await walkCompetence(session, step);
    if (outcome === 'quit') return;
    again = outcome === 'back' ? seen.pop() : undefined;
    if (outcome !== 'back') seen.push(step.competence);
  }
};
