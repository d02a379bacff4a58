/** Every field of the four lists a candidate fills, with the option that gives it. Help, parsing and errors follow from here. */
import type { Collection } from '../domain/edits.ts';
import { NARRATIVE_FIELDS } from '../domain/portfolio.ts';

export type FieldKind =
  /** A text, a date, one value of a list: the schema tells which. */
  | 'text'
  | 'period'
  /** Ids of another list, repeated or with commas. */
  | 'references'
  /** Ids or names; an unknown name becomes a new organisation. */
  | 'organisations'
  /** `ID=sentence`, repeated. */
  | 'links'
  /** Ids whose link goes away. */
  | 'unlink'
  /** A file of the disk, copied into the folder. */
  | 'file';

export interface FieldSpec {
  /** Without its dashes. */
  readonly flag: string;
  /** Dotted where the field sits in another one. */
  readonly field: string;
  readonly kind: FieldKind;
  /** The list that `references` names. */
  readonly to?: Collection;
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const texts = (...names: readonly string[]): FieldSpec[] =>
  names.map((field) => ({ flag: kebab(field).replace('.', '-'), field, kind: 'text' }));

export const ENTITY_FIELDS: Readonly<Record<Collection, readonly FieldSpec[]>> = {
  organisations: [
    ...texts('name', 'pseudonym', 'legalForm', 'mission', 'size', 'governance', 'funding'),
    { flag: 'organigramme', field: 'organigramme.file', kind: 'file' },
    ...texts('organigramme.alt'),
  ],
  experiences: [
    ...texts('title'),
    { flag: 'organisation', field: 'organisations', kind: 'organisations' },
    ...texts('status', 'start', 'end', 'hours', 'delegation', 'team', 'budget', 'description'),
  ],
  activities: [
    ...texts('title'),
    { flag: 'experience', field: 'experiences', kind: 'references', to: 'experiences' },
    { flag: 'period', field: 'period', kind: 'period' },
    ...texts(...NARRATIVE_FIELDS),
    { flag: 'competence', field: 'competences', kind: 'links' },
    { flag: 'remove-competence', field: 'competences', kind: 'unlink' },
  ],
  evidence: [
    ...texts('title', 'kind', 'form', 'date'),
    { flag: 'period', field: 'period', kind: 'period' },
    { flag: 'author', field: 'madeBy', kind: 'text' },
    ...texts('guarantee', 'state', 'askedFrom', 'askedOn', 'promisedFor', 'receivedOn'),
    { flag: 'file', field: 'file', kind: 'file' },
    ...texts('url'),
    { flag: 'public-file', field: 'publicFile', kind: 'file' },
    ...texts('publicFile.note'),
    { flag: 'experience', field: 'experiences', kind: 'references', to: 'experiences' },
    { flag: 'activity', field: 'activities', kind: 'references', to: 'activities' },
    { flag: 'shows', field: 'shows', kind: 'links' },
    { flag: 'remove-shows', field: 'shows', kind: 'unlink' },
    ...texts('confidentiality', 'authorisation.kind', 'authorisation.who', 'authorisation.what'),
    ...texts('authorisation.date', 'alt'),
  ],
};

/** Without it an entry says nothing. */
export const REQUIRED_FLAG: Readonly<Record<Collection, string>> = {
  organisations: 'name',
  experiences: 'title',
  activities: 'title',
  evidence: 'title',
};

/** What one option asks for: several values when it was repeated; a single empty one takes the field away. */
export interface Assignment {
  readonly spec: FieldSpec;
  readonly values: readonly string[];
}
