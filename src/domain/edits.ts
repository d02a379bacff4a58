/**
 * Changes to a portfolio as pure functions: each takes the document and returns the next one. Nothing is checked here;
 * who asks (a command, the walk) looks first with `findEntity` and `referencesTo`.
 */
import { citationsIn, citedTexts } from './citations.ts';
import type { Activity, Evidence, Experience, Organisation, Portfolio } from './portfolio.ts';

/** The four lists a candidate fills, by their key in the document. */
export interface EntityOf {
  organisations: Organisation;
  experiences: Experience;
  activities: Activity;
  evidence: Evidence;
}
export type Collection = keyof EntityOf;

type Lists = { readonly [C in Collection]: readonly EntityOf[C][] };

const listOf = <C extends Collection>(portfolio: Lists, collection: C): readonly EntityOf[C][] =>
  portfolio[collection];

/** The id as it is written; `p07` typed in a hurry is P07 too, as long as that can mean one entry only. */
export const findEntity = <C extends Collection>(
  portfolio: Portfolio,
  collection: C,
  id: string,
): EntityOf[C] | undefined => {
  const typed = id.trim();
  const alike = listOf(portfolio, collection).filter(
    (entity) => entity.id.toLowerCase() === typed.toLowerCase(),
  );
  return alike.find((entity) => entity.id === typed) ?? (alike.length === 1 ? alike[0] : undefined);
};

const FIRST_ID = { organisations: 'O1', experiences: 'X1', activities: 'A1', evidence: 'P01' } as const;

/**
 * The next free id, in the manner of the last one given: `A3` after `A2`, `P08` after `P07`, `Q19` after `Q18`. One that a
 * text still cites, or a review still speaks of, is passed over: another entry must not slip under that sentence.
 */
export const nextId = (portfolio: Portfolio, collection: Collection): string => {
  const numbered = listOf(portfolio, collection)
    .map(({ id }) => /^([A-Za-z]+)(\d{1,9})$/.exec(id))
    .filter((match) => match !== null);
  const last = numbered.at(-1);
  const [prefix, width] = last ? [last[1]!, last[2]!.length] : [FIRST_ID[collection][0], undefined];
  const highest = Math.max(
    0,
    ...numbered.filter((match) => match[1] === prefix).map((match) => Number(match[2])),
  );
  const cited = new Set(
    [
      ...citedTexts(portfolio).flatMap(({ text }) => citationsIn(text)),
      ...portfolio.reviews.flatMap(({ about }) => about ?? []),
    ].map((id) => id.toLowerCase()),
  );
  const taken = new Set(listOf(portfolio, collection).map(({ id }) => id.toLowerCase()));
  for (let number = highest + 1; ; number++) {
    const id = `${prefix}${String(number).padStart(width ?? FIRST_ID[collection].length - 1, '0')}`;
    if (!cited.has(id.toLowerCase()) && !taken.has(id.toLowerCase())) return id;
  }
};

export const addEntity = <C extends Collection>(
  portfolio: Portfolio,
  collection: C,
  entity: EntityOf[C],
): Portfolio => ({ ...portfolio, [collection]: [...listOf(portfolio, collection), entity] });

/** Puts `entity` where the one with the same id stands. */
export const replaceEntity = <C extends Collection>(
  portfolio: Portfolio,
  collection: C,
  entity: EntityOf[C],
): Portfolio => ({
  ...portfolio,
  [collection]: listOf(portfolio, collection).map((old) => (old.id === entity.id ? entity : old)),
});

/** One place that names an entity: `owner` is the id (or the key) of what names it, `field` the key there. */
export interface Reference {
  readonly owner: string;
  readonly field: string;
}

