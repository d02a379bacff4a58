import { expect, it } from 'vitest';
import { createNameList } from '../../../src/domain/privacy/name-list.ts';
import { portfolioTexts } from '../../../src/domain/privacy/portfolio-texts.ts';
import { textFindings } from '../../../src/domain/privacy/text-findings.ts';
import { Portfolio } from '../../../src/domain/portfolio.ts';
import { canaryPortfolio } from '../../support/canary-portfolio.ts';

/** Of the candidate's own page, of candidate and advisor alone, a code, or printed in no document at all. */
const ELSEWHERE =
  /^(?:id|certification|notes|candidate\.(?:name|email|phone|address|postcode|city)|essProfile\.profiles|reviews\..*|.*\.(?:publicFile\.note|pseudonym|competence|block|id|url))$/u;

it('every text of the schema that a document prints is looked through', () => {
  const { portfolio, canaries } = canaryPortfolio();
  const read = portfolioTexts(portfolio).map(({ text }) => text);
  const stored = JSON.stringify(portfolio);
  const texts = [...canaries].filter(([, value]) => value.endsWith(' canari') && stored.includes(value));
  expect(texts.length).toBeGreaterThan(60);
  const missed = texts.filter(([path, value]) => !ELSEWHERE.test(path) && !read.some((text) => text.includes(value)));
  expect(missed.map(([path]) => path)).toEqual([]);
}); // prettier-ignore

/** With valid keys that nobody has, as people type them: grouped, in full width, with blanks that do not break, across lines. */
const WRITTEN = [
  '285057800600028', '2 85 05 78 006 000 28', '２８５０５７８００６０００２８', '2 85\u00a005\u00a078 006\u202f000 28',
  '2 85 05 78\n006 000 28', '2.85.05.78.006.000.28', '285\u200b057800600028', 'FR1420041010050500013M02606',
  'FR14 2004 1010 0505 0001 3M02 606', 'fr1420041010050500013m02606', 'FR14\u00a02004\u00a01010\u00a00505\u00a00001\u00a03M02\u00a0606',
]; // prettier-ignore

it.each(WRITTEN)('%j keeps a document from being handed in', (number) => {
  const { portfolio, canaries } = canaryPortfolio();
  const stored = JSON.stringify(portfolio);
  const text = stored.replaceAll(
    canaries.get('activity-A1.role') ?? '',
    JSON.stringify(`Avec ${number}, dit-on`).slice(1, -1),
  );
  const found = textFindings(Portfolio.parse(JSON.parse(text)), createNameList([]));
  expect(found.filter(({ code }) => code === 'privacy-text-exposed').map(({ path }) => path)).toEqual([
    'activities.A1.role',
  ]);
});
