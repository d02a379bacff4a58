import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../src/catalogue/index.ts';
import type { PlanDocument } from '../../src/domain/documents/plan-document.ts';
import type { ToldDocument } from '../../src/domain/documents/told-document.ts';
import { MEMOIRE_PLAN } from '../../src/domain/documents/memoire-plan.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { createDocumentPrinter } from '../../src/render/document-printer.ts';
import { renderHtml } from '../../src/render/html.ts';
import { fullPortfolio, proseOf } from '../support/full-portfolio.ts';
import {
  emptyHeadings,
  headingsOf,
  readStructure,
  rowsOf,
  strandedHeadings,
  type PdfStructure,
} from '../support/pdf-structure.ts';
import { printable } from '../support/printable.ts';
import { readPdf, type ReadPdf } from '../support/read-pdf.ts';
import { memoireOf, portfolioOf } from '../support/story-documents.ts';
import { readStory } from '../support/stories.ts';

const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

type JuryModel = ToldDocument | PlanDocument;

interface Printed {
  readonly model: JuryModel;
  readonly html: string;
  readonly pdf: ReadPdf;
  readonly structure: PdfStructure;
}

const printModel = async (model: JuryModel): Promise<Printed> => {
  const document = await renderHtml(model, 'paper');
  const bytes = await printer.print(document);
  const [pdf, structure] = await Promise.all([readPdf(bytes), readStructure(bytes)]);
  return { model, html: document.html, pdf, structure };
};

