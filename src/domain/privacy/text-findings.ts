import { finding, type Finding } from '../findings.ts';
import type { Portfolio } from '../portfolio.ts';
import { findPersonalData } from './find-personal-data.ts';
import type { NameList } from './name-list.ts';
import { isOwnDetail } from './own-details.ts';
import { placeInText } from './place-in-text.ts';
import { portfolioTexts } from './portfolio-texts.ts';
import type { PersonalKind } from './sighting.ts';

/**
 * A number of security or an account serves no jury, opens fraud where it goes astray, and the first may be used by those
 * alone whom a decree names (n° 2019-341): it keeps a document from being handed in. Anything else may have a reason that
 * only the candidate knows, such as the telephone of an association.
 */
const NEVER_SHOWN: ReadonlySet<PersonalKind> = new Set(['nir', 'iban']);

export const isNeverShown = (kind: PersonalKind): boolean => NEVER_SHOWN.has(kind);

/** Messages of a review stay between candidate and advisor. */
const isForAJury = (path: string): boolean => !path.startsWith('reviews.');

/** Personal data in the texts of a portfolio, each with its place. Listed names are told as what documents will replace. */
export const textFindings = (portfolio: Portfolio, names: NameList): Finding[] =>
  portfolioTexts(portfolio).flatMap(({ path, field, text: given }) => {
    const text = given.normalize('NFC');
    return findPersonalData(text, names)
      .filter((found) => !isOwnDetail(found, portfolio.candidate))
      .map((found) => {
        const code =
          found.kind === 'name'
            ? 'privacy-name'
            : isNeverShown(found.kind) && isForAJury(path)
              ? 'privacy-text-exposed'
              : 'privacy-text';
        return finding(code, path, {
          kind: found.kind,
          value: found.value,
          where: path,
          field,
          ...placeInText(text, found),
        });
      });
  });
