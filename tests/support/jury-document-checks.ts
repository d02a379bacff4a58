/** What is looked at in every printed document for a jury, whatever it says. */
import { expect, test } from 'vitest';
import { words } from '../../src/catalogue/index.ts';
import type { PlanDocument } from '../../src/domain/documents/plan-document.ts';
import type { ToldDocument } from '../../src/domain/documents/told-document.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { emptyHeadings, headingsOf, rowsOf, strandedHeadings, type PdfStructure } from './pdf-structure.ts';
import { type ReadPdf } from './read-pdf.ts';

export type JuryModel = ToldDocument | PlanDocument;

export interface Printed {
  readonly model: JuryModel;
  readonly html: string;
  readonly pdf: ReadPdf;
  readonly structure: PdfStructure;
}

/** What is compared is the letters: typography sets its own spaces and apostrophes. */
export const letters = (text: string): string => text.replaceAll(/['’]/gu, '’').replaceAll(/\s+/gu, '');

export const missingFrom = (text: string, wanted: readonly string[]): string[] => {
  const all = letters(text);
  return wanted.filter((part) => !all.includes(letters(part)));
};

const statementsOf = ({ grid }: JuryModel): string[] =>
  grid.blocks.flatMap(({ rows }) => rows.map(({ statement }) => statement));

/** What holds for every document whatever it says. */
export const holdsForAll = (printed: () => Printed): void => {
  test('A4, tagged, French, titled, by its author', () => {
    const { pdf, structure, model } = printed();
    for (const [width, height] of structure.sizes) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    }
    expect(pdf).toMatchObject({ tagged: true, lang: 'fr', author: model.cover.candidate });
    expect(pdf.title).toContain(model.cover.candidate);
  });

  test('each entry of the contents carries the page where its heading is found', () => {
    const { pdf, structure, model } = printed();
    const headings = headingsOf(structure);
    const contents = letters(
      pdf.pages
        .slice(
          1,
          1 + Math.max(1, headings.find(({ text }) => text.includes(headingOf(model)))?.page ?? 3) - 1,
        )
        .join('\n'),
    );
    expect(model.contents.length).toBeGreaterThan(3);
    for (const entry of model.contents) {
      const title = letters(entryTitle(entry));
      const heading = headings.find(({ text }) => letters(text) === title);
      expect(heading, title).toBeDefined();
      expect(contents).toContain(`${title}${heading?.page}`);
    }
  });

  test('one h1, no level skipped, and the bookmarks follow', () => {
    const { structure } = printed();
    const headings = headingsOf(structure);
    const levels = headings.map(({ role }) => Number(role[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(structure.outline.map(letters)).toEqual(headings.map(({ text }) => letters(text)));
  });

  test('no heading is the last thing on its page, nor alone at its foot', () => {
    const { structure } = printed();
    const stranded = strandedHeadings(structure);
    expect(stranded.map(({ text, page }) => `${page} ${text}`)).toEqual([]);
  });

  test('no table row is split', () => {
    const { structure, html } = printed();
    const body = html.replaceAll(/<thead>.*?<\/thead>/gsu, '');
    const heads = [...html.matchAll(/<thead>(.*?)<\/thead>/gsu)].map((match) =>
      letters((match[1] ?? '').replaceAll(/<[^>]*>/gu, '')),
    );
    const rows = rowsOf(structure).filter(
      ({ text }) => !heads.some((head) => head.startsWith(letters(text))),
    );
    expect(rows).toHaveLength(body.match(/<tr\b/gu)?.length ?? 0);
  });

  test('every official statement, letter for letter', () => {
    const { pdf, model } = printed();
    expect(statementsOf(model).length).toBeGreaterThan(0);
    // Row by row: nothing else stands between the letters of a statement.
    const all = pdf.text.replaceAll(/\s+/gu, '');
    expect(statementsOf(model).filter((text) => !all.includes(text.replaceAll(/\s+/gu, '')))).toEqual([]);
  });

  test('running titles and page numbers on every page but the cover', () => {
    const { pdf, model } = printed();
    expect(pdf.pages[0]).not.toContain(`${model.cover.certification.code}\n${model.cover.candidate}`);
    for (const [index, text] of pdf.pages.entries()) {
      if (index === 0) continue;
      expect(text).toContain(model.cover.certification.code);
      expect(text).toMatch(new RegExp(`(?<!\\d)${index + 1}(?!\\d)`, 'u'));
    }
  });
};

const headingOf = (model: JuryModel): string => {
  const first = model.contents[0];
  return first ? entryTitle(first) : '';
};

const entryTitle = (entry: JuryModel['contents'][number]): string => {
  const headings: Record<string, string> = words.documents.headings;
  const title = entry.heading === undefined ? entry.title : headings[entry.heading];
  return [entry.mark, title].filter((part) => part !== undefined).join(' ');
};

/** What a jury document must never say: the words of the working side, whole words only. */
const FORBIDDEN = [
  ...Object.values(words.check.grades),
  words.check.fragile,
  ...Object.values(words.check.states).filter((state) => state !== 'acquis' && state !== 'en cours'),
  words.documents.working.mark,
  words.documents.working.toWrite,
  words.documents.working.material,
  words.documents.working.budget,
  'couverture documentaire',
  'échéance',
  'étayée',
  'fragile',
];

export const saysNothingOfTheWorkshop = (printed: () => Printed, portfolio: () => Portfolio): void => {
  test('no grade, percentage, finding, guidance, private note or empty heading', () => {
    const { pdf, structure } = printed();
    const own = letters(JSON.stringify(portfolio()));
    const found = FORBIDDEN.filter(
      (word) => missingFrom(pdf.text, [word]).length === 0 && missingFrom(own, [word]).length > 0,
    );
    expect(found).toEqual([]);
    const percentages = pdf.text.match(/\d+\s*%/gu) ?? [];
    expect(percentages.filter((text) => !own.includes(letters(text)))).toEqual([]);
    for (const text of Object.values(words.documents.working.guidance)) {
      expect(missingFrom(pdf.text, [text])).toEqual([text]);
    }
    expect(pdf.text).not.toContain('Note privée');
    expect(emptyHeadings(structure).map(({ text }) => text)).toEqual([]);
  });
};
