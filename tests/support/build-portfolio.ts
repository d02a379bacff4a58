import { createHash } from 'node:crypto';
import { Portfolio, type StoredPortfolio } from '../../src/domain/portfolio.ts';
import { Referential } from '../../src/domain/referential.ts';
import type { z } from 'zod';

/** A valid portfolio from its interesting fields alone. */
export const buildPortfolio = (fields: Partial<StoredPortfolio> = {}): Portfolio =>
  Portfolio.parse({
    version: '1',
    id: 'essai',
    certification: 'ESSAI1',
    candidate: { name: 'Ada Fictive' },
    ...fields,
  });

const competence = (
  id: string,
  forms: ('écrit' | 'oral')[] = [],
): z.input<typeof Referential>['blocks'][number]['competences'][number] => ({
  id,
  statement: `Énoncé ${id}`,
  hash: createHash('sha256').update(id).digest('hex'),
  short: `Titre ${id}`,
  asks: 'Ce qu’elle demande.',
  forms,
});

/** Two blocks of two competences; the last one asks for two forms of proof. Ends on 2030-01-31. */
export const smallReferential = (end = '2030-01-31'): Referential =>
  Referential.parse({
    version: 1,
    code: 'ESSAI1',
    title: 'Certification d’essai (fictive)',
    certifiers: [{ name: 'Certificateur fictif', siret: '00000000000000' }],
    level: 7,
    registration: { end },
    blocks: [
      {
        code: 'ESSAI1BC01',
        kind: 'bloc',
        title: 'Premier bloc',
        short: 'Premier',
        competences: [competence('ESSAI1BC01-C01'), competence('ESSAI1BC01-C02')],
      },
      {
        code: 'ESSAI1BC02',
        kind: 'bloc',
        title: 'Second bloc',
        short: 'Second',
        competences: [competence('ESSAI1BC02-C01'), competence('ESSAI1BC02-C02', ['écrit', 'oral'])],
      },
    ],
    validation: 'Tous les blocs.',
    source: { name: 'Source fictive', publisher: 'Acquis', licence: 'sans objet' },
  });
