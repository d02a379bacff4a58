import { expect, test } from 'vitest';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { WalkSession, type WalkTools } from '../../src/app/walk/session.ts';
import { editActivity } from '../../src/app/walk/telling.ts';

test('an emptied part of an activity leaves the document', async () => {
  const activity = { id: 'A1', title: 'Bilan', experiences: [], competences: [], role: 'Ancien' };
  const choices = [{ kind: 'answer', value: 'role' }, { kind: 'quit' }];
  const tools = {
    store: { save: (_: unknown, portfolio: Portfolio) => Promise.resolve({ portfolio }) },
    prompter: {
      choose: () => Promise.resolve(choices.shift()),
      text: () => Promise.resolve({ kind: 'clear' }),
    },
  } as unknown as WalkTools;
  const session = new WalkSession(tools, { portfolio: { activities: [activity] } } as never);
  expect(await editActivity(session, 'A1')).toBe('quit');
  expect(session.portfolio.activities[0]).toEqual({
    id: 'A1',
    title: 'Bilan',
    experiences: [],
    competences: [],
  });
});
