import { finding, type Finding } from '../findings.ts';
import type { Pictures } from '../images/picture.ts';
import type { Portfolio } from '../portfolio.ts';
import type { Rule } from './context.ts';

/** Organigrammes that documents cannot show, and those they leave out since a name may stand in the picture. */
export const organigrammeFaults = ({ organisations }: Portfolio, pictures: Pictures): Finding[] =>
  organisations.flatMap(({ id, organigramme, pseudonym }) => {
    if (organigramme === undefined) return [];
    const path = `organisations.${id}`;
    const { file } = organigramme;
    if (pseudonym !== undefined) return [finding('organigramme-withheld', path, { id, file })];
    const reason = pictures.get(id)?.state ?? 'missing';
    return reason === 'present' ? [] : [finding('organigramme-unreadable', path, { id, file, reason })];
  });

export const everyOrganigrammeCanBeShown: Rule = ({ portfolio, pictures }) =>
  pictures === undefined ? [] : organigrammeFaults(portfolio, pictures);
