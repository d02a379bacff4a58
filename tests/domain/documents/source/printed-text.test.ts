import { describe, expect, it } from 'vitest';
import { printedText } from '../../../../src/domain/documents/source/printed-text.ts';
import { renderProse } from '../../../../src/render/markdown.ts';

const surroundings = { annexes: new Map(), withheld: new Set<string>(), cite: () => '', citeWithheld: '' };
/** What is read: words and addresses, not what hovers over them. */
const read = (text: string): string =>
  renderProse(text, 2, surroundings).replaceAll(/ (?:title|class)="[^"]*"/gu, '');

const HIDING = [
  ['a note that no link uses', 'Avant.\n\n[note]: https://a.example (SECRET, à ne pas montrer)\n\nAprès.'],
  ['one at the beginning', '[//]: mailto:SECRET@a.example "SECRET"\nAprès.'],
  ['several under each other', 'Avant.\n\n[a]: https://a.example/SECRET\n[b]: https://b.example "SECRET"\n\nAprès.'],
  ['one with its title on the next line', 'Avant.\n\n[a]: https://a.example\n  "SECRET"\n\nAprès.'],
  ['the title of a link', 'Voir [le site](https://a.example "SECRET") et [l’autre](<https://b.example> (SECRET)).'],
  ['the title of a definition in use', 'Voir [le site][s].\n\n[s]: https://a.example "SECRET"'],
  ['the language of code', 'Avant.\n\n```SECRET\ncode\n```'],
] as const; // prettier-ignore

describe('printedText', () => {
  it.each(HIDING)('leaves out %s, and changes nothing that is read', (_, text) => {
    expect(printedText(text)).not.toContain('SECRET');
    expect(read(printedText(text))).toBe(read(text));
  });

  it.each([
    'Un texte sans rien.',
    'Une ligne,\n[note]: qui continue le paragraphe, et se lit.',
    'Voir [le site][s] et [[P07]].\n\n[s]: https://a.example',
    'Un choix [ ] : oui.',
    'Avant.\n\n[note]: # (une ligne qui se lit)\n\nAprès.',
  ])('leaves alone what is printed: %j', (text) => {
    expect(printedText(text)).toBe(text);
  });

  it('takes a moment for a text made to keep it busy', () => {
    const started = process.cpuUsage();
    for (const piece of ['[a](https://a "', '[a]:   ', ']: ', '\n\n[a]: https://a "', '``` '])
      printedText(piece.repeat(500_000 / piece.length) + ' '.repeat(200_000));
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
  });
});
