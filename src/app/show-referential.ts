import type { Listed, Listing, Shown } from '../domain/referential/listing.ts';
import { certificationStatus } from '../domain/referential/registration.ts';
import { AcquisError } from './errors.ts';
import type { ReferentialSource } from './ports/world.ts';

/** Everything shipped, with its standing on `date`. */
export const listReferentials = async (source: ReferentialSource, date: string): Promise<Listing> => {
  const [referentials, essPortfolio, accompaniment] = await Promise.all([
    source.list(),
    source.essPortfolio(),
    source.accompaniment(),
  ]);
  const listed = referentials.map((referential) => ({
    referential,
    status: certificationStatus(referential, date),
  }));
  return {
    date,
    certifications: [...listed.filter((one) => !isOver(one)), ...listed.filter(isOver)],
    essPortfolio,
    accompaniment,
  };
};

/** Anything shipped, by its code in any case; an unknown code is refused with those that exist. */
export const showReferential = async (
  source: ReferentialSource,
  code: string,
  date: string,
): Promise<Shown> => {
  const wanted = code.trim().toLowerCase();
  if (wanted === 'ess-portfolio')
    return { kind: 'ess-portfolio', date, essPortfolio: await source.essPortfolio() };
  if (wanted === 'accompaniment')
    return { kind: 'accompaniment', date, accompaniment: await source.accompaniment() };
  const referential = await source.find(code);
  if (referential !== undefined)
    return { kind: 'certification', date, referential, status: certificationStatus(referential, date) };
  const certifications = await source.list();
  const known = [...certifications.map((one) => one.code), 'ess-portfolio', 'accompaniment'].join(', ');
  throw new AcquisError('usage', 'unknown-referential', { code, known });
};

const isOver = ({ status }: Listed): boolean => status.status === 'expired';
