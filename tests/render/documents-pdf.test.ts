import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../src/catalogue/index.ts';
import { MEMOIRE_PLAN } from '../../src/domain/documents/memoire-plan.ts';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { renderHtml } from '../../src/render/html.ts';
import { fullPortfolio, proseOf } from '../support/full-portfolio.ts';
import {
  emptyHeadings,
  readStructure,
  rowsOf,
  strandedHeadings,
  type PdfStructure,
} from '../support/pdf-structure.ts';
import { printable } from '../support/printable.ts';
import { readPdf } from '../support/read-pdf.ts';
import { memoireOf, portfolioOf } from '../support/story-documents.ts';
import { readStory } from '../support/stories.ts';
import {
  holdsForAll,
  letters,
  missingFrom,
  saysNothingOfTheWorkshop,
  type JuryModel,
  type Printed,
} from '../support/jury-document-checks.ts';

const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

const printModel = async (model: JuryModel): Promise<Printed> => {
  const document = await renderHtml(model, 'paper');
  const bytes = await printer.print(document);
  const [pdf, structure] = await Promise.all([readPdf(bytes), readStructure(bytes)]);
  return { model, html: document.html, pdf, structure };
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
