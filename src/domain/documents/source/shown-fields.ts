/**
 * Which fields of a portfolio a document for a jury carries with it: an allow-list. A field of the schema that stands in
 * none of these lists fails the type check, so that nobody's words travel before somebody has decided that they may.
 */
import type { Activity, Evidence, Experience, Organisation, Portfolio, StoredFile } from '../../portfolio.ts'; // prettier-ignore

/**
 * `shown`: printed, and carried as it stands. `made`: what is carried is worked out from what the document shows (a path
 * without its folders, the competences of the blocks presented …). `never`: printed in no document for a jury.
 */
export type Decision = 'shown' | 'made' | 'never';
export type Decisions<T> = { readonly [Field in keyof T]-?: Decision };

export const PORTFOLIO_FIELDS: Decisions<Portfolio> = {
  version: 'shown',
  /** Made of the rest: the folder it comes from cannot be told by it. */
  id: 'made',
  certification: 'shown',
  referential: 'made',
  stage: 'never',
  target: 'made',
  dates: 'made',
  feasibility: 'never',
  candidate: 'made',
  essProfile: 'never',
  organisations: 'made',
  experiences: 'made',
  activities: 'made',
  evidence: 'made',
  documents: 'made',
  reviews: 'never',
  notes: 'never',
};

/** The identity is printed whole in every such document, the few lines about the person where the career is. */
export const CANDIDATE_FIELDS: Decisions<Portfolio['candidate']> = {
  name: 'shown',
  birthDate: 'shown',
  email: 'shown',
  phone: 'shown',
  address: 'shown',
  postcode: 'shown',
  city: 'shown',
  degrees: 'shown',
  summary: 'made',
  fictional: 'shown',
};

export const TARGET_FIELDS: Decisions<Portfolio['target']> = { blocks: 'made', acquired: 'made' };
export const ACQUIRED_FIELDS: Decisions<Portfolio['target']['acquired'][number]> = {
  block: 'made',
  juryDate: 'shown',
  from: 'shown',
  proof: 'never',
};

export const DATE_FIELDS: Decisions<Portfolio['dates']> = {
  sent: 'never',
  eligible: 'shown',
  lastActivity: 'never',
  deposit: 'never',
  jury: 'never',
};

export const ORGANISATION_FIELDS: Decisions<Organisation> = {
  id: 'shown',
  /** The pseudonym, where there is one. */
  name: 'made',
  pseudonym: 'never',
  legalForm: 'shown',
  mission: 'shown',
  size: 'shown',
  governance: 'shown',
  funding: 'shown',
  organigramme: 'made',
};

export const EXPERIENCE_FIELDS: Decisions<Experience> = {
  id: 'made',
  title: 'shown',
  organisations: 'shown',
  status: 'shown',
  start: 'shown',
  end: 'shown',
  hours: 'shown',
  delegation: 'shown',
  team: 'shown',
  budget: 'shown',
  description: 'shown',
};

export const ACTIVITY_FIELDS: Decisions<Activity> = {
  id: 'shown',
  title: 'shown',
  experiences: 'made',
  period: 'shown',
  context: 'shown',
  role: 'shown',
  stakeholders: 'shown',
  means: 'shown',
  goal: 'shown',
  approach: 'shown',
  difficulties: 'shown',
  results: 'shown',
  analysis: 'shown',
  learning: 'shown',
  competences: 'made',
};

export const EVIDENCE_FIELDS: Decisions<Evidence> = {
  id: 'shown',
  title: 'shown',
  kind: 'shown',
  form: 'never',
  date: 'shown',
  period: 'shown',
  state: 'never',
  askedFrom: 'never',
  askedOn: 'never',
  promisedFor: 'never',
  receivedOn: 'never',
  madeBy: 'shown',
  guarantee: 'never',
  file: 'made',
  url: 'made',
  publicFile: 'made',
  experiences: 'made',
  activities: 'made',
  shows: 'made',
  confidentiality: 'made',
  authorisation: 'never',
  alt: 'shown',
};

export const FILE_FIELDS: Decisions<StoredFile> = { path: 'made', sha256: 'shown', bytes: 'shown' };

/** The fields of an entry that are carried as they stand. */
export const keepShown = <T extends object>(entry: T, decisions: Decisions<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(entry).filter(
      ([field, value]) => value !== undefined && decisions[field as keyof T] === 'shown',
    ),
  ) as Partial<T>;
