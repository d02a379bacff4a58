/**
 * Files that LibreOffice 7.4 made of the flat ones beside them (`soffice --convert-to docx texte.fodt` …). Each place where
 * somebody writes holds a number of its own; all are fictional.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from '../../src/domain/privacy/find-personal-data.ts';
import { readText } from '../../src/render/proof-text/read-text.ts';
import { wordsOf, wordsOfSheet } from '../../src/render/proof-text/office-words.ts';

const PLACES = {
  '0639981201': 'the body',
  '0639981202': 'two weights of letters',
  '0639981203': 'a table, a second sheet',
  '0639981204': 'the head of a page',
  '0639981205': 'a footnote, the notes of a slide',
  '0639981206': 'a comment',
  '0639981207': 'a drawn box',
  '185027512345625': 'a number, or figures in groups',
  'camille.fictive@exemple.test': 'the body',
  'lien.fictif@exemple.test': 'a link that says « Écrire »',
} as const;
type Place = keyof typeof PLACES;
const all = Object.keys(PLACES) as Place[];
const without = (...missing: readonly Place[]): Place[] => all.filter((place) => !missing.includes(place));

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/office/${name}`, import.meta.url));

const foundIn = async (name: string): Promise<string[]> => {
  const read = await readText(fixture(name));
  if (read.kind !== 'text') throw new Error(read.fault);
  const values = read.pages.flatMap((page) => findPersonalData(page).map(({ value }) => value));
  return [...new Set(values.map((value) => (value.includes('@') ? value : value.replaceAll(/\D/gu, ''))))];
};

describe('personal data is found wherever somebody may write it', () => {
  test.each<readonly [string, readonly Place[]]>([
    ['texte.odt', all],
    ['texte.docx', all],
    // LibreOffice reads neither the head of the flat file nor its formula; a sheet has no footnotes.
    ['feuilles.ods', without('0639981202', '0639981204', '0639981205')],
    ['feuilles.xlsx', without('0639981202', '0639981204', '0639981205')],
    ['vues.odp', without('0639981204', '0639981207')],
    ['vues.pptx', without('0639981204', '0639981207')],
  ])('in %s', async (name, places) => {
    expect((await foundIn(name)).toSorted()).toEqual([...places].toSorted());
  });

  test('and on the slide where it stands, with its notes and comments', async () => {
    const read = await readText(fixture('vues.pptx'));
    const pages = read.kind === 'text' ? read.pages : [];
    expect(pages.map((page) => page.includes('Note 06 39 98 12 06'))).toEqual([true, false]);
    expect(pages.map((page) => page.includes('1 85 02 75 123 456 25'))).toEqual([false, true]);
  });
});

describe('of what Excel writes', () => {
  const cells = (inside: string): string => `<sheetData><row r="1">${inside}</row></sheetData>`;

  test.each([
    ['a number is read, the place of a shared text is not', '<c r="A1"><v>639981201</v></c><c r="B1" t="s"><v>7</v></c>', '639981201'],
    ['what a formula gives is read, the formula is not', '<c r="A1" t="str"><f>CONCAT(B1)</f><v>06 39 98 12 02</v></c>', '06 39 98 12 02'],
    ['a text that stands in its cell', '<c r="A1" t="inlineStr"><is><t>06 39 98 12 03 &amp; fils</t></is></c>', '06 39 98 12 03 & fils'],
  ])('%s', (_, inside, text) => {
    expect(wordsOfSheet(cells(inside))).toBe(text);
  }); // prettier-ignore

  test('the head and the foot of a sheet', () => {
    const heads =
      '<headerFooter><oddHeader>&amp;C&amp;&quot;Arial,Bold&quot;06.39.98.12.04</oddHeader><oddFooter>Page</oddFooter></headerFooter>';
    expect(wordsOfSheet(cells('') + heads)).toBe('06.39.98.12.04\nPage');
  });
});

test('figures that place a drawing are not read with the words in it', () => {
  const anchored =
    '<wp:posOffset>36000</wp:posOffset><wps:txbx><w:p><w:t>06 39 98 12 07</w:t></w:p></wps:txbx>';
  expect(wordsOf(anchored)).toBe('06 39 98 12 07');
});