/** What is compared is the letters: typography sets its own spaces and apostrophes. */
const letters = (text: string): string => text.replaceAll(/['’]/gu, '’').replaceAll(/\s+/gu, '');

const missingFrom = (text: string, wanted: readonly string[]): string[] => {
  const all = letters(text);
  return wanted.filter((part) => !all.includes(letters(part)));
};

const statementsOf = ({ grid }: JuryModel): string[] =>
  grid.blocks.flatMap(({ rows }) => rows.map(({ statement }) => statement));

/** What holds for every document whatever it says. */
const holdsForAll = (printed: () => Printed): void => {
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

const saysNothingOfTheWorkshop = (printed: () => Printed, portfolio: () => Portfolio): void => {
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

describe('story A, portfolio', () => {
  const story = readStory('recit-a-rncp38126');
  let printed: Printed;
  beforeAll(async () => {
    printed = await printModel(await portfolioOf(story));
  });
  holdsForAll(() => printed);
  saysNothingOfTheWorkshop(
    () => printed,
    () => story,
  );

  test('every name, title, answer and claim is there', () => {
    const listed = story.evidence.filter(({ id }) => id !== 'P19');
    const wanted = [
      story.candidate.name,
      ...story.organisations.map(({ name }) => name),
      ...story.experiences.map(({ title }) => title),
      ...story.activities.flatMap(({ title, approach, analysis, competences }) => [
        title,
        ...[approach, analysis].filter((text) => text !== undefined),
        ...competences.flatMap(({ claim }) => (claim === undefined ? [] : [claim])),
      ]),
      ...listed.map(({ title }) => title),
    ];
    expect(missingFrom(printed.pdf.text, wanted)).toEqual([]);
  });

  test('the orphan is absent, the proofs to anonymise are without file, the person is said to be fictional', () => {
    expect(printed.pdf.text).not.toContain('fête des dix ans');
    expect(printed.pdf.text).toContain('P03-note-diagnostic.pdf');
    expect(printed.pdf.text).not.toMatch(/P02-|P12-/u);
    expect(printed.pdf.pages.every((text) => text.includes('Personne et faits fictifs'))).toBe(true);
  });

  test('the career is drawn once, and told in words to those who do not see it', () => {
    expect(printed.structure.elements.filter(({ role }) => role === 'Figure')).toHaveLength(1);
    expect(printed.html).toContain(
      'aria-label="Frise du parcours, de 2016 à 2026. Trésorière, bénévolat, février 2016 à août 2018.',
    );
  });

  test('the grid sends to the page where each activity and annex is found', () => {
    const page = (role: string, start: string): number | undefined =>
      printed.structure.elements.find(
        (element) => element.role === role && letters(element.text).startsWith(letters(start)),
      )?.page;
    const grid = letters(printed.pdf.text);
    const activity = page('H3', '3 Passer de l’association à la SCIC');
    expect(grid).toContain(letters(`3 Passer de l’association à la SCIC, p. ${activity}`));
    const annex = page('TR', '7Statuts de SCIC');
    expect(grid).toContain(letters(`Annexe 7, p. ${annex}`));
  });
});

describe('story A, plan of the mémoire', () => {
  let printed: Printed;
  beforeAll(async () => {
    printed = await printModel((await memoireOf(readStory('recit-a-rncp38126'))) as JuryModel);
  });
  holdsForAll(() => printed);

  test('says on every page that it is a working document, and what is still to write', () => {
    expect(printed.pdf.pages.every((text) => text.includes(words.documents.working.mark))).toBe(true);
    const { guidance } = words.documents.working;
    const said = [...MEMOIRE_PLAN.sections.map(({ code }) => guidance[code]), guidance.bibliography];
    expect(missingFrom(printed.pdf.text, said)).toEqual([]);
    expect(missingFrom(printed.pdf.text, ['BC03-C09 Capitaliser l’expérience', '35 pages'])).toEqual([]);
  });
});

describe('a mémoire with nothing left to write', () => {
  const story = fullPortfolio(1);
  const memoire = { ...story.documents.memoire, conclusion: proseOf(8, 1) };
  const portfolio = { ...story, documents: { memoire } };
  let printed: Printed;
  beforeAll(async () => {
    printed = await printModel((await memoireOf(portfolio)) as JuryModel);
  });
  holdsForAll(() => printed);
  saysNothingOfTheWorkshop(
    () => printed,
    () => portfolio,
  );
});

describe('a hundred pages', () => {
  const portfolio = fullPortfolio(3);
  let printed: Printed;
  beforeAll(async () => {
    printed = await printModel(await portfolioOf(portfolio));
  });
  holdsForAll(() => printed);
  saysNothingOfTheWorkshop(
    () => printed,
    () => portfolio,
  );

  test('cites its annexes by number and page in the text', () => {
    expect(printed.pdf.pages.length).toBeGreaterThan(80);
    const annex = printed.model.annexes.find(({ id }) => id === 'P03');
    const cited = printed.pdf.text.match(/Annexe\s\d+,\sp\.\s\d+/gu) ?? [];
    expect(cited.length).toBeGreaterThan(100);
    expect(
      cited.filter((text) => text.replaceAll(/\s/gu, ' ').startsWith(`Annexe ${annex?.number},`)).length,
    ).toBeGreaterThan(100);
  });
});

describe('these guards', () => {
  let bad: PdfStructure;
  beforeAll(async () => {
    const filler = `<p>Une ligne.</p>`.repeat(3);
    const row = `<tr><th scope="row">Rang</th><td>${'Une ligne.<br>'.repeat(30)}</td></tr>`;
    bad = await readStructure(
      await printer.print(
        printable(
          `<h1>Titre</h1>${filler}<h2 style="break-after:page">Pendu</h2><h2>Vide</h2><h2>Plein</h2><table>${row.repeat(3)}</table>`,
          'p{line-height:24pt;margin:0}',
        ),
      ),
    );
  });
  test('find a stranded heading, an empty one and a split row where there is one', () => {
    expect(strandedHeadings(bad).map(({ text }) => text.trim())).toContain('Pendu');
    expect(emptyHeadings(bad).map(({ text }) => text.trim())).toEqual(['Pendu', 'Vide']);
    expect(rowsOf(bad).length).toBeGreaterThan(3);
  });
});
