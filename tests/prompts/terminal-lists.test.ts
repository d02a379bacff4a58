import { expect, test } from 'vitest';
import { KEYS } from '../support/pty.ts';
import { ask, choose, chooseBy, line, text, tick, value } from '../support/ask.ts';

test.concurrent('a list: choose, tick, skip, back, quit', async () => {
  const { pty, result } = ask([
    choose,
    tick,
    chooseBy('competence.next'),
    chooseBy('evidence.source'),
    chooseBy('menu.portfolio'),
  ]);
  await pty.answer('Que voulez-vous', KEYS.down, KEYS.enter);
  await pty.answer('Quels blocs', KEYS.space, KEYS.enter);
  await pty.answer('Et maintenant', KEYS.down, KEYS.down, KEYS.enter);
  await pty.answer('Où se trouve', KEYS.escape);
  await pty.answer('Quel portfolio', KEYS.ctrlC);
  expect((await result()).replies).toEqual([
    value('b'), { kind: 'answer', value: ['a', 'b'] }, { kind: 'skip' }, { kind: 'back' }, { kind: 'quit' },
  ]); // prettier-ignore
});

test.concurrent('a list left by Escape or Ctrl-C keeps what was ticked', async () => {
  const [, { choices, ticked }] = tick as [string, { choices: unknown; ticked: unknown }];
  const again = (key: string) => ['tick', { key, args: { title: 'Bilan' }, choices, ticked }];
  const { pty, result } = ask([tick, again('profile.profiles'), again('activity.experience')]);
  await pty.answer('Quels blocs', KEYS.space, KEYS.escape);
  await pty.answer('Dans quels profils', KEYS.escape);
  await pty.answer('« Bilan »', KEYS.space, KEYS.ctrlC);
  expect((await result()).replies).toEqual([
    { kind: 'answer', value: ['a', 'b'], leaving: 'back' },
    { kind: 'back' },
    { kind: 'answer', value: ['a', 'b'], leaving: 'quit' },
  ]);
});

test.concurrent('numbers typed on the way out are kept too, half a number is not', async () => {
  const { pty, result } = ask([tick, tick], { env: { ACCESSIBLE: '1' } });
  await pty.answer('Vos choix', '9', KEYS.escape);
  await pty.answer('Vos choix', '1', KEYS.ctrlC);
  expect((await result()).replies).toEqual([
    { kind: 'back' },
    { kind: 'answer', value: ['a'], leaving: 'quit' },
  ]);
});

test.concurrent('`?` or `<` on the way out is no answer', async () => {
  const { pty, result } = ask([text, line]);
  await pty.answer('Le contexte', '<', KEYS.escape);
  await pty.answer('Quel nom', '?', KEYS.ctrlC);
  expect((await result()).replies).toEqual([{ kind: 'back' }, { kind: 'quit' }]);
});

test.concurrent('a list that is left takes its choices off the screen', async () => {
  const { pty, result } = ask([choose, line]);
  await pty.answer('Que voulez-vous', KEYS.escape);
  await pty.see('? Quel');
  const { rows } = await pty.screen();
  expect(rows.filter((row) => row.includes('Que voulez-vous'))).toEqual([expect.stringMatching(/^· /u)]);
  expect(rows.join(' ')).not.toContain('Revenir');
  pty.send(KEYS.ctrlC);
  expect((await result()).replies).toEqual([{ kind: 'back' }, { kind: 'quit' }]);
});
