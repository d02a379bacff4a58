import { describe, expect, test } from 'vitest';
import { buildCoverageDocument } from '../../src/domain/documents/coverage-document.ts';
import { pseudonymise } from '../../src/domain/documents/pseudonyms.ts';
import { buildToldDocument } from '../../src/domain/documents/told-document.ts';
import { computeCoverage } from '../../src/domain/coverage.ts';
import type { Evidence } from '../../src/domain/portfolio.ts';
import type { Referential } from '../../src/domain/referential.ts';
import { portfolioTexts } from '../../src/domain/privacy/portfolio-texts.ts';
import { renderHtml } from '../../src/render/html.ts';
import { buildPortfolio, smallReferential } from '../support/build-portfolio.ts';

const date = '2026-11-22';
const file = { path: 'preuves/original.pdf' };
const publicFile = { path: 'preuves/montree.pdf' };
const shows = [{ competence: 'BC01-C01', what: 'ce que j’ai décidé' }];

const portfolioOf = (evidence: readonly Partial<Evidence>[]) =>
  buildPortfolio({
    organisations: [{ id: 'O1', name: 'Les Ateliers Fictifs', pseudonym: 'une coopérative' }],
    experiences: [{ id: 'X1', title: 'Coordination', organisations: ['O1'], start: '2020' }],
    activities: [{ id: 'A1', title: 'Conduire', experiences: ['X1'], competences: [{ id: 'BC01-C01' }] }],
    evidence: evidence.map((each, index) => ({
      id: `P${index + 1}`,
      title: 'Note',
      activities: ['A1'],
      confidentiality: 'publiable',
      file,
      shows,
      ...each,
    })),
  });

const plain = (html: string): string =>
  html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/[\s\u00a0\u202f]+/gu, ' ');

const listOf = async (evidence: Partial<Evidence>): Promise<string> => {
  const portfolio = pseudonymise(portfolioOf([evidence]));
  const model = buildToldDocument('dossier-validation', { portfolio, referential: smallReferential(), date });
  const { html } = await renderHtml(model, 'screen');
  return plain(/<table class="annexes[^]*?<\/table>/u.exec(html)?.[0] ?? '');
};

describe('the list of annexes says of a proof', () => {
  test.each<readonly [string, Partial<Evidence>, string]>([
    ['whose work it is', { kind: 'rapport', date: '2024', madeBy: 'à plusieurs' }, 'rapport, 2024 · établie à plusieurs'],
    ['whose work it is, where nothing else is known', { madeBy: 'd’un tiers' }, 'Note établie par un tiers'],
    ['that names were taken out', { confidentiality: 'à anonymiser', publicFile }, 'Version anonymisée'],
    ['what the version is, in the candidate’s words', { confidentiality: 'à anonymiser', publicFile: { ...publicFile, note: 'extrait, pages 2 et 3' } }, 'Version communiquée : extrait, pages 2 et 3'],
    ['the same of a version of what could be shown whole', { publicFile: { ...publicFile, note: 'extrait' } }, 'Version communiquée : extrait'],
    ['no name that goes by another', { publicFile: { ...publicFile, note: 'sans Les Ateliers Fictifs' } }, 'sans une coopérative'],
  ])('%s', async (_, evidence, said) => {
    expect(await listOf(evidence)).toContain(said);
  }); // prettier-ignore

  test('nothing of a version where the original stands, nor what it carries', async () => {
    const list = await listOf({ kind: 'production', guarantee: 'garantie', confidentiality: 'à anonymiser' });
    expect(list).not.toMatch(/Version|garantie|probante/u);
  });
});

test('what a version is called is looked through for personal data like every text', () => {
  const portfolio = portfolioOf([{ publicFile: { ...publicFile, note: 'sans le 06 12 34 56 78' } }]);
  expect(portfolioTexts(portfolio)).toContainEqual(
    expect.objectContaining({ path: 'evidence.P1.publicFile.note', text: 'sans le 06 12 34 56 78' }),
  );
});

describe('couverture', () => {
  const coverageHtml = async (vae?: Referential['vae']): Promise<string> => {
    const referential = { ...smallReferential(), ...(vae && { vae }) };
    const portfolio = portfolioOf([{ kind: 'production', date: '2024' }, { kind: 'témoignage' }, {}]);
    const coverage = computeCoverage({ referential, portfolio, files: new Map() });
    const model = buildCoverageDocument({ portfolio, referential, date }, { coverage, findings: [] });
    return plain((await renderHtml(model, 'screen')).html);
  };

  test('tells how one hands in, how long each piece may be, and who says so', async () => {
    const text = await coverageHtml({
      pieces: [
        { label: 'Dossier écrit', document: 'dossier-validation', blocks: [], pages: { min: 40, max: 60 }, trame: ['Parcours'] },
        { label: 'Résumé', blocks: [], pages: 1, trame: [] },
        { label: 'Annexes choisies', blocks: [], pages: { max: 30 }, trame: [] },
      ],
      deposit: 'Deux exemplaires imprimés et un PDF, au plus tard un mois avant le jury.',
      source: { name: 'Guide fictif', date: '2026-10-02' },
    }); // prettier-ignore
    expect(text).toContain('Deux exemplaires imprimés et un PDF, au plus tard un mois avant le jury.');
    expect(text).toContain('Longueur demandée, sans les annexes : de 40 à 60 pages.');
    expect(text).toContain('sans les annexes : 1 page.');
    expect(text).toContain('30 pages au plus');
    expect(text).toContain('dossier de validation');
    expect(text).toContain('Guide fictif, lu le 2 octobre 2026');
    expect(text).not.toContain('La fiche prévoit');
  });

  test('weighs the proofs that are here, without a grade', async () => {
    const text = await coverageHtml();
    expect(text).toContain('très probantes, 1 ; en appui, 1 ; sans type, 1.');
    expect(text).not.toContain('Dépôt');
  });
});
