/** What is noted in a received folder of the archive it came from. */
import { join } from 'node:path';
import { z } from 'zod';
import { Day } from '../../domain/dates.ts';
import { writeDurably } from '../durable-file.ts';
import { PRIVATE_FOLDER } from '../../domain/folder-names.ts';
import { ensureOwnFolder } from '../own-folder.ts';
import { readPlainFile } from '../safe-read.ts';

export const RECORD_FILE = 'reception.json';
const MOST_BYTES = 10_000;
const Hash = z.string().regex(/^[0-9a-f]{64}$/u);

export const ReceptionRecord = z.strictObject({
  version: z.literal(1),
  /** Id of the portfolio. */
  portfolio: z.string(),
  /** Day of the archive, where it said so, and of its reception. */
  packed: Day.optional(),
  received: Day,
  /** Of all names and bytes that the archive held of the portfolio. */
  content: Hash,
});
export type ReceptionRecord = z.infer<typeof ReceptionRecord>;

/** Undefined where there is none, or none that we wrote. */
export const readRecord = async (folder: string): Promise<ReceptionRecord | undefined> => {
  try {
    const bytes = readPlainFile(join(folder, PRIVATE_FOLDER, RECORD_FILE), MOST_BYTES);
    return ReceptionRecord.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    return undefined;
  }
};

export const writeRecord = async (folder: string, record: ReceptionRecord): Promise<void> => {
  const home = await ensureOwnFolder(folder, PRIVATE_FOLDER);
  await writeDurably(join(home, RECORD_FILE), `${JSON.stringify(record, null, 1)}\n`);
};
