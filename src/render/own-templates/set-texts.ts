/** A set of somebody's own laid over ours, by name. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TemplateSet } from '../../app/ports/templates.ts';
import { assetPath } from '../../assets.ts';
import { readShipped, shippedPartials } from '../templates.ts';
import { styleWithFiles } from './own-files.ts';

/** Follows every other sheet of every document: a school's colours are this one file. */
export const OWN_STYLE = 'style.css';
const PAGE = 'page.hbs';
/** A page with a script, for advisors alone, and no document. */
const NO_DOCUMENT = 'cohort';

/** `shared`, and one folder for each document. */
export const shippedFolders = (): string[] =>
  readdirSync(assetPath('templates'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== NO_DOCUMENT)
    .map(({ name }) => name)
    .toSorted();

/** Every template and style sheet of ours that may be replaced, by its path below the folder. */
export const shippedFiles = (): string[] =>
  shippedFolders().flatMap((folder) =>
    readdirSync(assetPath(`templates/${folder}`))
      .filter((file) => /\.(?:hbs|css)$/u.test(file))
      .toSorted()
      .map((file) => `${folder}/${file}`),
  );

/** As an editor may save it: with a BOM, with the line ends of Windows. */
export const textOf = ({ files }: TemplateSet, name: string): string | undefined => {
  const bytes = files.get(name);
  return bytes && new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
};

export interface NamedText {
  /** As it is called: `shared/cover`, or `page`. */
  readonly name: string;
  /** What messages name: below the folder as the person typed it, or below `acquis:` where it is ours. */
  readonly file: string;
  readonly isOwn: boolean;
  readonly text: string;
}

const withoutEnding = (file: string): string => file.slice(0, -'.hbs'.length);

/** Partials of all folders: any page may call any of them. */
export const partialsOf = (set: TemplateSet): NamedText[] => {
  const ours = shippedFolders().flatMap(shippedPartials);
  const all = new Map<string, NamedText>(
    ours.map(([name, text]) => [name, { name, file: `acquis:${name}.hbs`, isOwn: false, text }]),
  );
  for (const file of set.files.keys())
    if (file.endsWith('.hbs') && !file.endsWith(`/${PAGE}`) && file !== PAGE)
      all.set(withoutEnding(file), { name: withoutEnding(file), file: join(set.folder, file), isOwn: true, text: textOf(set, file)! }); // prettier-ignore
  return [...all.values()];
};

export const pageOf = (set: TemplateSet, kind: string): NamedText => {
  const name = `${kind}/${PAGE}`;
  const own = textOf(set, name);
  return own === undefined
    ? { name, file: `acquis:${name}`, isOwn: false, text: readShipped(kind, PAGE) }
    : { name, file: join(set.folder, name), isOwn: true, text: own };
};

/** Sheets in the order in which they have their say. */
export const styleOf = (set: TemplateSet, folders: readonly string[]): string => {
  const own = (name: string): string | undefined => {
    const text = textOf(set, name);
    return text === undefined ? undefined : styleWithFiles(set, name, text);
  };
  const sheets = folders.map((folder) => own(`${folder}/style.css`) ?? readShipped(folder, 'style.css'));
  const last = own(OWN_STYLE);
  return (last === undefined ? sheets : [...sheets, last]).join('\n');
};

/** Pages and sheets that stand for no document of ours: nothing would ever read them. */
export const strayFiles = ({ files }: TemplateSet): string[] => {
  const shipped = shippedFiles();
  return [...files.keys()].filter(
    (file) =>
      /(?:^|\/)(?:page\.hbs|[^/]+\.css)$/u.test(file) && file !== OWN_STYLE && !shipped.includes(file),
  );
};
