import { expect, test } from 'vitest';
import { computeCoverage } from '../../../src/domain/coverage.ts';
import { Referential } from '../../../src/domain/referential.ts';
import { assessmentsInPersonAreAnnounced } from '../../../src/domain/rules/fiche-rules.ts';
import { readYaml, type Name } from '../../referential/provers.ts';
import { buildPortfolio } from '../../support/build-portfolio.ts';

const announced = (name: Name, blocks: string[] = []): string[] => {
  const referential = Referential.parse(readYaml(name));
  const portfolio = buildPortfolio({
    certification: name,
    target: { blocks: blocks.map((block) => name + block) },
  });
  const files = new Map();
  const coverage = computeCoverage({ referential, portfolio, files });
  return assessmentsInPersonAreAnnounced({
    referential,
    portfolio,
    files,
    coverage,
    today: '2026-11-22',
  }).map(({ args }) => `${String(args['where']).replace(name, '')} ${args['label']}`.trim());
};

test('what no written document replaces is announced, also where a line of the fiche names two modes', () => {
  expect(announced('RNCP41296')).toEqual([
    'BC01 Mémoire professionnel et soutenance orale',
    'BC03 Mise en situation',
    "BC03 Epreuves d'anglais professionnel",
    'BC04 Epreuve orale',
  ]);
  expect(announced('RNCP38126')).toEqual(['BC02 Soutenance orale', 'BC03 Soutenance orale']);
});

test('only the blocks aimed at count, and modes of the whole certification where no block has its own', () => {
  expect(announced('RNCP38126', ['BC01'])).toEqual([]);
  expect(announced('RNCP35080')).toEqual([
    'Soutenance orale d’analyse de pratiques devant un jury mixte enseignants/professionnels',
  ]);
});
