import { mayProceed, type Permission } from '../../domain/referential/registration.ts';
import type { Referential } from '../../domain/referential.ts';
import { createPortfolio, type CreationContext, type NewPortfolio } from '../create-portfolio.ts';
import { AcquisError, Cancelled } from '../errors.ts';
import type { Cleared, Reply } from '../ports/prompter.ts';
import type { Workspace } from '../ports/world.ts';
import type { WalkDisplay } from '../ports/walk.ts';
import type { Prompter } from '../ports/prompter.ts';
import { runSteps, type Outcome, type Step } from './session.ts';

export interface CreationTools extends CreationContext {
  readonly prompter: Prompter;
  readonly display: WalkDisplay;
}

/** What is already known of a portfolio to make. */
export type Given = { -readonly [Key in keyof NewPortfolio]?: NewPortfolio[Key] | undefined };

/** Asks for whatever `given` leaves out, then makes the folder. Nothing is on the disk before; leaving throws `Cancelled`. */
export const createGuided = async (
  tools: CreationTools,
  given: Given,
): Promise<{ workspace: Workspace; permission: Permission; folder: string }> => {
  const draft: Given = { ...given };
  const known = await tools.referentials.list();
  const steps: Step[] = [
    ...(given.certification === undefined ? [() => askCertification(tools, known, draft)] : []),
    () => askEligible(tools, known, draft, given.certification !== undefined),
    ...(given.name === undefined ? [() => askName(tools, draft)] : []),
    ...(given.blocks === undefined && given.certification === undefined
      ? [() => askScope(tools, draft), () => askBlocks(tools, known, draft)]
      : []),
    ...(given.folder === undefined ? [() => askFolder(tools, draft)] : []),
  ];
  for (let from = 0; ; from = steps.length - 1) {
    let outcome = await runSteps(steps, from);
    while (outcome === 'back') outcome = await runSteps(steps);
    if (outcome === 'quit') throw new Cancelled();
    const { folder = '', certification = '', name = '', blocks = [], eligible, stage } = draft;
    try {
      const { workspace, permission } = await createPortfolio(tools, {
        folder,
        certification,
        name,
        blocks,
        eligible,
        stage,
      });
      return { workspace, permission, folder };
    } catch (error) {
      // Another folder may do; anything else is not for the person to answer.
      if (!(error instanceof AcquisError) || error.code !== 'folder-not-empty' || given.folder !== undefined)
        throw error;
      tools.display.show({ kind: 'notice', code: 'folder-taken', args: { folder } });
    }
  }
};

/** What was typed on the way out of an unfinished creation is not kept: there is no folder yet. */
const keep = <T>(reply: Reply<T> | Cleared, set: (value: T) => void): Outcome => {
  if (reply.kind === 'skip' || reply.kind === 'clear') return 'next';
  if (reply.kind !== 'answer') return reply.kind;
  set(reply.value);
  return reply.leaving ?? 'next';
};

const askCertification = async (
  { prompter, today }: CreationTools,
  known: readonly Referential[],
  draft: Given,
): Promise<Outcome> => {
  const hasEnded = ({ registration }: Referential): boolean => registration.end < today;
  // An ended registration is for the few who were declared recevable in time.
  const ordered = known.toSorted((a, b) => Number(hasEnded(a)) - Number(hasEnded(b)));
  const reply = await prompter.choose({
    key: 'init.certification',
    ways: [],
    choices: ordered.map((referential) => ({
      value: referential.code,
      label: `${referential.title} (${referential.code})`,
      hint: referential.certifiers.map(({ name, brand }) => brand ?? name).join(', '),
      ...(hasEnded(referential) && {
        details: [{ kind: 'ended' as const, text: referential.registration.end }],
      }),
    })),
    ...(draft.certification !== undefined && { initial: draft.certification }),
  });
  return keep(reply, (code) => {
    draft.certification = code;
  });
};

/** Asked only where it decides: the registration has ended, and being recevable before its end is the way through. */
const askEligible = async (
  { prompter, display, today }: CreationTools,
  known: readonly Referential[],
  draft: Given,
  isGiven: boolean,
): Promise<Outcome | 'pass' | 'again'> => {
  const referential = known.find(({ code }) => code === draft.certification?.toUpperCase());
  if (!referential || mayProceed(referential, today, draft.eligible).allowed) return 'pass';
  display.show({ kind: 'registration', permission: mayProceed(referential, today, draft.eligible) });
  const reply = await prompter.date({ key: 'init.eligible' });
  // A recevabilité has a day; the end of a month or year is the safe reading of a vaguer date.
  const outcome = keep(reply, (date) => {
    draft.eligible = date.length === 10 ? date : undefined;
  });
  if (outcome !== 'next') return outcome;
  const permission = mayProceed(referential, today, draft.eligible);
  // A certification that was typed is refused by the creation itself; a chosen one can be chosen again.
  if (permission.allowed || isGiven) return 'next';
  display.show({
    kind: 'notice',
    code: 'certification-closed',
    args: { code: permission.code, end: permission.expires, successor: permission.successor?.code ?? '' },
  });
  return 'back';
};

const askName = async ({ prompter }: CreationTools, draft: Given): Promise<Outcome> => {
  const initial = draft.name;
  const reply = await prompter.line({
    key: 'init.name',
    ways: ['back'],
    ...(initial !== undefined && { initial }),
  });
  return keep(reply, (name) => {
    draft.name = name;
  });
};

const askScope = async ({ prompter }: CreationTools, draft: Given): Promise<Outcome> => {
  const reply = await prompter.choose({
    key: 'init.scope',
    ways: ['back'],
    choices: [{ value: 'whole' }, { value: 'blocks' }],
    initial: (draft.blocks ?? []).length > 0 ? 'blocks' : 'whole',
  });
  return keep(reply, (scope) => {
    draft.blocks = scope === 'whole' ? undefined : (draft.blocks ?? []);
  });
};

const askBlocks = async (
  { prompter }: CreationTools,
  known: readonly Referential[],
  draft: Given,
): Promise<Outcome | 'pass'> => {
  const referential = known.find(({ code }) => code === draft.certification);
  if (!referential || draft.blocks === undefined) return 'pass';
  const reply = await prompter.tick({
    key: 'init.blocks',
    ways: ['back'],
    choices: referential.blocks.map(({ code, short, title }) => ({
      value: code,
      label: `${code} ${short}`,
      hint: title,
    })),
    ticked: draft.blocks,
  });
  return keep(reply, (blocks) => {
    draft.blocks = [...blocks];
  });
};

const askFolder = async ({ prompter }: CreationTools, draft: Given): Promise<Outcome> => {
  const reply = await prompter.path({
    key: 'init.folder',
    ways: ['back'],
    initial: draft.folder ?? 'portfolio-vae',
  });
  return keep(reply, (folder) => {
    draft.folder = folder;
  });
};
