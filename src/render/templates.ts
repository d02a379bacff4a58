import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { assetPath } from '../assets.ts';

/** Markup of ours, or a candidate's Markdown already made safe: the only text a template prints without escaping. */
export const safeMarkup = (html: string): unknown => new Handlebars.SafeString(html);

export type Helper = (this: unknown, ...args: never[]) => unknown;
export type Helpers = Readonly<Record<string, Helper>>;

/** A compiled document template: `model` is the view-model, `data` what helpers need of the whole document. */
export type Template = (model: object, data: Readonly<Record<string, unknown>>) => string;

export interface DocumentTemplate {
  readonly page: Template;
  readonly style: string;
}

const COMPILE = { strict: true, knownHelpersOnly: true, preventIndent: true };

/** Handlebars' `strict` looks at what is printed; a misspelt field in `{{#if}}` would hide a chapter without a word. */
class StrictParameters extends Handlebars.Visitor {
  override PathExpression(path: hbs.AST.PathExpression): void {
    Object.assign(path, { strict: true });
  }
}

/** Strictly: a misspelt field or helper fails at once instead of leaving a hole in somebody's dossier. */
export const compileStrictly = (
  environment: typeof Handlebars,
  text: string,
  helpers: Helpers,
): HandlebarsTemplateDelegate => {
  const program = Handlebars.parse(text);
  new StrictParameters().accept(program);
  return environment.compile(program, {
    ...COMPILE,
    knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
  });
};

/** One of our own files, e.g. `shared`, `style.css`. */
export const readShipped = (...parts: string[]): string =>
  readFileSync(join(assetPath('templates'), ...parts), 'utf8');

/** Partials of a folder under `folder/name`; style sheets and the page itself are no partials. */
export const shippedPartials = (folder: string): [name: string, text: string][] =>
  readdirSync(assetPath(`templates/${folder}`))
    .filter((file) => file.endsWith('.hbs') && file !== 'page.hbs')
    .map((file) => [`${folder}/${file.slice(0, -'.hbs'.length)}`, readShipped(folder, file)]);

/** `templates/FOLDER`: `page.hbs`, its partials, those of the folders it builds on, and all their style sheets. */
export const loadTemplate = (
  folder: string,
  helpers: Helpers,
  foundations: readonly string[] = ['shared'],
): DocumentTemplate => {
  const folders = [...foundations, folder];
  const environment = Handlebars.create();
  environment.registerHelper(helpers as Record<string, Handlebars.HelperDelegate>);
  for (const [name, text] of folders.flatMap(shippedPartials))
    environment.registerPartial(name, compileStrictly(environment, text, helpers));
  const page = compileStrictly(environment, readShipped(folder, 'page.hbs'), helpers);
  return {
    page: (model, data) => page(model, { data }),
    style: folders.map((one) => readShipped(one, 'style.css')).join('\n'),
  };
};
