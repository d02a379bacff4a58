import { firstDay } from '../dates.ts';
import type { Pictures } from '../images/picture.ts';
import type { Experience, Organisation, Portfolio } from '../portfolio.ts';
import type { Annexes } from './annexes.ts';
import type { CareerRow, Fact, OrganisationPart, Post } from './model.ts';

/** Most recent first, as careers are read; undated ones last, equal ones in the candidate's order. */
export const newestFirst = (experiences: readonly Experience[]): readonly Experience[] =>
  experiences.toSorted((a, b) =>
    a.start === undefined || b.start === undefined
      ? Number(a.start === undefined) - Number(b.start === undefined)
      : firstDay(b.start).localeCompare(firstDay(a.start)),
  );

const factsOf = (facts: Readonly<Record<string, string | undefined>>): Fact[] =>
  Object.entries(facts).flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));

/** What an organisation is called in a document. */
export const organisationName = ({ name, pseudonym }: Organisation): string => pseudonym ?? name;

export const careerTable = (portfolio: Portfolio, annexes: Annexes): CareerRow[] =>
  newestFirst(portfolio.experiences).map((experience) => ({
    id: experience.id,
    title: experience.title,
    start: experience.start,
    end: experience.end,
    organisations: namesOf(experience, portfolio),
    status: experience.status,
    hours: experience.hours,
    annexes: annexes.among(proofsOf(experience, portfolio)),
  }));

export const proofsOf = (experience: Experience, portfolio: Portfolio) =>
  portfolio.evidence.filter((evidence) => evidence.experiences.includes(experience.id));

const namesOf = (experience: Experience, portfolio: Portfolio): string[] =>
  experience.organisations.flatMap((id) => {
    const organisation = portfolio.organisations.find((candidate) => candidate.id === id);
    return organisation ? [organisationName(organisation)] : [];
  });

/** Every text of a post that has something to say beyond the career table. */
const postOf = ({ id, title, start, end, delegation, team, budget, description }: Experience): Post => ({
  id,
  title,
  start,
  end,
  facts: factsOf({ delegation, team, budget }),
  description,
});

/** The same post in the next organisations it names: what it was is already told. */
const bareOf = ({ id, title, start, end }: Experience): Post =>
  postOf({ id, title, start, end, organisations: [] });

type Shown = Pick<OrganisationPart, 'organigramme' | 'withoutOrganigramme'>;

const NO_PICTURE: Shown = { organigramme: undefined, withoutOrganigramme: undefined };

/** A pseudonym hides a name in words; nobody can take it out of a picture, which therefore stays out. */
const organigrammeOf = (
  { id, organigramme, pseudonym }: Organisation,
  pictures: Pictures | undefined,
  audience: 'jury' | 'working',
): Shown => {
  if (organigramme === undefined || pictures === undefined) return NO_PICTURE;
  const picture = pictures.get(id) ?? { state: 'missing' };
  if (pseudonym === undefined && picture.state === 'present') {
    const { src, width, height } = picture;
    return { ...NO_PICTURE, organigramme: { src, width, height, alt: organigramme.alt } };
  }
  const reason = pseudonym !== undefined || picture.state === 'present' ? 'pseudonym' : picture.state;
  return audience === 'working' ? { ...NO_PICTURE, withoutOrganigramme: reason } : NO_PICTURE;
};

const saysMore = (post: Post): boolean => post.facts.length > 0 || post.description !== undefined;

/**
 * The organisations of the career with the candidate's place in them, most recent post first. A post held in several
 * organisations is told under the first it names; posts outside any organisation come last, in a part without a name.
 * Without `pictures` no organigramme is shown.
 */
export const organisationParts = (
  portfolio: Portfolio,
  pictures?: Pictures,
  audience: 'jury' | 'working' = 'jury',
): OrganisationPart[] => {
  const experiences = newestFirst(portfolio.experiences);
  const home = (experience: Experience): string | undefined =>
    experience.organisations.find((id) => portfolio.organisations.some((known) => known.id === id));
  const rank = (organisation: Organisation): number => {
    const index = experiences.findIndex(({ organisations }) => organisations.includes(organisation.id));
    return index === -1 ? experiences.length : index;
  };
  const parts = portfolio.organisations
    .toSorted((a, b) => rank(a) - rank(b))
    .map((organisation): OrganisationPart => {
      const { legalForm, mission, size, governance, funding } = organisation;
      const posts = experiences
        .filter(({ organisations }) => organisations.includes(organisation.id))
        .map((experience) =>
          home(experience) === organisation.id ? postOf(experience) : bareOf(experience),
        );
      return {
        id: organisation.id,
        name: organisationName(organisation),
        facts: factsOf({ legalForm, mission, size, governance, funding }),
        ...organigrammeOf(organisation, pictures, audience),
        posts,
      };
    });
  const elsewhere = experiences
    .filter((experience) => home(experience) === undefined)
    .map(postOf)
    .filter(saysMore);
  const withoutName: OrganisationPart[] =
    elsewhere.length === 0
      ? []
      : [{ id: 'autres', name: undefined, facts: [], ...NO_PICTURE, posts: elsewhere }];
  return [...parts, ...withoutName].filter(
    ({ facts, organigramme, posts }) =>
      facts.length > 0 || organigramme !== undefined || posts.some(saysMore),
  );
};

/** Every text of the organisations' chapter, in reading order. */
export const textsOfOrganisations = (parts: readonly OrganisationPart[]): (string | undefined)[] =>
  parts.flatMap(({ facts, posts }) => [
    ...facts.map(({ text }) => text),
    ...posts.flatMap((post) => [...post.facts.map(({ text }) => text), post.description]),
  ]);
