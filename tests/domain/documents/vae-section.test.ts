import { describe, expect, test } from 'vitest';
import { chooseDocuments } from '../../../src/domain/documents/choose-documents.ts';
import { openBlocks } from '../../../src/domain/documents/scope.ts';
import { Referential } from '../../../src/domain/referential.ts';
import { pageLimitOf, trameOf } from '../../../src/domain/referential/vae-section.ts';
import { buildPortfolio, smallReferential } from '../../support/build-portfolio.ts';

const source = { name: 'Guide fictif du candidat', date: '2026-09-01' };

/** A fictional certifier whose fiche judges the first block on a mémoire and the second on a portfolio. */
const withSection = (pieces: readonly object[]): Referential => {
  const referential = smallReferential();
  const assessments = [
    [{ kind: 'memoire', also: [], label: 'Mémoire' }],
    [{ kind: 'portfolio', also: [], label: 'Portfolio' }],
  ];
  return Referential.parse({
    ...referential,
    blocks: referential.blocks.map((block, index) => ({ ...block, assessments: assessments[index] })),
    ...(pieces.length > 0 && { vae: { pieces, deposit: 'Plateforme fictive', source } }),
  });
};

const chosenBy = (referential: Referential): string[] => {
  const portfolio = buildPortfolio();
  const call = { portfolio, referential, open: openBlocks(portfolio, referential) };
  return chooseDocuments('all', call, []).map(({ id, blocks }) => [id, ...blocks].join(' '));
};

const JURY = new Set(['dossier-validation', 'portfolio', 'memoire', 'ecrit-reflexif']);
const ofTheJury = (chosen: string[]): string[] => chosen.filter((line) => JURY.has(line.split(' ')[0] ?? ''));

describe('what a certifier asks of VAE candidates', () => {
  test('where it is not known, the modes of the fiche decide, and the dossier is always made', () => {
    expect(ofTheJury(chosenBy(withSection([])))).toEqual([
      'dossier-validation',
      'portfolio ESSAI1BC02',
      'memoire ESSAI1BC01',
    ]);
  });

  test('takes precedence, over the blocks it names, whatever their spelling', () => {
    const referential = withSection([
      { label: 'Dossier', document: 'dossier-validation', pages: { min: 50, max: 120 } },
      { label: 'Écrit', document: 'ecrit-reflexif', blocks: ['bc2'], pages: 15, trame: ['La situation'] },
      { label: 'Entretien' },
    ]);
    expect(ofTheJury(chosenBy(referential))).toEqual(['dossier-validation', 'ecrit-reflexif ESSAI1BC02']);
    expect(pageLimitOf(referential.vae, 'dossier-validation')).toEqual({ min: 50, max: 120 });
    expect(pageLimitOf(referential.vae, 'ecrit-reflexif')).toEqual({ min: 15, max: 15 });
    expect(pageLimitOf(referential.vae, 'memoire')).toBeUndefined();
    expect(trameOf(referential.vae, 'ecrit-reflexif')).toEqual(['La situation']);
    expect(trameOf(referential.vae, 'memoire')).toEqual([]);
  });

  test('may leave the dossier itself out', () => {
    expect(ofTheJury(chosenBy(withSection([{ label: 'Mémoire', document: 'memoire' }])))).toEqual([
      'memoire',
    ]);
  });

  test.each([
    [{ pieces: [] }],
    [{ pieces: [{ label: 'Roman', document: 'roman' }] }],
    [{ pieces: [{ label: 'Court', pages: { min: 20, max: 10 } }] }],
    [{ pieces: [{ label: 'Caché \u202e' }] }],
  ])('%j is no such section', (vae) => {
    expect(Referential.safeParse({ ...smallReferential(), vae: { ...vae, source } }).success).toBe(false);
  });
});
