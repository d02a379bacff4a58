/** What is looked for in texts, by its code; the words for each stand in the catalogue. */
export const PERSONAL_KINDS = [
  'nir', 'iban', 'siret', 'siren', 'email', 'phone', 'birth-date', 'address', 'name',
] as const; // prettier-ignore
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** One piece of personal data in a text. */
export interface Sighting {
  readonly kind: PersonalKind;
  /** As it is written, blanks and line ends made one space. */
  readonly value: string;
  /** Positions in the text as it was given, the end excluded. */
  readonly start: number;
  readonly end: number;
}
