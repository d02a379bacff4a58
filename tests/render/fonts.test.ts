import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { fontFaces, HEADING_FONTS, TEXT_FONTS } from '../../src/render/fonts.ts';
import { printable } from '../support/printable.ts';
import { readPdf } from '../support/read-pdf.ts';

const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

const printed = async (words: readonly string[]): Promise<string> => {
  const style = `${await fontFaces(words.join(''))} body{font-family:${TEXT_FONTS}} h2{font-family:${HEADING_FONTS}}`;
  const lines = words.map(
    (word) => `<p>${word}</p><h2>${word}</h2><p><b>${word}</b></p><p><i>${word}</i></p>`,
  );
  const { text } = await readPdf(await printer.print(printable(lines.join(''), style)));
  return text.normalize('NFKC');
};

describe('fontFaces', () => {
  it('gives every character of written French back as the one that was typed', async () => {
    const latin = Array.from({ length: 0xff - 0xa1 + 1 }, (_, index) => String.fromCodePoint(0xa1 + index));
    const characters = [...latin, ...Array.from('œŒŸ–—‘’“”„†‡•…‰‹›€™−')].filter((char) => char !== '\u00ad');
    const text = await printed(characters.map((char) => `x${char}y`));
    for (const char of characters) {
      const expected = `x${char}y`.normalize('NFKC').replaceAll(/\s+/gu, ' ');
      expect(text.split(expected).length - 1, `U+${char.codePointAt(0)?.toString(16)}`).toBe(4);
    }
  });

  it('keeps no-break spaces as spaces', async () => {
    expect((await printed(['«\u00a01\u202f000\u00a0€\u00a0» !'])).split('« 1 000 € » !').length - 1).toBe(4);
  });

  it.each([
    ['Greek', 'Ελένη'],
    ['Cyrillic', 'Дмитрий'],
    ['Vietnamese', 'Nguyễn'],
    ['Czech', 'Dvořák'],
    ['Hebrew', 'שלום'],
    ['symbols', 'a→b ≥ ✓'],
    ['a no-break hyphen', 'porte‑à‑porte'],
    ['emoji', '😀🎓'],
  ])('needs no font of the system for %s', async (_, word) => {
    // A slanted stand-in makes pdf.js see two lines: white space is not what is tested here.
    const [text, expected] = [await printed([word]), word.normalize('NFKC')].map((t) =>
      t.replaceAll(/\s/gu, ''),
    );
    expect(text?.split(expected ?? '').length).toBe(5);
  });

  it('needs no font of the system for Arabic, whose letters keep their dots', async () => {
    // Readers give the words of a right-to-left line back in orders of their own.
    const name = 'سعاد بنت الحسن قشيف';
    const text = await printed([name]);
    for (const letter of new Set(name.replaceAll(' ', ''))) expect(text).toContain(letter);
  });

  it('stands behind every family that the templates name', () => {
    const style = readFileSync('templates/shared/style.css', 'utf8');
    const named = style.match(/'Acquis (?:Texte|Titres)'[^;]*/gu) ?? [];
    expect(named.length).toBe(2);
    const standIns = TEXT_FONTS.match(/"Acquis (?!Texte)[^"]*"/gu)?.map((name) => name.replaceAll('"', "'"));
    expect(standIns).toHaveLength(4);
    for (const value of named) expect(value).toContain(standIns?.join(', '));
  });

  it('embeds only what the text asks for', async () => {
    const [plain, greek, emoji] = await Promise.all(
      ['Bonjour', 'Ελένη', '😀'].map((text) => fontFaces(text)),
    );
    expect(plain).not.toMatch(/Acquis (?:Hebreu|Arabe|Symboles|Emoji)/u);
    expect(plain?.length).toBeLessThan(300_000);
    expect(await fontFaces('une œuvre… — « l’été »')).toBe(plain);
    expect(greek?.length).toBeGreaterThan(plain?.length ?? 0);
    expect(emoji).toContain('Acquis Emoji');
  });
});
