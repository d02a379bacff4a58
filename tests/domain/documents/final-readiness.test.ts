import { describe, expect, test } from 'vitest';
import { DOCUMENTS } from '../../../src/domain/documents/registry.ts';
import { splitForHandingIn, whatKeepsFromHandingIn } from '../../../src/domain/documents/final-readiness.ts';
import { publicFileKey, type EvidenceFiles } from '../../../src/domain/evidence/files.ts';
import type { Portfolio, StoredPortfolio } from '../../../src/domain/portfolio.ts';
import { buildPortfolio, smallReferential } from '../../support/build-portfolio.ts';

const referential = smallReferential();
const DAY = '2026-11-22';

/** Every file of the portfolio is there, but those named. */
const filesOf = ({ evidence }: Portfolio, absent: readonly string[] = []): EvidenceFiles =>
  new Map(
    evidence.flatMap(({ id, publicFile }) => [
      [id, absent.includes(id) ? { state: 'missing' as const } : { state: 'present' as const, bytes: 1 }],
      ...(publicFile ? [[publicFileKey(id), { state: 'present' as const, bytes: 1 }] as const] : []),
    ]),
  );

const dossier: Partial<StoredPortfolio> = {
  candidate: {
    name: 'Ada Fictive', birthDate: '1980-01-02', email: 'ada@exemple.fr', address: '1 rue Fictive', postcode: '01000', city: 'Bourg',
  },
  organisations: [{ id: 'O1', name: 'Association fictive', mission: 'Aider.' }],
  experiences: [{ id: 'X1', title: 'Directrice', organisations: ['O1'], start: '2020' }],
  activities: [{ id: 'A1', title: 'Une', context: 'Voir [[P1]].', competences: [{ id: 'BC01-C1' }] }],
  evidence: [
    { id: 'P1', title: 'Pièce', file: { path: 'preuves/p.pdf' }, confidentiality: 'publiable', activities: ['A1'] },
  ],
  documents: {
    'dossier-validation': {
      introduction: 'I.', career: 'C.', learning: 'A.', synthesis: 'S.', project: 'P.', conclusion: 'F.', bibliography: 'B.',
    },
  },
}; // prettier-ignore

const keptBy = (
  fields: Partial<StoredPortfolio>,
  id: keyof typeof DOCUMENTS = 'dossier-validation',
  absent: readonly string[] = [],
): string[] => {
  const portfolio = buildPortfolio({ ...dossier, ...fields });
  const models = DOCUMENTS[id].build({ portfolio, referential, date: DAY });
  const files = filesOf(portfolio, absent);
  return whatKeepsFromHandingIn({ portfolio, referential, models, files }).map(
    ({ code, path, args }) => `${code} ${path}${args['elsewhere'] ? ` (${args['elsewhere']})` : ''}`,
  );
};

const proof = dossier.evidence?.[0];
const activity = dossier.activities?.[0];

