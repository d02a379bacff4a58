import type { FormerBoardSource } from '../app/ports/cohort.ts';
import { AcquisError } from '../app/errors.ts';
import { FormerBoard } from '../domain/cohort/former-board.ts';
import { readTypedFile } from './safe-read.ts';

/** Some thousands of folders. */
const MAX_BOARD_BYTES = 200_000_000;

export const openFormerBoards = (): FormerBoardSource => ({
  read: async (file) => {
    const bytes = readTypedFile(file, MAX_BOARD_BYTES);
    try {
      return FormerBoard.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), {
        jitless: true,
      });
    } catch (cause) {
      throw new AcquisError('data', 'not-a-board', { file }, { cause });
    }
  },
});
