import type { CheckReport } from '../../src/domain/check-report.ts';
import { computeCoverage } from '../../src/domain/coverage.ts';
import type { StoredPortfolio } from '../../src/domain/portfolio.ts';
import { certificationStatus } from '../../src/domain/referential/registration.ts';
import { runRules } from '../../src/domain/rules/index.ts';
import { buildPortfolio, smallReferential } from './build-portfolio.ts';

const today = '2026-11-22';

/** What a check of the small référentiel says of these fields; every file is there. `end`: last day of the registration. */
export const reportOn = (fields: Partial<StoredPortfolio>, end?: string): CheckReport => {
  const [referential, portfolio] = [smallReferential(end), buildPortfolio(fields)];
  const files = new Map(portfolio.evidence.map(({ id }) => [id, { state: 'present', bytes: 1 } as const]));
  const coverage = computeCoverage({ referential, portfolio, files });
  const findings = runRules({ referential, portfolio, files, coverage, today }, portfolio.stage);
  const certification = certificationStatus(referential, today);
  return {
    date: today,
    stage: 'validation',
    portfolio,
    referential,
    certification,
    coverage,
    privacy: false,
    findings,
    passed: true,
  };
};

/** One competence supported by a photo alone, one cited, two absent. */
export const halfDone: Partial<StoredPortfolio> = {
  activities: [
    { id: 'A1', title: 'Veiller', competences: [{ id: 'ESSAI1BC01-C01' }, { id: 'ESSAI1BC02-C01' }] },
  ],
  evidence: [
    {
      id: 'P1',
      title: '=1+1',
      kind: 'photo',
      file: { path: 'preuves/p.png' },
      shows: [{ competence: 'ESSAI1BC01-C01' }],
    },
  ],
};
