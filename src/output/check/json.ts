import type { CheckReport } from '../../domain/check-report.ts';
import { words } from '../../catalogue/index.ts';
import { jsonDocument } from '../json-document.ts';
import { findingDocument } from '../finding-document.ts';

/** The document of `check --format json`: one per run, version 1. */
export const checkDocument = ({
  date,
  referential,
  certification,
  coverage,
  findings,
  privacy,
}: CheckReport): string => {
  const titles = new Map(referential.blocks.map(({ code, title }) => [code, title]));
  return jsonDocument({
    version: 1,
    date,
    certification: {
      code: certification.code,
      title: referential.title,
      status: certification.status,
      expires: certification.expires,
      successor: certification.successor?.code ?? null,
    },
    summary: coverage.summary,
    blocks: coverage.blocks.map(({ code, state, juryDate, competences }) => ({
      code,
      title: titles.get(code),
      state,
      ...(state === 'acquired' && { juryDate: juryDate ?? null }),
      competences: competences.map(({ id, grade, fragility, activities, evidence }) => ({
        id,
        grade,
        fragile: fragility !== undefined,
        activities,
        evidence,
      })),
    })),
    findings: findings.map(findingDocument),
    // What no program finds, for whoever shows the findings to somebody.
    ...(privacy && { reminders: [words.privacy.intro, ...words.privacy.lines] }),
  });
};