describe('a dossier', () => {
  test('that is complete can be handed in', () => {
    expect(keptBy({})).toEqual([]);
  });

  test('of somebody who is not to be found cannot', () => {
    expect(keptBy({ candidate: { name: 'Ada Fictive', address: '1 rue Fictive' } })).toEqual([
      'final-identity-missing candidate.birthDate',
      'final-identity-missing candidate.address',
      'final-identity-missing candidate.contact',
    ]);
  });

  test('with a section to write cannot; another document that has it is named, and not printed', () => {
    const { introduction, synthesis, ...rest } = dossier.documents?.['dossier-validation'] ?? {};
    expect(keptBy({ documents: { 'dossier-validation': rest, portfolio: { introduction } } })).toEqual([
      'final-section-unwritten documents.dossier-validation.introduction (portfolio)',
      'final-section-unwritten documents.dossier-validation.synthesis',
    ]);
    expect(synthesis).toBe('S.');
  });

  test('without activities, career or organisations cannot', () => {
    expect(keptBy({ activities: [], experiences: [], organisations: [] })).toEqual([
      'final-chapter-empty documents.dossier-validation',
      'final-chapter-empty documents.dossier-validation',
      'final-chapter-empty documents.dossier-validation',
    ]);
  });

  test.each([
    ['to be asked for', { ...proof, file: undefined, state: 'à demander' as const }],
    ['not to be joined', { ...proof, confidentiality: 'à ne pas joindre' as const }],
  ])('that cites a proof %s cannot', (_, evidence) => {
    expect(keptBy({ evidence: [{ id: 'P1', title: 'Pièce', ...evidence }] })).toEqual([
      'final-citation-unjoined evidence.P1',
    ]);
  });

  test('that cites what does not exist cannot', () => {
    expect(
      keptBy({ activities: [{ id: 'A1', title: 'Une', ...activity, context: 'Voir [[P9]].' }] }),
    ).toEqual(['final-citation-unjoined evidence.P9']);
  });

  test('whose annex is gone, to anonymise or an image nobody describes cannot', () => {
    expect(keptBy({}, 'dossier-validation', ['P1'])).toEqual(['evidence-missing evidence.P1']);
    const secret = { ...proof, id: 'P1', title: 'Pièce', confidentiality: 'à anonymiser' as const };
    expect(keptBy({ evidence: [secret] })).toEqual(['final-not-anonymised evidence.P1']);
    expect(keptBy({ evidence: [{ ...secret, publicFile: { path: 'preuves/masque.pdf' } }] })).toEqual([]);
    expect(keptBy({ evidence: [{ ...secret, shows: [{ competence: 'BC01-C1' }] }] })).toEqual([
      'final-not-anonymised evidence.P1',
      'final-competence-unshown competences.ESSAI1BC01-C01',
    ]);
    const image = { ...proof, id: 'P1', title: 'Pièce', file: { path: 'preuves/p.JPG' } };
    expect(keptBy({ evidence: [image] })).toEqual(['final-image-without-alt evidence.P1']);
    expect(keptBy({ evidence: [{ ...image, alt: 'Une cour.' }] })).toEqual([]);
  });
});

test('a competence whose proofs may not be shown keeps the dossier; one proof to show is enough, whatever the others', () => {
  const hidden = {
    ...proof,
    id: 'P2',
    title: 'Secret',
    file: { path: 'preuves/s.pdf' },
    confidentiality: 'à ne pas joindre' as const,
    shows: [{ competence: 'BC01-C1' }],
  };
  const open = { ...proof, id: 'P1', title: 'Pièce' };
  const unshown = 'final-competence-unshown competences.ESSAI1BC01-C01';
  expect(keptBy({ evidence: [open, hidden] })).toEqual([unshown]);
  const { confidentiality: _unsaid, ...unknown } = hidden;
  expect(keptBy({ evidence: [open, unknown] })).toEqual([unshown]);
  expect(keptBy({ evidence: [{ ...open, shows: [{ competence: 'BC01-C1' }] }, hidden] })).toEqual([]);
  const { file: _file, ...online } = open;
  const linked = { ...online, url: 'https://exemple.fr', shows: [{ competence: 'BC01-C1' }] };
  expect(keptBy({ evidence: [linked, hidden] })).toEqual([]);
});

test('an outline is refused with what is left to write; sheets to work with are never handed in', () => {
  expect(keptBy({}, 'memoire')).toEqual(['final-outline documents.memoire']);
  const portfolio = buildPortfolio(dossier);
  const build = (id: keyof typeof DOCUMENTS) => DOCUMENTS[id].build({ portfolio, referential, date: DAY });
  const { handedIn, leftOut } = splitForHandingIn([...build('memoire'), ...build('etude-de-cas')]);
  expect([handedIn.map(({ kind }) => kind), leftOut.map(({ kind }) => kind)]).toEqual([
    ['memoire'],
    ['etude-de-cas'],
  ]);
});
