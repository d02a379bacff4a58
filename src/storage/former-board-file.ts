import type { FormerBoardSource } from '../app/ports-cohort.ts';
import { AcquisError } from '../app/errors.ts';
import { FormerBoard } from '../domain/cohort/former-board.ts';
import { cannotRead } from './disk-errors.ts';
import { readPlainFile } from './read-at-once.ts';

/** Some thousands of folders. */
const MAX_BOARD_BYTES = 200_000_000;

const bytesOf = (file: string): Uint8Array => {
  try {
    return readPlainFile(file, MAX_BOARD_BYTES);
  } catch (error) {
    throw cannotRead(file, error);
  }
};

export const openFormerBoards = (): FormerBoardSource => ({
  read: async (file) => {
    const bytes = bytesOf(file);
    try {
      return FormerBoard.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), {
        jitless: true,
      });
    } catch (cause) {
      throw new AcquisError('data', 'not-a-board', { file }, { cause });
    }
  },
});
