import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { words } from '../../src/catalogue/index.ts';
import { requestsOf } from '../../src/domain/evidence/awaited.ts';
import { COMMON_KINDS, EVIDENCE_KINDS, kindFacts } from '../../src/domain/evidence/kinds.ts';
import { Evidence } from '../../src/domain/evidence.ts';
import { settleEvidence } from '../../src/domain/evidence/settle-evidence.ts';
import { guaranteeOf, strengthOf, strongestOf } from '../../src/domain/evidence/strength.ts';
import { buildPortfolio } from '../support/build-portfolio.ts';

const TODAY = '2026-11-22';
const proof = (fields: object = {}): Evidence => Evidence.parse({ id: 'P1', title: 'Pièce', ...fields });

describe('the strength of a kind', () => {
  test('keeps the order of VAE practice: own dated production, minutes, attestation, testimony, photo', () => {
    const dated = { date: '2024', madeBy: 'à moi' } as const;
    const order = (['production', 'compte rendu', 'attestation', 'témoignage', 'photo'] as const).map(
      (kind) => strengthOf({ ...dated, kind }),
    );
    expect(order).toEqual([5, 4, 3, 2, 1]);
  });

  test.each([
    [{ kind: 'production' }, 4],
    [{ kind: 'production', period: { start: '2024' } }, 5],
    [{ kind: 'production', date: '2024', madeBy: 'à plusieurs' }, 4],
    [{ kind: 'production', date: '2024', madeBy: 'd’un tiers' }, 3],
    [{ kind: 'compte rendu', madeBy: 'd’un tiers' }, 3],
    [{ kind: 'photo', madeBy: 'à moi', date: '2024' }, 1],
    [{ kind: 'autre' }, undefined],
    [{}, undefined],
  ])('of %o is %s', (fields, strength) => {
    expect(strengthOf(proof(fields))).toBe(strength);
  });

  test('of several is that of the strongest, and of none is none', () => {
    expect(strongestOf([proof({ kind: 'photo' }), proof({ kind: 'contrat' }), proof()])).toBe(3);
    expect(strongestOf([proof()])).toBeUndefined();
  });

  test('a guarantee that was said goes before that of the kind', () => {
    expect(guaranteeOf(proof({ kind: 'diplôme' }))).toBe('garantie');
    expect(guaranteeOf(proof({ kind: 'production', guarantee: 'garantie' }))).toBe('garantie');
    expect(guaranteeOf(proof())).toBeUndefined();
  });

  test('what is offered first is offered once, and every kind says what it is for', () => {
    expect(new Set(COMMON_KINDS).size).toBe(COMMON_KINDS.length);
    expect(EVIDENCE_KINDS.filter((kind) => kindFacts(kind).purpose === 'expérience').length).toBeGreaterThan(
      12,
    );
    // What is weighed by practice, and what was put beside it by us.
    expect(EVIDENCE_KINDS.filter((kind) => kindFacts(kind).basis === 'practice')).toContain('témoignage');
  });
});

describe('a proof that is on its way', () => {
  test.each([
    ['asked for today', {}, { state: 'demandée' }, { state: 'demandée', askedOn: TODAY }],
    ['promised without having been asked', { state: 'à demander' }, { state: 'promise' }, { state: 'promise', askedOn: TODAY }],
    ['asked for on another day', {}, { state: 'demandée', askedOn: '2026-01-05' }, { askedOn: '2026-01-05' }],
    ['with somebody named', {}, { askedFrom: 'Mme Roux' }, { state: 'à demander', askedOn: undefined }],
    ['with somebody and a day', {}, { askedFrom: 'Mme Roux', askedOn: '2026-01-05' }, { state: 'demandée' }],
    ['that arrives', { state: 'demandée', askedOn: '2026-01-05' }, { state: 'demandée', askedOn: '2026-01-05', url: 'https://a.fr' }, { state: 'reçue', receivedOn: TODAY }],
    ['that was there before', { url: 'https://a.fr' }, { url: 'https://b.fr' }, { state: undefined, receivedOn: undefined }],
    ['that stays as asked for', { state: 'demandée' }, { state: 'demandée', title: 'Autre' }, { askedOn: undefined }],
  ])('%s', (_name, before, after, expected) => {
    const { state, askedOn, receivedOn } = settleEvidence(proof(before), proof(after), TODAY);
    expect({ state, askedOn, receivedOn }).toMatchObject(expected);
  }); // prettier-ignore

  test('is asked for in one message per person, the latest promise and the longest wait first', () => {
    const wait = (id: string, fields: object) => ({ id, title: `Pièce ${id}`, ...fields });
    const groups = requestsOf(
      buildPortfolio({
        evidence: [
          wait('P1', { state: 'à demander' }),
          wait('P2', { state: 'demandée', askedFrom: 'Mme Roux', askedOn: '2026-11-01' }),
          wait('P3', { state: 'à demander', askedFrom: 'mme  roux' }),
          wait('P4', {
            state: 'promise',
            askedFrom: 'M. Petit',
            askedOn: '2026-11-20',
            promisedFor: '2026-10',
          }),
          wait('P5', {
            state: 'promise',
            askedFrom: 'M. Petit',
            askedOn: '2026-01-01',
            promisedFor: '2026-11',
          }),
          wait('P6', { state: 'demandée', askedFrom: 'M. Petit', url: 'https://a.fr' }),
        ],
      }),
      TODAY,
    );
    expect(groups.map(({ from, proofs }) => [from, proofs.map(({ id, days, late }) => [id, days, late])])).toEqual([
      ['M. Petit', [['P4', 2, 22], ['P5', 325, undefined]]],
      ['Mme Roux', [['P2', 21, undefined], ['P3', undefined, undefined]]],
      [undefined, [['P1', undefined, undefined]]],
    ]); // prettier-ignore
  });
});

test('the table of kinds in the docs is the one of the code', () => {
  const page = readFileSync(new URL('../../docs/proofs.md', import.meta.url), 'utf8');
  const written = [
    ...page.matchAll(/^\| ([^|`]+?) +\| (réalisation|expérience) +\| ([^|]*?) *\| (\S+) +\| (\S+) +\|$/gmu),
  ];
  expect(written.map(([, ...cells]) => cells)).toEqual(
    EVIDENCE_KINDS.map((kind) => {
      const { purpose, strength, guarantee, basis } = kindFacts(kind);
      return [
        kind,
        purpose,
        strength === undefined ? '' : words.proofs.strengths[strength],
        guarantee,
        basis,
      ];
    }),
  );
});
