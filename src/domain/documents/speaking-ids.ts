import type { Portfolio } from '../portfolio.ts';

/** An id as the program gives them: it tells nothing. */
export const PLAIN_ID = /^(?:[A-Z]{1,3}\d{1,4}|pseudonyme-\d+)$/;

/**
 * Ids become anchors, which a PDF keeps: one that somebody chose for an organisation that goes by another name may be its
 * name. `isHidden`: one of this id and name has a pseudonym, or is told by its id.
 */
export const withoutSpeakingIds = (
  portfolio: Portfolio,
  isHidden: (id: string, name: string) => boolean,
): Portfolio => {
  const { organisations, experiences } = portfolio;
  const speaking = organisations.filter(
    ({ id, name, pseudonym }) => (pseudonym !== undefined || isHidden(id, name)) && !PLAIN_ID.test(id),
  );
  if (speaking.length === 0) return portfolio;
  const names = new Map(speaking.map(({ id }, index) => [id, `pseudonyme-${index + 1}`]));
  return {
    ...portfolio,
    organisations: organisations.map((each) => ({ ...each, id: names.get(each.id) ?? each.id })),
    experiences: experiences.map((each) => ({
      ...each,
      organisations: each.organisations.map((id) => names.get(id) ?? id),
    })),
  };
};
