/** The référentiel as it was when the portfolio was made, beside it, so that the folder opens anywhere and any time. */
import type { DefectCode } from '../../app/defects.ts';
import { AcquisError } from '../../app/errors.ts';
import type { ReferentialSource } from '../../app/ports/world.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import { Referential } from '../../domain/referential.ts';
import { cannotRead, codeOf } from '../disk-errors.ts';
import { PORTFOLIO_FILE } from '../../domain/folder-names.ts';
import { invalidPortfolio } from './read-portfolio.ts';
import { realFolder, resolveInside } from '../evidence/inspection.ts';
import { NotAPlainFile, readPlainFile } from '../safe-read.ts';
import { sha256 } from '../versions/versions.ts';

const MAX_SNAPSHOT_BYTES = 2_000_000;

/** Same data, same bytes: keys in the order of the schema. */
export const snapshotOf = (referential: Referential): { text: string; sha256: string } => {
  const text = `${JSON.stringify(Referential.parse(referential), null, 1)}\n`;
  return { text, sha256: sha256(text) };
};

const altered = (file: string, code: DefectCode): AcquisError =>
  invalidPortfolio(file, [{ file, path: '', code }]);

const parseSnapshot = (bytes: Uint8Array, file: string): Referential => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    // As for the portfolio: read once, so not worth compiling its schema to code.
    return Referential.parse(value, { jitless: true });
  } catch {
    throw altered(file, 'snapshot-unreadable');
  }
};

const shipped = async (code: string, source: ReferentialSource): Promise<Referential> => {
  const referential = await source.find(code);
  if (referential) return referential;
  const known = (await source.list()).map((other) => other.code).join(', ');
  throw new AcquisError('data', 'unknown-certification', {
    code,
    known,
    file: PORTFOLIO_FILE,
    field: 'certification',
  });
};

const readInside = (folder: string, file: string): Uint8Array => {
  const real = resolveInside(realFolder(folder), file);
  if (real === undefined) throw new NotAPlainFile('link');
  return readPlainFile(real, MAX_SNAPSHOT_BYTES);
};

const readSnapshot = (folder: string, file: string): Uint8Array => {
  try {
    return readInside(folder, file);
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? altered(file, 'snapshot-missing') : cannotRead(file, error);
  }
};

/**
 * Snapshots that were read before, by the hash of their bytes: the folders of a cohort carry a few between them, and each
 * costs more to read than a small portfolio. Frozen, since they are handed out again; the oldest gives way.
 */
const known = new Map<string, Referential>();
const MOST_KNOWN = 16;
const LARGEST_KNOWN_BYTES = 200_000;

/** The référentiel in these bytes, if their hash is the expected one; `file` is how messages call them. */
export const soundSnapshot = (bytes: Uint8Array, file: string, expected: string): Referential => {
  if (sha256(bytes) !== expected) throw altered(file, 'snapshot-altered');
  const before = known.get(expected);
  if (before !== undefined) return before;
  const referential = freezeDeeply(parseSnapshot(bytes, file));
  if (bytes.byteLength <= LARGEST_KNOWN_BYTES) known.set(expected, referential);
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value ?? '');
  return referential;
};

const freezeDeeply = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freezeDeeply);
  return value;
};

/** The snapshot that the portfolio names, unaltered; a folder made by hand names none and gets the shipped one. */
export const loadReferential = async (
  folder: string,
  named: Pick<Portfolio, 'certification' | 'referential'>,
  source: () => Promise<ReferentialSource>,
  lineOf: (path: string) => number | undefined,
): Promise<Referential> => {
  if (!named.referential) return shipped(named.certification, await source());
  const { file, sha256: expected } = named.referential;
  const referential = soundSnapshot(readSnapshot(folder, file), file, expected);
  if (referential.code !== named.certification) {
    const line = lineOf('certification');
    throw invalidPortfolio(PORTFOLIO_FILE, [
      {
        file: PORTFOLIO_FILE,
        path: 'certification',
        ...(line !== undefined && { line }),
        code: 'snapshot-other',
        found: named.certification,
        args: { known: referential.code },
      },
    ]);
  }
  return referential;
};
