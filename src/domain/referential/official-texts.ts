/**
 * Which parts of a référentiel are the register's own words or facts, so that any change to one of them can be seen.
 * Everything else in the file is ours.
 */

/** Keys whose value is ours (or merely technical), wherever they stand. */
const OURS = new Set([
  'version', 'short', 'asks', 'note', 'notes', 'titleNote', 'titleOrigin', 'hash', 'inferred', 'kind', 'also', 'forms', 'source',
  'elsewhere', 'self', 'definition', 'purpose', 'features', 'about', 'summary', 'questions', 'options', 'scope',
  'duration',
]); // prettier-ignore

/** The same, where the key alone does not tell. */
const OURS_AT: readonly RegExp[] = [
  /^remarks\.\d+\.label$/,
  /^(?:targets\.publics|dimensions)\.\d+$/,
  /^remarks\.\d+$/,
];

/** The fields of a référentiel's document that do not come from its source. */
export const OUR_FIELDS: readonly string[] = [...OURS, 'remarks[].label'];

export interface OfficialText {
  /** Dotted path in the file: `blocks.0.competences.3.statement`. */
  readonly path: string;
  readonly text: string;
}

/** Every official leaf of a référentiel file, in file order; numbers and booleans as text. */
export const officialTexts = (value: unknown, path = ''): OfficialText[] => {
  if (path !== '' && OURS_AT.some((pattern) => pattern.test(path)) && typeof value === 'string') return [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => officialTexts(item, join(path, index)));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) =>
      OURS.has(key) || (key === 'title' && isRestored(value)) ? [] : officialTexts(item, join(path, key)),
    );
  if (typeof value === 'string') return [{ path, text: value }];
  return typeof value === 'number' || typeof value === 'boolean' ? [{ path, text: String(value) }] : [];
};

/**
 * A statement reduced to what all editions of it share: accents folded, lower case, letters and digits only. Its SHA-256
 * recognises a competence across registers that differ in apostrophes, spaces, capitals' accents or a final period.
 */
export const foldStatement = (statement: string): string =>
  statement
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A heading the source has lost and we put back. */
const isRestored = (value: object): boolean => 'titleOrigin' in value && value.titleOrigin === 'restored';

const join = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);
