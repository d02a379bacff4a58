import { words } from '../catalogue/index.ts';
import type { CheckReport } from '../domain/check-report.ts';
import { isAboutPrivacy, type Finding } from '../domain/findings.ts';
import { csvDocument } from './csv.ts';

/** One row for each piece of personal data, with its place. */
export const privacyTable = ({ findings }: CheckReport): string =>
  csvDocument([words.privacy.csv, ...privacyRows(findings)]);

/** Under the heads of `words.privacy.csv`. */
export const privacyRows = (findings: readonly Finding[]): string[][] =>
  findings.filter(isAboutPrivacy).map(({ code, severity, path, args }) => {
    const { message, hint } = words.findings[code](args);
    const { kind, value, page, line, column, excerpt } = args;
    return [
      words.check.severities[severity],
      code,
      path,
      ...[kind, value, page, line, column, excerpt].map((cell) => String(cell ?? '')),
      message,
      hint,
    ];
  });
