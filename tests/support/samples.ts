import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeSamples, type SampleOrder } from '../../src/app/make-samples.ts';
import { sampleBank } from '../../src/catalogue/fr/sample/bank.ts';
import type { ReferentialSource } from '../../src/app/ports/world.ts';
import { openReferentials } from '../../src/storage/referential-source.ts';
import { createSampleWriter } from '../../src/storage/sample-writer.ts';

/** The day each shipped certification is still registered. */
export const OPEN_DAYS = {
  RNCP38126: '2026-09-01',
  RNCP41296: '2026-09-01',
  RNCP35080: '2025-06-01',
} as const;
export type ShippedCode = keyof typeof OPEN_DAYS;

export const shipped = openReferentials();

/** Makes the folders of an order and returns their paths. */
export const samplesIn = async (
  folder: string,
  order: Partial<Omit<SampleOrder, 'folder'>> = {},
  referentials: ReferentialSource = shipped,
): Promise<string[]> => {
  const made: string[] = [];
  const certification = order.certification ?? 'RNCP38126';
  await makeSamples(
    { referentials, writer: createSampleWriter(), bank: sampleBank },
    {
      folder,
      certification,
      seed: 1,
      completeness: 100,
      defects: [],
      at: OPEN_DAYS[certification as ShippedCode] ?? '2026-09-01',
      ...order,
    },
    (path) => made.push(path),
  );
  return made;
};

/** One hash over every name and every byte below a folder. */
export const treeHash = (folder: string): string => {
  const hash = createHash('sha256');
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const found = lstatSync(join(folder, path));
    hash.update(`${path}\0`);
    if (found.isFile()) hash.update(readFileSync(join(folder, path)));
    if (found.isSymbolicLink()) hash.update(readlinkSync(join(folder, path)));
  }
  return hash.digest('hex');
};
