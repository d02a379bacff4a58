import { describe, expect, test } from 'vitest';
import { bracketed, KEYS, pause, type PtyOptions } from '../support/pty.ts';
import { ask, choose, line, otherLine, SILENCE_MS, text, value } from '../support/ask.ts';

const THREE = 'Premier paragraphe, « été ».\n\nDeuxième 👩‍👩‍👧 paragraphe.\n\nTroisième, fin.';
const TYPED_AS_CR = THREE.replaceAll('\n', '\r');

describe.each([
  ['wide', { columns: 80 }],
  ['narrow', { columns: 40 }],
  ['accessible', { columns: 80, env: { ACCESSIBLE: '1' } }],
] as [string, PtyOptions][])('a paste of three paragraphs, %s', (_, options) => {
  test.concurrent.each([
    ['bracketed', bracketed(TYPED_AS_CR)],
    ['bracketed, line feeds', bracketed(THREE)],
    ['unbracketed', TYPED_AS_CR],
    ['unbracketed, ending with a line break', `${TYPED_AS_CR}\r`],
  ])('%s, is one answer of a long text', async (_, paste) => {
    const { pty, result } = ask([text, line], options);
    await pty.answer('Le contexte', paste);
    await pty.see('fin.');
    await pause(SILENCE_MS);
    pty.send(KEYS.ctrlD);
    await pty.answer('Quel nom', 'Ana', KEYS.enter);
    expect((await result()).replies).toEqual([value(THREE), value('Ana')]);
  });

  test.concurrent.each([
    ['bracketed', bracketed(TYPED_AS_CR)],
    ['unbracketed', TYPED_AS_CR],
  ])('%s, is one answer of a single line', async (_, paste) => {
    const { pty, result } = ask([otherLine, line], options);
    await pty.answer('Quel titre donner', paste);
    await pty.see('fin.');
    await pause(SILENCE_MS);
    pty.send(KEYS.enter);
    await pty.answer('Quel nom', 'Ana', KEYS.enter);
    expect((await result()).replies).toEqual([value(THREE.replaceAll('\n\n', ' ')), value('Ana')]);
  });

  test.concurrent('chooses nothing in a list', async () => {
    const { pty, result } = ask([choose, line], options);
    await pty.answer('Que voulez-vous', TYPED_AS_CR, bracketed(TYPED_AS_CR));
    await pause(SILENCE_MS);
    pty.send(options.env ? '\u0015' : '', options.env ? KEYS.backspace.repeat(300) : '');
    await pause(50);
    pty.send(options.env ? '2' : KEYS.down);
    await pause(20);
    pty.send(KEYS.enter);
    await pty.answer('Quel nom', 'Ana', KEYS.enter);
    expect((await result()).replies).toEqual([value('b'), value('Ana')]);
  });
});

test.concurrent('a long paste in pieces, without brackets, stays one answer', async () => {
  const long = Array.from(
    { length: 120 },
    (_, index) => `Paragraphe ${index} de la réponse, assez long pour compter.`,
  ).join('\n\n');
  const { pty, result } = ask([text, line]);
  await pty.see('Le contexte');
  const bytes = long.replaceAll('\n', '\r');
  for (let at = 0; at < bytes.length; at += 1000) {
    pty.send(bytes.slice(at, at + 1000));
    await pause(15);
  }
  await pty.see('Paragraphe 119');
  await pause(SILENCE_MS);
  pty.send(KEYS.enter, KEYS.enter);
  await pause(SILENCE_MS);
  pty.send(KEYS.ctrlD);
  await pty.answer('Quel nom', 'Ana', KEYS.enter);
  expect((await result()).replies[0]).toEqual(value(long));
});
