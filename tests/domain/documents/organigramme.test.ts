import { expect, test } from 'vitest';
import { computeCoverage } from '../../../src/domain/coverage.ts';
import { organisationParts } from '../../../src/domain/documents/career.ts';
import { whatKeepsFromHandingIn } from '../../../src/domain/documents/final-readiness.ts';
import { buildToldDocument } from '../../../src/domain/documents/told-document.ts';
import type { Pictures } from '../../../src/domain/images/picture.ts';
import type { StoredPortfolio } from '../../../src/domain/portfolio.ts';
import { everyOrganigrammeCanBeShown } from '../../../src/domain/rules/organigramme-rules.ts';
import { buildPortfolio, smallReferential } from '../../support/build-portfolio.ts';

const referential = smallReferential();
const date = '2026-11-22';
const PICTURE = { state: 'present', src: 'data:image/png;base64,AA==', width: 40, height: 30 } as const;
const there: Pictures = new Map([['O1', PICTURE]]);
const damaged: Pictures = new Map([['O1', { state: 'damaged' }]]);

const dossier = (more: Partial<NonNullable<StoredPortfolio['organisations']>[number]> = {}) =>
  buildPortfolio({
    organisations: [
      {
        id: 'O1',
        name: 'Les Ateliers fictifs',
        organigramme: { file: 'preuves/o.png', alt: 'Trois pôles des Ateliers fictifs.' },
        ...more,
      },
    ],
  });
const HIDDEN = { pseudonym: 'Une association', mission: 'Aider.' };

const told = (portfolio = dossier(), pictures = there) =>
  buildToldDocument('dossier-validation', { portfolio, referential, date, pictures });

const findingsOf = (portfolio = dossier(), pictures = there) => {
  const files = new Map();
  const coverage = computeCoverage({ referential, portfolio, files });
  const context = { referential, portfolio, files, pictures, coverage, today: date };
  return everyOrganigrammeCanBeShown(context).map(({ code, severity, args }) =>
    [code, severity, args['reason']].join(' ').trim(),
  );
};

const keptBy = (portfolio = dossier(), pictures = there) => {
  const models = [told(portfolio, pictures)];
  return whatKeepsFromHandingIn({ portfolio, referential, models, files: new Map(), pictures })
    .map(({ code }) => code)
    .filter((code) => code.startsWith('organigramme'));
};

test('stands in the chapter of its organisation, which it alone calls for', () => {
  const { organisations, contents } = told();
  const { state: _there, ...shown } = PICTURE;
  expect(organisations).toMatchObject([
    { id: 'O1', organigramme: { ...shown, alt: 'Trois pôles des Ateliers fictifs.' } },
  ]);
  expect(contents.map(({ id }) => id)).toContain('organisations');
  expect([findingsOf(), keptBy()]).toEqual([[], []]);
});

test('that cannot be shown is left out of what a jury reads without a word, named in a plan, and found', () => {
  const portfolio = dossier({ mission: 'Aider.' });
  expect(told(portfolio, damaged).organisations).toMatchObject([
    { organigramme: undefined, withoutOrganigramme: undefined },
  ]);
  expect(organisationParts(portfolio, damaged, 'working')).toMatchObject([
    { organigramme: undefined, withoutOrganigramme: 'damaged' },
  ]);
  expect(findingsOf(portfolio, damaged)).toEqual(['organigramme-unreadable error damaged']);
  expect(findingsOf(portfolio, new Map())).toEqual(['organigramme-unreadable error missing']);
  expect(keptBy(portfolio, damaged)).toEqual(['organigramme-unreadable']);
});

test('of an organisation with a pseudonym is nowhere, not even its description; a warning says so', () => {
  const portfolio = dossier(HIDDEN);
  const document = JSON.stringify(told(portfolio));
  expect(document).toContain('Une association');
  expect(document).not.toContain(PICTURE.src);
  expect(document).not.toContain('pôles');
  expect(organisationParts(portfolio, there, 'working')).toMatchObject([
    { organigramme: undefined, withoutOrganigramme: 'pseudonym' },
  ]);
  expect(findingsOf(portfolio)).toEqual(['organigramme-withheld warning']);
  expect(findingsOf(portfolio, damaged)).toEqual(['organigramme-withheld warning']);
  expect(keptBy(portfolio, damaged)).toEqual([]);
});
