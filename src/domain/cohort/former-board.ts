/** The board of another day, as its JSON keeps it: what `--compare` reads. */
import { z } from 'zod';
import { GRADES } from '../coverage.ts';
import { Day } from '../dates.ts';
import { folderName, type Earlier } from './row.ts';
import type { Standing } from './standing.ts';

export const BOARD_VERSION = 1;

const StoredStanding = z.object({
  certification: z.string(),
  grades: z.record(z.string(), z.enum(GRADES)),
  activities: z.array(z.string()),
  proofs: z.array(z.string()),
  answers: z.record(z.string(), z.string()),
});
export type StoredStanding = z.infer<typeof StoredStanding>;

/** Only what comparing needs; a board of a later Acquis may hold more. */
export const FormerBoard = z.object({
  version: z.literal(BOARD_VERSION),
  kind: z.literal('cohort'),
  date: Day,
  folders: z.array(
    z.object({
      folder: z.string(),
      id: z.string().optional(),
      name: z.string().optional(),
      standing: StoredStanding.optional(),
    }),
  ),
});
export type FormerBoard = z.infer<typeof FormerBoard>;

export const storeStanding = ({
  certification,
  grades,
  activities,
  proofs,
  answers,
}: Standing): StoredStanding => ({
  certification,
  grades: Object.fromEntries(grades),
  activities: [...activities],
  proofs: [...proofs],
  answers: Object.fromEntries(answers),
});

const restoreStanding = (stored: StoredStanding): Standing => ({
  certification: stored.certification,
  grades: new Map(Object.entries(stored.grades)),
  activities: new Set(stored.activities),
  proofs: new Set(stored.proofs),
  answers: new Map(Object.entries(stored.answers)),
});

type FormerRow = FormerBoard['folders'][number];

/**
 * The same portfolio on the former board: by its id, which stays when a folder is renamed; copies of one portfolio share
 * it and are told apart by their folder's name. A folder that could not be read then has no id: its name alone stands.
 */
export const findFormer = (board: FormerBoard, folder: string, id: string): FormerRow | undefined => {
  const same = board.folders.filter((row) => row.id === id);
  const named = (rows: readonly FormerRow[]): FormerRow | undefined =>
    rows.find((row) => folderName(row.folder) === folderName(folder));
  return (
    named(same) ??
    (same.length === 1 ? same[0] : undefined) ??
    named(board.folders.filter((row) => row.id === undefined))
  );
};

export const earlierOnBoard = (board: FormerBoard, folder: string, id: string): Earlier => {
  const row = findFormer(board, folder, id);
  if (row === undefined) return { reach: 'new', on: undefined };
  return row.standing === undefined
    ? { reach: 'unreadable', on: board.date }
    : { reach: 'known', on: undefined, standing: restoreStanding(row.standing) };
};
