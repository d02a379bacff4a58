import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BURST_MS,
  cleanPaste,
  InputDecoder,
  STALLED_PASTE_MS,
  type InputEvent,
} from '../../src/prompts/input-decoder.ts';

const LATER = BURST_MS * 10;

/** What reaches a question from these chunks, `gap` ms apart; silence follows. */
const decode = (chunks: readonly string[], gap = 1): InputEvent[] => {
  const decoder = new InputDecoder();
  const events = chunks.flatMap((chunk, index) => decoder.push(chunk, index * gap));
  while (decoder.patience !== undefined) events.push(...decoder.flush(LATER));
  return events;
};
const short = (events: readonly InputEvent[]): string[] =>
  events.map((event) => (event.type === 'key' ? `<${event.name}>` : `${event.type}:${event.text}`));

describe('what a terminal sends', () => {
  test.each([
    [['a', '\r'], 200, ['text:a', '<enter>']],
    [['Ana\r'], 1, ['text:Ana', '<enter>']],
    [['Ana', '\r'], 5, ['text:Ana', '<enter>']],
    [['un\rdeux'], 1, ['paste:un\ndeux']],
    [['un\r', 'deux'], 5, ['paste:un\ndeux']],
    [['un\r\rdeux\r\r'], 1, ['paste:un\n\ndeux\n\n']],
    [['\u001b[200~un\rdeux\r\u001b[201~', '\r'], 1, ['paste:un\ndeux\n', '<enter>']],
    [['\u001b[20', '0~un', '\rdeux\u001b[2', '01~'], 1, ['paste:un\ndeux']],
    [['\u001b[200~un\u001b[31m rouge\u0007\u001b[201~'], 1, ['paste:un rouge']],
    [['\u001b'], 1, ['<escape>']],
    [['\u001b[A\u001b[B'], 1, ['<up>', '<down>']],
    [['\u001b', '[A'], 1, ['<up>']],
    [['\u001b\r'], 1, ['<line-break>']],
    [['\r\r'], 1, ['<enter>', '<enter>']],
    [['\rhier'], 1, ['<enter>', 'text:hier']],
    [['\rUn\rDeux'], 1, ['paste:\nUn\nDeux']],
    [['un\rdeux\u0003'], 1, ['paste:un\ndeux', '<interrupt>']],
    [['\u001b[200~un\r', '\u0003'], 1, ['paste:un\n', '<interrupt>']],
    [['un\rdeux', '\u0004'], 5, ['paste:un\ndeux', '<end-of-input>']],
    [['\u001b[200~'], 1, []],
    [['\u001b[200~jamais fermé'], 1, ['paste:jamais fermé']],
  ])('%j, %i ms apart, is %j', (chunks, gap, expected) => {
    expect(short(decode(chunks, gap))).toEqual(expected);
  });

  test('the time it takes to show one piece of a paste does not part it from the next', () => {
    const decoder = new InputDecoder();
    expect(short(decoder.push('un\r\rdeux', 0))).toEqual(['paste:un\n\ndeux']);
    decoder.wasBusy(BURST_MS * 3);
    expect(short(decoder.push('\r\rtrois', BURST_MS * 3 + 5))).toEqual(['paste:\n\ntrois']);
    expect(short(decoder.push('\r', LATER * 2))).toEqual(['<enter>']);
  });

  test('a bracketed paste that stalls is waited for', () => {
    const decoder = new InputDecoder();
    expect(decoder.push('\u001b[200~un\r', 0)).toEqual([]);
    expect(decoder.patience).toBe(STALLED_PASTE_MS);
    expect(short(decoder.push('\rdeux\u001b[201~', 3000))).toEqual(['paste:un\n\ndeux']);
    expect(decoder.patience).toBeUndefined();
    decoder.push('\u001b', 5000);
    expect(decoder.patience).toBe(BURST_MS);
  });

  test('a paste cut anywhere, bracketed or not, is never an Enter and loses no character', () => {
    const paragraph = fc.stringMatching(/^[a-zé’ ,.]{3,40}[a-z.]$/);
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 3, maxLength: 6 }),
        fc.array(fc.nat(200), { maxLength: 4 }),
        fc.boolean(),
        (paragraphs, cuts, bracketed) => {
          const text = paragraphs.join('\r\r');
          const sent = bracketed ? `\u001b[200~${text}\u001b[201~` : text;
          // Pieces of one paste are many characters long: one alone looks like a key, and is one.
          const places = [
            0,
            ...new Set(
              cuts.map((cut) => Math.floor(cut / 8) * 8).filter((cut) => cut > 1 && cut < sent.length - 1),
            ),
            sent.length,
          ].toSorted((a, b) => a - b);
          const events = decode(places.slice(1).map((end, index) => sent.slice(places[index], end)));
          expect(short(events)).not.toContain('<enter>');
          expect(events.map((event) => (event.type === 'key' ? '' : event.text)).join('')).toBe(
            cleanPaste(text),
          );
        },
      ),
    );
  });
});
