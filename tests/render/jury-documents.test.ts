import { afterAll, describe, expect, test } from 'vitest';
import { DOCUMENT_IDS, DOCUMENTS } from '../../src/domain/documents/registry.ts';
import type { DocumentModel } from '../../src/domain/documents/document.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { DEFECT_KINDS } from '../../src/domain/sample/defects/index.ts';
import { words } from '../../src/catalogue/index.ts';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { renderHtml } from '../../src/render/html.ts';
import { openStore } from '../../src/storage/portfolio/portfolio-store.ts';
import { fullPortfolio } from '../support/full-portfolio.ts';
import { emptyHeadingsIn, visibleText, workshopWords, workshopWordsIn } from '../support/jury-words.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { readPdf } from '../support/read-pdf.ts';
import { OPEN_DAYS, samplesIn, shipped, type ShippedCode } from '../support/samples.ts';
import { DAY, shippedReferential } from '../support/story-documents.ts';
import { readStory, STORIES } from '../support/stories.ts';

const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

/** Every document that a jury would be given of a portfolio, whether the fiche calls for it or not. */
const juryDocumentsOf = async (portfolio: Portfolio): Promise<DocumentModel[]> => {
  const referential = await shippedReferential(portfolio.certification);
  return DOCUMENT_IDS.flatMap((id) => [...DOCUMENTS[id].build({ portfolio, referential, date: DAY })]).filter(
    ({ audience }) => audience === 'jury',
  );
};

/** All that is wrong with the jury's documents of a portfolio, in words. */
const wrongIn = async (portfolio: Portfolio): Promise<string[]> => {
  const models = await juryDocumentsOf(portfolio);
  expect(models.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['dossier-validation', 'portfolio']));
  // What stands in the fiche is the register's, and may say « analyse rédigée ».
  const own = JSON.stringify([portfolio, await shippedReferential(portfolio.certification)]);
  const wrong: string[] = [];
  for (const model of models) {
    const { html } = await renderHtml(model, 'screen');
    for (const word of workshopWordsIn(visibleText(html), own)) wrong.push(`${model.kind}: ${word}`);
    for (const title of emptyHeadingsIn(html)) wrong.push(`${model.kind}: empty heading « ${title} »`);
  }
  return wrong;
};

describe('a jury’s documents say nothing of the workshop', () => {
  test.each(STORIES)('%s', async (story) => {
    expect(await wrongIn(readStory(story))).toEqual([]);
  });

  test('those of somebody who has written everything, the mémoire and the écrit réflexif among them', async () => {
    const full = fullPortfolio(1);
    const text = { ...full.documents.portfolio };
    const everything = Object.fromEntries(
      ['situation', 'story', 'analysis', 'theory', 'learning', 'transfer', 'career', 'motivations'].map(
        (code) => [code, 'Un texte.'],
      ),
    );
    const settings = { ...text, ...everything };
    const portfolio = {
      ...full,
      documents: {
        'dossier-validation': settings,
        portfolio: settings,
        memoire: settings,
        'ecrit-reflexif': settings,
      },
    };
    const kinds = (await juryDocumentsOf(portfolio)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['memoire', 'ecrit-reflexif']));
    expect(await wrongIn(portfolio)).toEqual([]);
  });

  test('those of generated samples, one with each kind of defect, over the three certifications', async () => {
    const store = openStore(async () => shipped);
    const codes = Object.keys(OPEN_DAYS) as ShippedCode[];
    const wrong: string[] = [];
    let read = 0;
    for (const [index, { name, stage, possible }] of DEFECT_KINDS.entries()) {
      // A folder that cannot be read has no documents.
      if (stage === 'unreadable') continue;
      const certification = codes[index % codes.length] ?? 'RNCP38126';
      if (possible?.(await shippedReferential(certification)) === false) continue;
      const folder = `${temporaryFolder()}/dossier`;
      await samplesIn(folder, { certification, completeness: 70, defects: [name], seed: index });
      const { portfolio } = await store.open(folder);
      read += 1;
      for (const found of await wrongIn(portfolio)) wrong.push(`${name}, ${found}`);
    }
    expect(read).toBeGreaterThan(15);
    expect(wrong).toEqual([]);
  }, 60_000);

  test('nor does the PDF of one', async () => {
    const story = readStory('recit-a-rncp38126');
    const [model] = await juryDocumentsOf(story);
    if (!model) throw new Error('no document');
    const { text } = await readPdf(await printer.print(await renderHtml(model, 'paper')));
    const own = JSON.stringify([story, await shippedReferential(story.certification)]);
    expect(text).toContain('Attestation');
    expect(workshopWordsIn(text, own)).toEqual([]);
  });
});

describe('this guard bites', () => {
  test('on a grade, a percentage, a finding, guidance, a placeholder', () => {
    expect(workshopWords().length).toBeGreaterThan(100);
    for (const planted of [
      words.check.grades.absent,
      words.check.fragile,
      '96 %',
      words.findings['evidence-orphan']({ id: 'P19', title: 'Photo' }).message,
      words.findings['final-identity-missing']({ fact: 'birthDate' }).hint,
      words.documents.working.guidance.transfer,
      words.documents.working.mark,
      '{{title}}',
      '[[P07]]',
      'undefined',
    ])
      expect(workshopWordsIn(`Un récit. ${planted} Une suite.`, ''), planted).not.toEqual([]);
    expect(workshopWordsIn('J’ai atteint 96 % en cours d’année ; tout est acquis.', 'atteint 96 %')).toEqual(
      [],
    );
  });

  test('on an empty heading', () => {
    const page = (body: string): string => `<html><head></head><body>${body}</body></html>`;
    expect(emptyHeadingsIn(page('<h2>Plein</h2><p>a</p><h2>Vide</h2><h2>Fin</h2>'))).toEqual(['Vide', 'Fin']);
    expect(emptyHeadingsIn(page('<h2>Chapitre</h2><h3>Partie</h3><p>a</p><h2> </h2><p>b</p>'))).toEqual(['']);
  });
});
