import { z } from 'zod';
import { Text } from '../field-types.ts';
import { isReserved, staysInside } from '../stored-path.ts';

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'sha256' });
const Count = z.union(
  [
    z.number().int().nonnegative(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ],
  { error: 'count' },
);

/** Named from the folder's root with forward slashes; the store also checks that no link on the disk leads out of it. */
const InsidePath = Text.refine(staysInside, { error: 'path' }).refine((path) => !isReserved(path), {
  error: 'reserved-path',
});
/** What tells whether the bytes are still those that were recorded; absent where a file was named by hand. */
const recorded = { sha256: Sha256.optional(), bytes: Count.optional() };
export const StoredFile = z.strictObject({ path: InsidePath, ...recorded });
export const Organigramme = z.strictObject({ file: InsidePath, alt: Text, ...recorded });
export type Organigramme = z.infer<typeof Organigramme>;

/** An organigramme as any other file that a portfolio names. */
export const pictureFile = ({ file, sha256, bytes }: Organigramme): StoredFile => ({
  path: file,
  sha256,
  bytes,
});

export type StoredFile = z.infer<typeof StoredFile>;
