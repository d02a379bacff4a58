import { SELF_POSITIONS, type Portfolio } from '../../domain/portfolio.ts';
import { runSteps, type Outcome, type WalkSession } from './session.ts';

const listed = (items: readonly string[], open: boolean): string => items.join(', ') + (open ? '…' : '');

/** Ten profiles with their toolbox and functions, to recall work one no longer thinks of. */
export const walkProfiles = async (session: WalkSession): Promise<Outcome> => {
  session.notice('profiles');
  const reply = await session.prompter.tick({
    key: 'profile.profiles',
    choices: session.tools.ess.profiles.map((profile) => ({
      value: profile.id,
      label: profile.short,
      hint: profile.self,
      details: [
        { kind: 'functions', text: listed(profile.functions, profile.openFunctions) },
        { kind: 'toolbox', text: listed(profile.toolbox, profile.openToolbox) },
      ],
    })),
    ticked: session.portfolio.essProfile.profiles,
  });
  return session.record(reply, (profiles) => saveProfile(session, { profiles: [...profiles] }));
};

/** Seven short questions, all of which may be passed. */
export const walkTransversal = async (session: WalkSession): Promise<Outcome> => {
  const asked = session.tools.ess.transversal;
  const placed = session.portfolio.essProfile.transversal;
  if (placed.length === 0) {
    const start = await session.prompter.confirm({ key: 'transversal.start', ways: ['back'], initial: true });
    if (start.kind === 'back' || start.kind === 'quit') return start.kind;
    if (start.kind === 'answer' && !start.value) return 'next';
  }
  return runSteps(
    asked.map(({ id, short, asks }) => async () => {
      const known = session.portfolio.essProfile.transversal.find(({ competence }) => competence === id);
      const reply = await session.prompter.choose({
        key: 'transversal.position',
        args: { title: short, definition: asks },
        choices: SELF_POSITIONS.map((value) => ({ value })),
        ...(known !== undefined && { initial: known.position }),
      });
      return session.record(reply, (value) => place(session, id, value));
    }),
    placed.length % asked.length,
  );
};

const place = async (session: WalkSession, competence: string, value: string): Promise<void> => {
  const position = SELF_POSITIONS.find((known) => known === value);
  if (position === undefined) return;
  const { transversal } = session.portfolio.essProfile;
  const entry = { ...transversal.find((one) => one.competence === competence), competence, position };
  const isNew = transversal.every((one) => one.competence !== competence);
  await saveProfile(session, {
    transversal: isNew
      ? [...transversal, entry]
      : transversal.map((one) => (one.competence === competence ? entry : one)),
  });
};

const saveProfile = (session: WalkSession, fields: Partial<Portfolio['essProfile']>): Promise<void> =>
  session.save((portfolio) => ({ ...portfolio, essProfile: { ...portfolio.essProfile, ...fields } }));
