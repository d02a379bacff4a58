import Handlebars from 'handlebars';
import type { Defect, DefectCode } from '../../app/defects.ts';
import type { ErrorArgs } from '../../app/errors.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { START, readOn, unsafePlace, type HtmlState } from './html-place.ts';
import { DATA_NAMES, fieldNames } from './view-model-names.ts';

/** What a template may name. */
export interface Known {
  readonly helpers: readonly string[];
  readonly partials: readonly string[];
  /** Images of the set. */
  readonly images: readonly string[];
  /** Fields besides those of view-models: what some template gives to a partial (`{{> shared/chapter heading=…}}`). */
  readonly names: ReadonlySet<string>;
}

/** Nobody writes more; it takes Handlebars seconds to compile thousands. */
const DEEPEST = 60;
const BUILT_IN = ['if', 'unless', 'each', 'with', 'lookup'];

/** Tags that would run, load or lead elsewhere; the policy of the page refuses them too, without saying why nothing shows. */
const FORBIDDEN =
  /<\s*(script|iframe|frame|object|embed|applet|base|link|form|portal|meta(?=[^>]*http-equiv))\b/giu;
const NETWORK =
  /\b(?:src|srcset|poster|background)\s*=\s*["']?\s*(?!data:|\{\{|["'])[^"'\s>]+|url\(\s*["']?\s*(?!data:|#)[^)\s"']*|@import/giu;
const IMAGE = /<img\b(?:\{\{[^}]*\}\}|[^>])*>/giu;

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

type Say = (line: number, code: DefectCode, found?: string, args?: ErrorArgs) => void;

/** Everything wrong with one template, in one pass. Throws nothing. */
export const checkTemplate = (file: string, text: string, known: Known): Defect[] => {
  const defects: Defect[] = [];
  const say: Say = (line, code, found, args) =>
    void defects.push({
      file,
      line,
      path: '',
      code,
      ...(found !== undefined && { found }),
      ...(args && { args }),
    });
  const program = parseTemplate(text, say);
  if (program === undefined) return defects;
  new Checker(known, say).accept(program);
  // What is written outside of Handlebars' own tags; blanks keep the lines.
  const markup = text.replaceAll(/\{\{!--[\s\S]*?--\}\}|<!--[\s\S]*?-->/gu, (found) =>
    found.replaceAll(/[^\n]/gu, ' '),
  );
  for (const { index, 1: name = '' } of markup.matchAll(FORBIDDEN))
    say(lineAt(text, index), 'template-forbidden', `<${name}>`);
  for (const { index, 0: found } of markup.matchAll(NETWORK))
    say(lineAt(text, index), 'template-network', found.slice(0, 80));
  for (const { index, 0: found } of markup.matchAll(IMAGE))
    if (!/\balt\s*=/iu.test(found)) say(lineAt(text, index), 'template-alt');
  return defects.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
};

const parseTemplate = (text: string, say: Say): hbs.AST.Program | undefined => {
  const deep = deepLine(text);
  if (deep !== undefined) {
    say(deep, 'template-deep', undefined, { limit: DEEPEST });
    return undefined;
  }
  try {
    return Handlebars.parse(text);
  } catch (error) {
    const { message, lineNumber } = error as Error & { readonly lineNumber?: number };
    const line = lineNumber ?? Number(/on line (\d+)/u.exec(message)?.[1] ?? 1);
    const pair = /^(.+) doesn't match (.+?)(?: - .*)?$/u.exec(message);
    if (pair) say(line, 'template-unclosed', pair[1], { close: pair[2] ?? '' });
    else say(line, 'template-syntax', text.split('\n')[line - 1]?.trim().slice(0, 80) ?? '');
    return undefined;
  }
};

/** Where blocks stand too deep in one another, found before anything recursive looks. */
const deepLine = (text: string): number | undefined => {
  let depth = 0;
  for (const { index, 1: sign } of text.matchAll(/\{\{~?([#^/])(?!\s*\}\})/gu)) {
    depth += sign === '/' ? -1 : 1;
    if (depth > DEEPEST) return lineAt(text, index);
  }
  return undefined;
};

class Checker extends Handlebars.Visitor {
  readonly #known: Known;
  readonly #say: Say;
  readonly #fields = fieldNames();
  readonly #blockParams: string[] = [];
  #place: HtmlState = START;

  constructor(known: Known, say: Say) {
    super();
    this.#known = known;
    this.#say = say;
  }

  override ContentStatement({ value }: hbs.AST.ContentStatement): void {
    this.#place = readOn(this.#place, value);
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    const { line } = mustache.loc.start;
    const path = mustache.path as hbs.AST.PathExpression;
    if (!mustache.escaped) this.#say(line, 'template-raw', path.original);
    const isImage = path.original === 'image' || path.original === 'picture';
    const unsafe = unsafePlace(this.#place, isImage);
    if (unsafe) this.#say(line, 'template-place', path.original, { place: unsafe });
    this.#call(mustache);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.#call(expression, true);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.#call(block, true);
    const blockParams = block.program.blockParams as readonly string[] | undefined;
    const names = blockParams ?? [];
    this.#blockParams.push(...names);
    this.accept(block.program);
    this.#blockParams.splice(this.#blockParams.length - names.length);
    if (block.inverse) this.accept(block.inverse);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.#partial(partial);
    this.acceptArray(partial.params);
    if (partial.hash) this.accept(partial.hash);
  }

  override PartialBlockStatement(block: hbs.AST.PartialBlockStatement): void {
    this.#partial(block);
    this.acceptArray(block.params);
    if (block.hash) this.accept(block.hash);
    this.accept(block.program);
  }

  // `{{#*inline}}` and decorators change the program that is running; partials in files do the same, by name.
  override Decorator({ loc }: hbs.AST.Decorator): void {
    this.#say(loc.start.line, 'template-inline');
  }
  override DecoratorBlock({ loc }: hbs.AST.DecoratorBlock): void {
    this.#say(loc.start.line, 'template-inline');
  }

  override PathExpression({ data, depth, original, parts, loc }: hbs.AST.PathExpression): void {
    const [first] = parts;
    if (first === undefined) return;
    const { line } = loc.start;
    if (data) {
      if (!DATA_NAMES.has(first)) this.#unknown(line, 'template-field', original, [...DATA_NAMES].map((name) => `@${name}`)); // prettier-ignore
      if (first !== 'root') return;
    }
    const isParameter = depth === 0 && !data && this.#blockParams.includes(first);
    for (const part of data || isParameter ? parts.slice(1) : parts)
      if (!this.#fields.has(part) && !this.#known.names.has(part) && !/^\d+$/u.test(part))
        this.#unknown(line, 'template-field', part, [...this.#fields]);
  }

  /** A helper with its arguments, or a field alone. */
  #call(
    { path: called, params, hash, loc }: Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash' | 'loc'>,
    mustBeHelper = false,
  ): void {
    const path = called as hbs.AST.PathExpression;
    const helpers = [...BUILT_IN, ...this.#known.helpers];
    const takes = params.length > 0 || hash !== undefined;
    if (!helpers.includes(path.original)) {
      if (mustBeHelper || takes) this.#unknown(loc.start.line, 'template-helper', path.original, helpers);
      else this.accept(path);
    } else if (path.original === 'image') this.#image(params[0], loc.start.line);
    this.acceptArray(params);
    if (hash) this.accept(hash);
  }

  #image(name: hbs.AST.Expression | undefined, line: number): void {
    if (name?.type !== 'StringLiteral') return this.#say(line, 'template-image-name');
    const { value } = name as hbs.AST.StringLiteral;
    if (!this.#known.images.includes(value)) this.#unknown(line, 'template-image', value, this.#known.images);
  }

  #partial({ name, loc }: Pick<hbs.AST.PartialStatement, 'name' | 'loc'>): void {
    if (name.type === 'SubExpression') return this.#say(loc.start.line, 'template-dynamic');
    const { original } = name;
    if (original !== '@partial-block' && !this.#known.partials.includes(original))
      this.#unknown(loc.start.line, 'template-partial', original, this.#known.partials);
  }

  #unknown(line: number, code: DefectCode, found: string, candidates: readonly string[]): void {
    const suggestion = nearest(found, candidates);
    this.#say(line, code, found, suggestion === undefined ? {} : { suggestion });
  }
}

/** A call of a partial, with the names of what it is given. */
export interface PartialCall {
  readonly name: string;
  readonly given: readonly string[];
}

/** The partials that a template calls; none where it cannot be parsed, which is said elsewhere. */
export const partialCalls = (text: string): PartialCall[] => {
  const calls: PartialCall[] = [];
  const add = ({ name, hash }: Pick<hbs.AST.PartialStatement, 'name' | 'hash'>): void =>
    void calls.push({
      name: (name as hbs.AST.PathExpression).original ?? '',
      given: (hash?.pairs ?? []).map(({ key }) => key),
    });
  class Collector extends Handlebars.Visitor {
    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      add(partial);
    }
    override PartialBlockStatement(block: hbs.AST.PartialBlockStatement): void {
      add(block);
      this.accept(block.program);
    }
  }
  const program = parseTemplate(text, () => undefined);
  if (program) new Collector().accept(program);
  return calls;
};

/** Every field that a template names. */
export const fieldsNamed = (text: string): string[] => {
  const names: string[] = [];
  class Collector extends Handlebars.Visitor {
    override PathExpression({ parts }: hbs.AST.PathExpression): void {
      names.push(...parts);
    }
  }
  const program = parseTemplate(text, () => undefined);
  if (program) new Collector().accept(program);
  return names;
};
