import { INVENTORY_STAGES, inventoryStage, type InventoryStage } from '../../domain/inventory.ts';
import { AcquisError } from '../errors.ts';
import { walkActivityTitles } from './activity-titles.ts';
import { walkProfiles, walkTransversal } from './ess-profile.ts';
import { walkExperiences } from './experiences.ts';
import { runSteps, type Outcome, type Step, type WalkSession } from './session.ts';
import { walkTicks } from './ticks.ts';

/** Takes stock before digging: posts, forgotten work, activity titles, competences ticked, and a first PDF. */
export const walkInventory = async (session: WalkSession): Promise<Outcome> => {
  const { portfolio } = session;
  const isNew = portfolio.organisations.length === 0 && portfolio.experiences.length === 0;
  if (isNew) session.notice('welcome', { name: portfolio.candidate.name });
  const start = isNew ? 'experiences' : await chooseStage(session);
  if (start === 'quit') return 'quit';
  if (start === 'competences') return 'next';
  const steps: Record<InventoryStage, readonly Step[]> = {
    experiences: [() => walkExperiences(session), () => offerProfiles(session)],
    activities: [() => walkActivityTitles(session)],
    ticks: [() => walkTicks(session, false)],
    transversal: [() => offerTransversal(session)],
  };
  const from = INVENTORY_STAGES.slice(0, INVENTORY_STAGES.indexOf(start)).flatMap(
    (stage) => steps[stage],
  ).length;
  const outcome = await runSteps(
    INVENTORY_STAGES.flatMap((stage) => steps[stage]),
    from,
  );
  // Back from the very first question: there is nothing before it.
  if (outcome !== 'next') return outcome === 'back' ? walkInventory(session) : outcome;
  return endInventory(session);
};

/** A walk that was cut short: its place is proposed first, any other may be chosen. */
const chooseStage = async (session: WalkSession): Promise<InventoryStage | 'competences' | 'quit'> => {
  const stage =
    inventoryStage(session.workspace.referential, session.portfolio, session.tools.blocks) ?? 'competences';
  const { experiences, activities } = session.portfolio;
  const reachable = [
    'experiences',
    ...(experiences.length > 0 ? ['activities'] : []),
    ...(activities.length > 0 ? ['ticks', 'transversal', 'competences'] : []),
  ] as const;
  const reply = await session.prompter.choose({
    key: 'inventory.resume',
    ways: [],
    choices: reachable.map((value) => ({ value })),
    initial: stage,
  });
  if (reply.kind !== 'answer') return 'quit';
  return INVENTORY_STAGES.find((known) => known === reply.value) ?? 'competences';
};

const offerProfiles = async (session: WalkSession): Promise<Outcome | 'pass'> => {
  if (session.portfolio.activities.length > 0 || session.portfolio.essProfile.profiles.length > 0)
    return 'pass';
  const outcome = await walkProfiles(session);
  const { profiles } = session.portfolio.essProfile;
  // Something came back to mind, perhaps: the list of posts is still open.
  return outcome === 'next' && profiles.length > 0 ? walkExperiences(session) : outcome;
};

const offerTransversal = async (session: WalkSession): Promise<Outcome | 'pass'> =>
  session.portfolio.essProfile.transversal.length >= session.tools.ess.transversal.length
    ? 'pass'
    : walkTransversal(session);

const endInventory = async (session: WalkSession): Promise<Outcome> => {
  session.notice('inventory-done', {
    experiences: session.portfolio.experiences.length,
    activities: session.portfolio.activities.length,
  });
  if (session.tools.makeFirstPdf) {
    const wanted = await session.prompter.confirm({ key: 'walk.first-pdf', ways: [], initial: true });
    if (wanted.kind === 'quit') return 'quit';
    if (wanted.kind === 'answer' && wanted.value) await makePdf(session);
  }
  const reply = await session.prompter.choose({
    key: 'walk.continue',
    ways: [],
    choices: [{ value: 'competences' }],
  });
  return reply.kind === 'answer' ? 'next' : 'quit';
};

const makePdf = async (session: WalkSession): Promise<void> => {
  session.notice('pdf-making');
  try {
    for (const file of (await session.tools.makeFirstPdf?.(session.workspace)) ?? [])
      session.notice('pdf-written', { file });
  } catch (error) {
    // Without a browser the interview goes on; the sentence says how to get the PDF later.
    if (!(error instanceof AcquisError)) throw error;
    session.tools.display.show({ kind: 'failure', error });
  }
};
