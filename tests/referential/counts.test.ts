import { describe, expect, it } from 'vitest';
import { blocksAssessedBy, Referential, type AssessmentKind } from '../../src/domain/referential.ts';
import { readYaml } from './provers.ts';

const certification = (name: 'RNCP38126' | 'RNCP41296' | 'RNCP35080'): Referential =>
  Referential.parse(readYaml(name));
const sizes = ({ blocks }: Referential): number[] => blocks.map((block) => block.competences.length);
const codes = (list: { code: string }[]): string[] => list.map(({ code }) => code);

describe('RNCP38126', () => {
  const irup = certification('RNCP38126');

  it('has 8 + 10 + 9 competences, numbered in register order', () => {
    expect(sizes(irup)).toEqual([8, 10, 9]);
    expect(irup.blocks[1]?.competences.at(-1)?.id).toBe('RNCP38126BC02-C10');
  });

  it('takes the block’s list as the authority', () => {
    const risks = irup.blocks[1]?.competences[3];
    expect(risks?.statement).toContain('institutionnels, ...)');
    expect(risks?.note).toContain('institutionnels,...)');
  });

  it('has its codes, dates, juries and statistics', () => {
    expect(codes(irup.nsf)).toEqual(['330p', '332p']);
    expect(codes(irup.formacodes)).toEqual(['13175']);
    expect(codes(irup.rome)).toEqual(['M1205', 'M1302']);
    expect(irup.certifiers[0]?.siret).toBe('40247415900058');
    expect(irup.registration).toMatchObject({ end: '2028-10-18', replaces: [{ code: 'RNCP4740' }] });
    expect(irup.routes.filter(({ open }) => !open).map(({ route }) => route)).toEqual([
      'formation-initiale',
      'candidature-individuelle',
    ]);
    expect(irup.routes.every(({ inferred }) => inferred)).toBe(true);
    expect(irup.routes.find(({ route }) => route === 'vae')?.jury).toHaveLength(1);
    expect(irup.statistics.map(({ year, certified, byVae }) => [year, certified, byVae])).toEqual([
      [2021, 22, 0],
      [2020, 12, 0],
      [2019, 19, 2],
    ]);
    expect(irup.prerequisites.training).toHaveLength(3);
    expect(irup.prerequisites.validation).toHaveLength(2);
    expect(irup.prerequisites.blocks).toBe('Non');
  });
});

describe('RNCP41296', () => {
  const ircom = certification('RNCP41296');

  it('has 6 + 6 + 10 + 5 competences', () => {
    expect(sizes(ircom)).toEqual([6, 6, 10, 5]);
  });

  it('asks for writing and speech in professional English alone', () => {
    const both = ircom.blocks.flatMap((block) => block.competences).filter(({ forms }) => forms.length > 0);
    expect(both.map(({ id, forms }) => [id, forms])).toEqual([['RNCP41296BC03-C10', ['écrit', 'oral']]]);
  });

  it('has its codes, dates, juries and statistics, and doubts K1800', () => {
    expect(codes(ircom.nsf)).toEqual(['310m', '330p', '332n']);
    expect(codes(ircom.formacodes)).toEqual(['32135', '44056']);
    expect(codes(ircom.rome)).toEqual(['K1403', 'K1802', 'K1201', 'K1800']);
    expect(ircom.rome.at(-1)?.note).toBeDefined();
    expect(ircom.certifiers[0]?.siret).toBe('32949147600019');
    expect(ircom.registration.end).toBe('2028-09-24');
    expect(ircom.titleNote).toBeDefined();
    expect(ircom.routes.filter(({ open }) => open)).toHaveLength(5);
    expect(ircom.routes.find(({ route }) => route === 'vae')).toMatchObject({
      inferred: true,
      updated: '2025-09-25',
    });
    expect(ircom.statistics.map(({ year, certified, byVae }) => [year, certified, byVae])).toEqual([
      [2023, 40, 0],
      [2022, 27, 0],
    ]);
    expect(ircom.prerequisites.validation).toEqual([]);
  });
});

describe('RNCP35080', () => {
  const cnam = certification('RNCP35080');

  it('has 5 + 3 + 3 + 4 activities in four fonctions', () => {
    expect(sizes(cnam)).toEqual([5, 3, 3, 4]);
    expect(cnam.blocks.every(({ kind }) => kind === 'fonction')).toBe(true);
    expect(cnam.blocks[0]?.competences[0]?.id).toBe('RNCP35080F1-A1');
  });

  it('ended, with a successor that the supplement does not name', () => {
    expect(cnam.registration).toMatchObject({
      decision: '2020-11-18',
      years: 5,
      end: '2025-11-18',
      successor: { code: 'RNCP41336', end: '2030-09-24' },
    });
    expect(cnam.elsewhere[0]?.fields).toEqual(
      expect.arrayContaining(['code', 'certifiers.0.siret', 'nsf', 'formacodes', 'registration.successor']),
    );
    expect(codes(cnam.rome)).toEqual(['K1206', 'M1301', 'K1403', 'K1802', 'M1302']);
    expect(codes(cnam.formacodes)).toEqual(['32135', '32142', '44047', '44037']);
    expect(cnam.routes.map(({ open, inferred }) => [open, inferred])).toEqual(
      [false, true, true, true, false, true].map((open) => [open, false]),
    );
  });
});

describe('what a fiche judges on', () => {
  const assessed = (name: Parameters<typeof certification>[0], kind: AssessmentKind): string[] =>
    blocksAssessedBy(certification(name), kind).map(({ code }) => code.replace(name, ''));

  it.each([
    ['RNCP38126', 'ecrit-reflexif', ['BC01']],
    ['RNCP38126', 'portfolio', ['BC02']],
    ['RNCP38126', 'memoire', ['BC03']],
    ['RNCP38126', 'soutenance', ['BC02', 'BC03']],
    ['RNCP41296', 'memoire', ['BC01', 'BC04']],
    ['RNCP41296', 'soutenance', ['BC01']],
    ['RNCP41296', 'etude-de-cas', ['BC02']],
    ['RNCP41296', 'epreuve-anglais', ['BC03']],
    ['RNCP35080', 'memoire', ['F1', 'F2', 'F3', 'F4']],
    ['RNCP35080', 'portfolio', []],
  ] as const)('%s: %s for %j', (name, kind, blocks) => {
    expect(assessed(name, kind)).toEqual(blocks);
  });
});

describe('the two other files', () => {
  it('hold 10 profiles and 7 transversal competences', () => {
    const ess = readYaml('ess-portfolio');
    expect(ess.profiles.map(({ id }: { id: string }) => id)).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((number) => `ESS-P${number}`),
    );
    expect(ess.transversal).toHaveLength(7);
  });

  it('hold 5 métiers, 8 expertises, 6 modalities, and mark the four restored headings', () => {
    const { metiers, expertises, modalities } = readYaml('accompaniment');
    expect([metiers.length, expertises.length, modalities.length]).toEqual([5, 8, 6]);
    expect(metiers.map(({ titleOrigin }: { titleOrigin: string }) => titleOrigin)).toEqual([
      ...Array.from({ length: 4 }, () => 'restored'),
      'source',
    ]);
  });
});
