/** Where the last undo left a document, so that the next one goes on from there; believed only of the very text it left. */
import { join } from 'node:path';
import { z } from 'zod';
import type { UndoPosition } from '../../domain/undo-step.ts';
import { writeDurably } from '../durable-file.ts';
import { PRIVATE_FOLDER } from '../../domain/folder-names.ts';
import { isPlainFolder, readPlainFile } from '../safe-read.ts';

const FILE = 'annulation.json';
const MAX_BYTES = 1_000;

const Stored = z.strictObject({
  version: z.literal(1),
  at: z.number().int().positive(),
  top: z.number().int().positive(),
  /** Of the text that the undo put in place. */
  sha256: z.string(),
});

export const readPosition = (folder: string, revision: string | undefined): UndoPosition | undefined => {
  try {
    if (!isPlainFolder(join(folder, PRIVATE_FOLDER))) return undefined;
    const text = new TextDecoder().decode(readPlainFile(join(folder, PRIVATE_FOLDER, FILE), MAX_BYTES));
    const { at, top, sha256 } = Stored.parse(JSON.parse(text));
    return sha256 === revision ? { at, top } : undefined;
  } catch {
    // Gone, cut or written by somebody else: the next undo begins with the newest text.
    return undefined;
  }
};

/** Written before the text itself: what a kill leaves in between is not believed. */
export const writePosition = async (
  folder: string,
  position: UndoPosition,
  sha256: string,
): Promise<void> => {
  const stored: z.infer<typeof Stored> = { version: 1, ...position, sha256 };
  await writeDurably(join(folder, PRIVATE_FOLDER, FILE), `${JSON.stringify(stored)}\n`);
};
