import { expect, test } from 'vitest';
import { chooseDocuments } from '../../../src/domain/documents/choose-documents.ts';
import { buildFeasibilityDocument } from '../../../src/domain/documents/feasibility-document.ts';
import { openBlocks } from '../../../src/domain/documents/scope.ts';
import { buildPortfolio, smallReferential } from '../../support/build-portfolio.ts';

const referential = smallReferential();

const portfolio = buildPortfolio({
  stage: 'faisabilite',
  experiences: [
    { id: 'X1', title: 'Trésorière', start: '2016-02', end: '2018-08' },
    { id: 'X2', title: 'Directrice', start: '2021', description: 'Je dirige [[P01]].' },
    { id: 'X3', title: 'Stage' },
  ],
  activities: [
    {
      id: 'A1',
      title: 'Refonder',
      role: 'Je décide seule [[P01]].',
      analysis: 'Hors sujet ici.',
      competences: [{ id: 'BC01-C1' }, { id: 'BC02-C1' }],
    },
  ],
  feasibility: {
    blocks: [
      { block: 'BC01', answer: 'partiellement', comment: 'Un peu.' },
      { block: 'bc2', answer: 'oui', comment: 'x'.repeat(10_001) },
    ],
    objectives: ['Changer de métier'],
  },
});

const document = buildFeasibilityDocument({ portfolio, referential, date: '2026-11-22' });

test('at this stage it is made alone, and it never is at the other unless it is named', () => {
  const chosen = (stage: 'faisabilite' | 'validation', asked: 'all' | ['faisabilite']) => {
    const at = { ...portfolio, stage };
    const call = { portfolio: at, referential, open: openBlocks(at, referential) };
    return chooseDocuments(asked, call, []).map(({ id }) => id);
  };
  expect(chosen('faisabilite', 'all')).toEqual(['faisabilite']);
  expect(chosen('validation', 'all')).not.toContain('faisabilite');
  expect(chosen('validation', 'all')).toContain('dossier-validation');
  expect(chosen('validation', ['faisabilite'])).toEqual(['faisabilite']);
});

test('counts each comment against what the form takes', () => {
  expect(document.limit.characters).toBe(10_000);
  expect(document.blocks.map(({ answer, length }) => [answer, length])).toEqual([
    ['partiellement', { characters: 7, state: 'thin' }],
    ['oui', { characters: 10_001, state: 'over' }],
  ]);
});

test('proposes the candidate’s own words where a comment says too little, without what a form cannot hold', () => {
  expect(document.blocks.map(({ proposals }) => proposals)).toEqual([
    [{ id: 'A1', title: 'Refonder', fields: [{ label: 'role', text: 'Je décide seule.' }] }],
    [],
  ]);
});

test('lists experiences with what their dates last', () => {
  expect(document.experiences.map(({ title, duration }) => [title, duration])).toEqual([
    ['Directrice', { months: 71, about: true }],
    ['Trésorière', { months: 31, about: false }],
    ['Stage', undefined],
  ]);
  expect(document.experiences[0]?.description).toBe('Je dirige.');
});