/** Everything that names an entity, and would name nothing once it is gone. Citations `[[P07]]` in a text count. */
export const referencesTo = (portfolio: Portfolio, collection: Collection, id: string): Reference[] => {
  const found: Reference[] = [];
  const note = (owner: string, field: string, ids: readonly (string | undefined)[] | undefined): void => {
    if (ids?.includes(id)) found.push({ owner, field });
  };
  const { experiences, activities, evidence, documents, target } = portfolio;
  if (collection === 'organisations')
    for (const e of experiences) note(e.id, 'organisations', e.organisations);
  if (collection === 'experiences')
    for (const owner of [...activities, ...evidence]) note(owner.id, 'experiences', owner.experiences);
  if (collection === 'activities') {
    for (const owner of evidence) note(owner.id, 'activities', owner.activities);
    for (const [key, settings] of Object.entries(documents)) note(key, 'activities', settings?.activities);
  }
  if (collection === 'evidence') {
    for (const owner of target.acquired) note(owner.block, 'proof', [owner.proof]);
    for (const { path, text } of citedTexts(portfolio)) {
      const [, owner = '', ...field] = path.split('.');
      if (citationsIn(text).includes(id)) found.push({ owner, field: field.join('.') });
    }
  }
  return found;
};

const without = (ids: readonly string[], id: string): string[] => ids.filter((other) => other !== id);

const dropProof = (acquired: Portfolio['target']['acquired'], id: string): Portfolio['target']['acquired'] =>
  acquired.map(({ proof, ...rest }) => (proof === undefined || proof === id ? rest : { ...rest, proof }));

const unlinkActivity = (documents: Portfolio['documents'], id: string): Portfolio['documents'] =>
  Object.fromEntries(
    Object.entries(documents).map(([key, settings]) => [
      key,
      settings?.activities === undefined
        ? settings
        : { ...settings, activities: without(settings.activities, id) },
    ]),
  );

/** Takes an entity away and unlinks it everywhere; the candidate's texts are left as they are, citations included. */
export const removeEntity = (portfolio: Portfolio, collection: Collection, id: string): Portfolio => {
  const { experiences, activities, evidence, documents, target } = portfolio;
  const rest = {
    ...portfolio,
    [collection]: listOf(portfolio, collection).filter((entity) => entity.id !== id),
  };
  switch (collection) {
    case 'organisations':
      return {
        ...rest,
        experiences: experiences.map((e) => ({ ...e, organisations: without(e.organisations, id) })),
      };
    case 'experiences':
      return {
        ...rest,
        activities: activities.map((a) => ({ ...a, experiences: without(a.experiences, id) })),
        evidence: evidence.map((p) => ({ ...p, experiences: without(p.experiences, id) })),
      };
    case 'activities':
      return {
        ...rest,
        evidence: evidence.map((p) => ({ ...p, activities: without(p.activities, id) })),
        documents: unlinkActivity(documents, id),
      };
    case 'evidence':
      return { ...rest, target: { ...target, acquired: dropProof(target.acquired, id) } };
  }
};

/** How two links are recognised as one: `C1` and `C01` name the same competence. */
export type CompetenceKey = (typed: string) => string;

/** Puts `link` in the place of the one that names the same competence, whose spelling stays, or at the end. */
export const mergeLink = <Key extends string, Link extends { readonly [K in Key]: string }>(
  links: readonly Link[],
  link: Link,
  name: Key,
  key: CompetenceKey,
): Link[] => {
  const wanted = key(link[name]);
  const at = links.findIndex((old) => key(old[name]) === wanted);
  return at < 0
    ? [...links, link]
    : links.map((old, index) => (index === at ? { ...link, [name]: old[name] } : old));
};

/** Says that an activity shows a competence, or changes the sentence that says how; an empty claim keeps the link. */
export const linkCompetence = (
  activity: Activity,
  key: CompetenceKey,
  competence: string,
  claim?: string,
): Activity => {
  const link = { id: competence, ...(claim !== undefined && claim !== '' && { claim }) };
  return { ...activity, competences: mergeLink(activity.competences, link, 'id', key) };
};

/** Says that a proof shows a competence, and what it shows of it. */
export const linkEvidence = (
  evidence: Evidence,
  key: CompetenceKey,
  competence: string,
  what?: string,
): Evidence => {
  const link = { competence, ...(what !== undefined && what !== '' && { what }) };
  return { ...evidence, shows: mergeLink(evidence.shows, link, 'competence', key) };
};
