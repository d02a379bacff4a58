import { OUR_FIELDS } from '../../domain/referential/official-texts.ts';
import type { Listing, Shown } from '../../domain/referential/listing.ts';
import type { Referential } from '../../domain/referential.ts';
import type { CertificationStatus } from '../../domain/referential/registration.ts';
import { jsonDocument } from '../json-document.ts';

const write = (document: object): string => jsonDocument({ version: 1, ...document });

const standing = ({ title }: Referential, { code, status, expires, successor }: CertificationStatus) => ({
  code,
  title,
  status,
  expires,
  successor: successor?.code ?? null,
});

/** The document of `referential list --format json`. */
export const listDocument = ({ date, certifications, essPortfolio, accompaniment }: Listing): string =>
  write({
    date,
    certifications: certifications.map(({ referential, status }) => ({
      ...standing(referential, status),
      level: referential.level,
      certifiers: referential.certifiers.map(({ name }) => name),
      blocks: referential.blocks.map(({ code, kind, title, short, competences }) => ({
        code,
        kind,
        title,
        short,
        competences: competences.length,
      })),
    })),
    others: [essPortfolio, accompaniment].map(({ code, title }) => ({ code, title })),
  });

/** The document of `referential show --format json`: the whole référentiel, and which of its fields are ours. */
export const showDocument = (shown: Shown): string => {
  const { date } = shown;
  switch (shown.kind) {
    case 'certification': {
      const { referential, status } = shown;
      return write({ date, certification: standing(referential, status), ours: OUR_FIELDS, referential });
    }
    case 'ess-portfolio':
      return write({ date, ours: OUR_FIELDS, essPortfolio: shown.essPortfolio });
    case 'accompaniment':
      return write({ date, ours: OUR_FIELDS, accompaniment: shown.accompaniment });
  }
};
