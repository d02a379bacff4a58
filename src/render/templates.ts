import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { assetPath } from '../assets.ts';

/** Markup of ours, or a candidate's Markdown already made safe: the only text a template prints without escaping. */
export const safeMarkup = (html: string): unknown => new Handlebars.SafeString(html);

type Helper = (this: unknown, ...args: never[]) => unknown;

/** A compiled document template: `model` is the view-model, `data` what helpers need of the whole document. */
export type Template = (model: object, data: Readonly<Record<string, unknown>>) => string;

const COMPILE = { strict: true, knownHelpersOnly: true, preventIndent: true };

const read = (...parts: string[]): string => readFileSync(join(...parts), 'utf8');

/** Partials of a folder under `folder/name`; style sheets and the page itself are no partials. */
const registerPartials = (environment: typeof Handlebars, folder: string, options: CompileOptions): void => {
  const path = assetPath(`templates/${folder}`);
  for (const file of readdirSync(path)) {
    if (!file.endsWith('.hbs') || file === 'page.hbs') continue;
    const name = `${folder}/${file.slice(0, -'.hbs'.length)}`;
    environment.registerPartial(name, environment.compile(read(path, file), options));
  }
};

/**
 * Loads `templates/FOLDER`: `page.hbs`, its partials, those of the folders it builds on, and all their style sheets.
 * Strict: a misspelt field or helper fails at once instead of leaving a hole in somebody's dossier.
 */
export const loadTemplate = (
  folder: string,
  helpers: Readonly<Record<string, Helper>>,
  foundations: readonly string[] = ['shared'],
): { readonly page: Template; readonly style: string } => {
  const environment = Handlebars.create();
  environment.registerHelper(helpers as Record<string, Handlebars.HelperDelegate>);
  const options = {
    ...COMPILE,
    knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
  } as CompileOptions;
  const folders = [...foundations, folder];
  for (const one of folders) registerPartials(environment, one, options);
  const page = environment.compile(read(assetPath(`templates/${folder}`), 'page.hbs'), options);
  return {
    page: (model, data) => page(model, { data }),
    style: folders.map((one) => read(assetPath(`templates/${one}`), 'style.css')).join('\n'),
  };
};
