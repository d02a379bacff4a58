import type { CohortBoard } from '../../app/ports/cohort.ts';
import { BOARD_VERSION, storeStanding } from '../../domain/cohort/former-board.ts';
import { isStill } from '../../domain/cohort/overview.ts';
import type { CohortRow } from '../../domain/cohort/row.ts';
import { words } from '../../catalogue/index.ts';
import { jsonDocument } from '../json-document.ts';

/** The document of `cohort --format json`, version 1: also what `--compare` reads another day. */
export const cohortDocument = ({ date, since, still, groups, broken, gone }: CohortBoard): string =>
  jsonDocument({
    version: BOARD_VERSION,
    kind: 'cohort',
    date,
    since,
    still,
    certifications: groups.map(({ code, title, status, rows, missing }) => ({
      code,
      title,
      status: status.status,
      expires: status.expires,
      successor: status.successor?.code ?? null,
      folders: rows.length,
      missing,
    })),
    folders: [
      ...groups.flatMap(({ rows }) => rows.map((row) => rowDocument(row, still))),
      ...broken.map(({ folder, error }) => ({
        folder,
        error: { code: error.code, ...words.cohort.failure(error) },
      })),
    ],
    gone,
  });

const rowDocument = (row: CohortRow, still: number): object => {
  const { since, standing, awaited, blocks, lastSave } = row;
  return {
    folder: row.folder,
    id: row.id,
    name: row.name,
    fictional: row.fictional,
    certification: row.certification,
    stage: row.stage,
    summary: row.summary,
    blocks: blocks.map((block) => ({ ...block, juryDate: block.juryDate ?? null })),
    since: since && {
      reach: since.reach,
      on: since.on ?? null,
      changes:
        since.changes === undefined
          ? null
          : {
              ...since.changes,
              formerCertification: since.changes.formerCertification ?? null,
            },
    },
    lastSave: { ...lastSave, fileOn: lastSave.fileOn ?? null },
    quietDays: row.quietDays,
    still: isStill(row, still),
    deadlines: row.deadlines,
    awaited: awaited.map(({ id, title, from, askedOn, days }) => ({
      id,
      title,
      from: from ?? null,
      askedOn: askedOn ?? null,
      days: days ?? null,
    })),
    toAskFor: row.toAskFor,
    linesLost: row.linesLost ?? null,
    faults: row.faults,
    standing: storeStanding(standing),
  };
};
