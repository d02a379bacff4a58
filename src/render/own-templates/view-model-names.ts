import { readShipped } from '../templates.ts';

interface Field {
  readonly fields?: Readonly<Record<string, Field>>;
}

interface ViewModel {
  readonly types: Readonly<Record<string, { readonly fields: Readonly<Record<string, Field>> }>>;
}

const namesIn = (fields: Readonly<Record<string, Field>>): string[] =>
  Object.entries(fields).flatMap(([name, field]) => [name, ...(field.fields ? namesIn(field.fields) : [])]);

/** Given beside the view-model. */
const OF_THE_PAGE = ['title', 'heading'];
/** What every list has. */
const OF_A_LIST = ['length'];

let known: ReadonlySet<string> | undefined;

/** Every name a field may have, in any document. */
export const fieldNames = (): ReadonlySet<string> => {
  const { types } = JSON.parse(readShipped('view-model.json')) as ViewModel;
  known ??= new Set([
    ...Object.values(types).flatMap(({ fields }) => namesIn(fields)),
    ...OF_THE_PAGE,
    ...OF_A_LIST,
  ]);
  return known;
};

/** `{{@name}}`: of the document, and what Handlebars tells of a list's items. */
export const DATA_NAMES: ReadonlySet<string> = new Set([
  'working',
  'paged',
  'bound',
  'behind',
  'apart',
  'root',
  'index',
  'key',
  'first',
  'last',
  'partial-block',
]);
