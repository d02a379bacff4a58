import { DEFECT_KINDS, contradiction } from '../domain/sample/defects/index.ts';
import type { DefectKind } from '../domain/sample/defects/kind.ts';
import type { SampleBank } from '../domain/sample/bank.ts';
import { draftSample, type Draft, type SampleRequest } from '../domain/sample/sample.ts';
import { likeliest } from '../domain/text/nearest.ts';
import type { Referential } from '../domain/referential.ts';
import { AcquisError } from './errors.ts';
import { requireOpenCertification } from './open-certification.ts';
import type { ReferentialSource } from './ports/world.ts';
import type { SampleWriter } from './ports/sample.ts';

export interface SampleOrder {
  /** The folder itself, or where the numbered ones go when `count` is given. */
  readonly folder: string;
  readonly certification: string;
  readonly seed: number;
  readonly count?: number | undefined;
  /** Percent, 0 to 100. */
  readonly completeness: number;
  /** Names of kinds, all in every folder; or each kind in its turn, one per folder. */
  readonly defects: readonly string[] | 'all';
  /** `YYYY-MM-DD` */
  readonly at: string;
}

export interface SampleContext {
  readonly referentials: ReferentialSource;
  readonly writer: SampleWriter;
  readonly bank: SampleBank;
}

const findReferential = async (source: ReferentialSource, code: string): Promise<Referential> => {
  const found = await source.find(code);
  if (found) return found;
  const known = (await source.list()).map((other) => other.code).join(', ');
  throw new AcquisError('usage', 'unknown-certification', { code, known });
};

const kindNamed = (name: string): DefectKind => {
  const kind = DEFECT_KINDS.find((one) => one.name === name);
  if (kind) return kind;
  const names = DEFECT_KINDS.map((one) => one.name);
  throw new AcquisError('usage', 'unknown-defect', { defect: name, near: likeliest(name, names).join(', ') });
};

/** The kinds of each folder by its number; refuses what cannot be. */
const chooseKinds = (
  defects: SampleOrder['defects'],
  referential: Referential,
): ((number: number) => readonly DefectKind[]) => {
  const fits = (kind: DefectKind): boolean => kind.possible?.(referential) ?? true;
  if (defects === 'all') {
    const kinds = DEFECT_KINDS.filter(fits);
    return (number) => [kinds[(number - 1) % kinds.length]!];
  }
  const kinds = [...new Set(defects)].map(kindNamed);
  const impossible = kinds.find((kind) => !fits(kind));
  if (impossible)
    throw new AcquisError('usage', 'impossible-defect', { defect: impossible.name, code: referential.code });
  const [defect, other] = contradiction(kinds) ?? [];
  if (defect !== undefined && other !== undefined)
    throw new AcquisError('usage', 'contradicting-defects', { defect, other });
  return () => kinds;
};

const wishesOf = (kinds: readonly DefectKind[]): SampleRequest['wishes'] => {
  const wish = (name: keyof SampleRequest['wishes']): boolean => kinds.some(({ wishes }) => wishes?.[name]);
  return {
    absent: wish('absent'),
    unsupported: wish('unsupported'),
    thin: wish('thin'),
    supported: wish('supported'),
  };
};

/** `exemple-0001`: the names of a thousand sort as their numbers do. */
const folderName = (number: number): string => `exemple-${String(number).padStart(4, '0')}`;

/**
 * Makes the folders of an order, one after the other; `made` hears of each. The folder of one number is the same whatever
 * the count, the machine and the day.
 */
export const makeSamples = async (
  { referentials, writer, bank }: SampleContext,
  { folder, certification, seed, count, completeness, defects, at }: SampleOrder,
  made: (folder: string, number: number) => void,
): Promise<void> => {
  const referential = await findReferential(referentials, certification);
  // As for a true candidate: nothing begins once the registration has ended.
  requireOpenCertification(referential, at);
  const kindsOf = chooseKinds(defects, referential);
  const [essPortfolio, accompaniment] = await Promise.all([
    referentials.essPortfolio(),
    referentials.accompaniment(),
  ]);
  const folders =
    count === undefined
      ? [folder]
      : Array.from({ length: count }, (_, index) => `${folder}/${folderName(index + 1)}`);
  await writer.requireFree(folders);
  const base = {
    referential,
    essPortfolio,
    accompaniment,
    bank,
    digest: (bytes: Uint8Array) => writer.digest(bytes),
    seed,
    completeness,
    at,
  };
  for (const [index, path] of folders.entries()) {
    const number = index + 1;
    const kinds = kindsOf(number);
    const sound = draftSample({ ...base, number, wishes: wishesOf(kinds) });
    const spoilt = kinds.reduce<Draft>((draft, { apply }) => apply(draft), sound);
    await writer.write(path, spoilt);
    made(path, number);
  }
};
