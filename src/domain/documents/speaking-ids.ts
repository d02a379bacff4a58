import type { Portfolio } from '../portfolio.ts';

/** An id as the program gives them: it tells nothing. */
export const PLAIN_ID = /^[A-Z]{1,3}\d{1,4}$/;

/** Ids become anchors, which a PDF keeps: one that somebody chose for an organisation with a pseudonym may be its name. */
export const withoutSpeakingIds = (portfolio: Portfolio): Portfolio => {
  const { organisations, experiences } = portfolio;
  const speaking = organisations.filter(({ id, pseudonym }) => pseudonym !== undefined && !PLAIN_ID.test(id));
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
