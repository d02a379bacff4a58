import type { CheckReport } from '../domain/check-report.ts';
import { computeCoverage } from '../domain/coverage.ts';
import { isBlocking } from '../domain/findings.ts';
import type { Portfolio } from '../domain/portfolio.ts';
import { certificationStatus } from '../domain/referential/registration.ts';
import { gravestFirst, runRules } from '../domain/rules/index.ts';
import { cutFindings } from './cut-finding.ts';
import type { PortfolioStore, ReferentialSource } from './ports/world.ts';
import type { ProofTexts } from './ports/privacy.ts';
import type { inspectPrivacy } from './privacy/inspect-privacy.ts';

export interface CheckOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Replaces the portfolio's own stage. */
  readonly stage?: Portfolio['stage'] | undefined;
  /** Lowest `percent` that passes. */
  readonly min?: number | undefined;
  /** Reads texts and proofs for what is somebody's own, with this. */
  readonly privacy?: ProofTexts | undefined;
}

/** Opens a folder and says where it stands; changes nothing. */
export const checkPortfolio = async (
  store: PortfolioStore,
  referentials: ReferentialSource,
  folder: string,
  { today, stage, min, privacy }: CheckOptions,
): Promise<CheckReport> => {
  const workspace = await store.open(folder);
  const files = await store.inspectEvidence(workspace);
  const pictures = await store.inspectPictures(workspace);
  const { portfolio, referential } = workspace;
  const coverage = computeCoverage({ referential, portfolio, files });
  const asked = stage ?? portfolio.stage;
  const shipped = await referentials.find(referential.code);
  const rules = runRules({ referential, portfolio, files, pictures, coverage, shipped, today }, asked);
  const own = [...cutFindings(workspace), ...rules];
  const findings =
    privacy === undefined ? own : [...own, ...(await privacyOf(store, workspace, files, privacy))];
  return {
    date: today,
    stage: asked,
    portfolio,
    referential,
    certification: certificationStatus(referential, today),
    coverage,
    findings: gravestFirst(findings),
    privacy: privacy !== undefined,
    passed: !findings.some(isBlocking) && (min === undefined || coverage.summary.percent >= min),
  };
};

/** Loaded where it is asked for: a check reads no proof. */
const privacyOf = async (...[store, workspace, files, texts]: Parameters<typeof inspectPrivacy>) =>
  (await import('./privacy/inspect-privacy.ts')).inspectPrivacy(store, workspace, files, texts);
