import { describe, expect, test } from 'vitest';
import { KEYS, pause, Pty } from '../support/pty.ts';
import { ask, choose, line, text, tick, value } from '../support/ask.ts';

describe('a text', () => {
  test.concurrent('Enter opens a paragraph, Enter again finishes', async () => {
    const { pty, result } = ask([text]);
    await pty.see('Le contexte');
    await pty.type('Un.');
    await pty.type('\r');
    await pty.see('Entrée encore une fois');
    await pty.type('Deux : é👍');
    await pty.type('\r');
    await pty.see('Entrée encore une fois');
    await pty.type('\r');
    expect((await result()).replies).toEqual([value('Un.\n\nDeux : é👍')]);
  });

  test.concurrent(
    'is edited in place: arrows, Home, End, Backspace over an accent of two code points',
    async () => {
      const { pty, result } = ask([['text', { key: 'activity.role', initial: 'Je dirige' }]]);
      await pty.answer(
        'Votre rôle',
        ' ',
        'e\u0301',
        'X',
        KEYS.left,
        KEYS.backspace,
        KEYS.home,
        '«',
        KEYS.end,
        '!',
        KEYS.ctrlD,
      );
      expect((await result()).replies).toEqual([value('«Je dirige X!')]);
    },
  );

  test.concurrent('left empty it is skipped; `?` helps; Escape goes back', async () => {
    const { pty, result } = ask([
      ['text', { key: 'activity.means' }],
      text,
      ['text', { key: 'activity.goal' }],
    ]);
    await pty.answer('Les moyens', KEYS.enter);
    await pty.answer('Le contexte', '?', KEYS.enter);
    await pty.see(/Dites aussi ce qui contraignait.*Ctrl-C/);
    pty.send(KEYS.enter);
    await pty.answer('Le but', KEYS.escape);
    expect((await result()).replies).toEqual([{ kind: 'skip' }, { kind: 'skip' }, { kind: 'back' }]);
  });

  test.concurrent.each([
    ['Ctrl-C', (pty: Pty) => pty.send(KEYS.ctrlC), 'SIGINT'],
    ['a closed window', (pty: Pty) => pty.pty.kill('SIGHUP'), 'SIGHUP'],
    ['SIGTERM', (pty: Pty) => pty.pty.kill('SIGTERM'), 'SIGTERM'],
  ])('%s keeps what was typed and gives the terminal back', async (_, leave, signal) => {
    const { pty, result } = ask([text, line]);
    await pty.answer('Le contexte', 'À moitié écrit');
    await pty.see('À moitié écrit');
    leave(pty);
    expect(await result()).toEqual({
      replies: [{ kind: 'answer', value: 'À moitié écrit', leaving: 'quit' }, { kind: 'quit' }],
      interrupted: signal,
    });
    expect(pty.raw.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(pty.raw.lastIndexOf('\u001b[?2004h'));
  });
});

test.concurrent('ACCESSIBLE=1 sends no escape sequence at all', async () => {
  const { pty, result } = ask([choose, tick, text], { env: { ACCESSIBLE: '1' } });
  await pty.answer('Votre choix', '9', KEYS.enter);
  await pty.see('Tapez un numéro');
  pty.send('2', KEYS.enter);
  await pty.answer('Vos choix', '1 2', KEYS.enter);
  await pty.answer('Le contexte', 'Un', KEYS.enter);
  await pty.see('Entrée encore une fois');
  await pty.type('Deux\r');
  await pty.see('Entrée encore une fois');
  pty.send(KEYS.enter);
  expect((await result()).replies).toEqual([
    value('b'),
    { kind: 'answer', value: ['a', 'b'] },
    value('Un\n\nDeux'),
  ]);
  expect(pty.raw).not.toContain('\u001b');
});

test.concurrent('at 40 columns no line is cut by the terminal', async () => {
  const { pty, result } = ask([text, choose], { columns: 40 });
  await pty.answer('Le contexte', 'mot '.repeat(60), KEYS.ctrlD);
  await pty.answer('Que voulez-vous', KEYS.enter);
  await result();
  const { rows, folded } = await pty.screen();
  expect(folded).toEqual([]);
  expect(rows.join(' ')).toContain('Que voulez-vous');
});

test.concurrent('a date is understood as people write it, and asked again when it is none', async () => {
  const { pty, result } = ask([
    ['date', { key: 'experience.start' }],
    ['date', { key: 'experience.end' }],
    ['date', { key: 'evidence.date' }],
  ]);
  await pty.answer('Depuis quand', 'mars 2021', KEYS.enter);
  await pty.answer('Jusqu’à quand', '18/3/2021', KEYS.enter);
  await pty.answer('De quand date', 'hier', KEYS.enter);
  await pty.see('Date non comprise');
  pty.send('\u0015');
  await pty.type('2020\r');
  expect((await result()).replies).toEqual([value('2021-03'), value('2021-03-18'), value('2020')]);
});

test.concurrent('an end that has not come may be said so, and takes a known one away', async () => {
  const { pty, result } = ask([
    ['date', { key: 'experience.end' }],
    ['date', { key: 'experience.end', initial: '2021', clearable: true }],
    ['date', { key: 'experience.start' }],
  ]);
  await pty.answer('Jusqu’à quand', 'aujourd’hui', KEYS.enter);
  // The first question is drawn again as it closes, under the same words.
  await pty.see('│ 2021');
  pty.send('\u0015');
  await pty.see('Entrée sans rien écrire');
  pty.send('En cours');
  await pty.see('En cours');
  pty.send(KEYS.enter);
  await pty.answer('Depuis quand', 'en cours', KEYS.enter);
  await pty.see('Date non comprise');
  pty.send('\u0015');
  await pty.see('Entrée sans rien écrire');
  pty.send(KEYS.enter);
  expect((await result()).replies).toEqual([{ kind: 'skip' }, { kind: 'clear' }, { kind: 'skip' }]);
});

test.concurrent('a hostile title commands nothing, wherever it is shown', async () => {
  const hostile = '\u001b[2J\u001b]0;pris\u0007Titre\u202e';
  const { pty, result } = ask([
    [
      'choose',
      {
        key: 'activity.edit',
        args: { title: hostile },
        choices: [{ value: 'a', label: hostile, hint: hostile }],
      },
    ],
    ['line', { key: 'evidence.title', initial: hostile }],
  ]);
  await pty.answer('« ·[2J·]0;pris·Titre· »', KEYS.enter);
  await pty.answer('Quel titre porte', KEYS.enter);
  expect((await result()).replies[1]).toEqual(value(hostile));
  for (const command of ['\u001b[2J', '\u001b]0', '\u202e']) expect(pty.raw).not.toContain(command);
});

test.concurrent('a known answer that is emptied is cleared, or refused where it may not be', async () => {
  const { pty, result } = ask([
    ['text', { key: 'activity.role', initial: 'Ancien', clearable: true }],
    ['line', { key: 'evidence.title', initial: 'Bilan' }],
  ]);
  await pty.answer('Votre rôle', '\u0015', KEYS.enter);
  await pty.answer('Quel titre porte', '\u0015', KEYS.enter);
  await pty.see('Il faut une réponse');
  pty.send(KEYS.ctrlC);
  expect((await result()).replies).toEqual([{ kind: 'clear' }, { kind: 'quit' }]);
});

test.concurrent('an editor that does not start gives the text back', async () => {
  const { pty, result } = ask([text], { env: { EDITOR: '/nulle/part/editeur' } });
  await pty.answer('Le contexte', 'Déjà écrit', '\u000f');
  await pty.see('ne s’ouvre pas');
  await pause(100);
  pty.send(' ici', KEYS.ctrlD);
  expect((await result()).replies).toEqual([value('Déjà écrit ici')]);
  expect(pty.raw).not.toMatch(/Error|preferred/);
});
