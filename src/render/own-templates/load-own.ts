import Handlebars from 'handlebars';
import { AcquisError } from '../../app/errors.ts';
import type { TemplateSet } from '../../app/ports/templates.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { compileStrictly, type DocumentTemplate, type Helper, type Helpers } from '../templates.ts';
import { dataAddress } from './own-files.ts';
import { createBudget, TemplateFault, type Budget } from './run-limits.ts';
import { pageOf, partialsOf, styleOf, type NamedText } from './set-texts.ts';
import { fieldNames } from './view-model-names.ts';

const BUILT_IN = ['if', 'unless', 'each', 'with', 'lookup'] as const;

type Compiled = (context: unknown, options: unknown) => string;

/** A document's templates with those of a set in the place of ours. Whatever fails in them is said with its file and line. */
export const loadOwnTemplate = (
  kind: string,
  foundations: readonly string[],
  set: TemplateSet,
  ours: Helpers,
): DocumentTemplate => {
  const budget = createBudget();
  const environment = Handlebars.create();
  const helpers: Helpers = { ...ours, image: (name: string) => dataAddress(set, name) ?? '' };
  const all = { ...pick(environment.helpers), ...helpers };
  environment.registerHelper(guardHelpers(all, budget) as Record<string, Handlebars.HelperDelegate>);
  const compile = ({ file, text }: NamedText): Compiled =>
    inFile(file, compileStrictly(environment, text, helpers) as Compiled, budget);
  for (const partial of partialsOf(set))
    environment.registerPartial(partial.name, compile(partial) as Handlebars.Template);
  const page = compile(pageOf(set, kind));
  return {
    page: (model, data) => {
      budget.begin();
      try {
        return page(model, { data });
      } catch (error) {
        throw refusal(error, set.folder);
      }
    },
    style: styleOf(set, [...foundations, kind]),
  };
};

const pick = (registered: Readonly<Record<string, unknown>>): Helpers =>
  Object.fromEntries(BUILT_IN.map((name) => [name, registered[name] as Helper]));

interface HelperOptions {
  readonly name: string;
  readonly loc?: { readonly start: { readonly line: number } };
}

/** Each call counts; what goes wrong inside knows its line. */
const guardHelpers = (helpers: Helpers, budget: Budget): Helpers =>
  Object.fromEntries(
    Object.entries(helpers).map(([name, helper]): [string, Helper] => [
      name,
      function guarded(this: unknown, ...args: unknown[]): unknown {
        budget.call();
        try {
          return (helper as (...given: unknown[]) => unknown).apply(this, args);
        } catch (error) {
          if (error instanceof TemplateFault || isPlaced(error)) throw error;
          const { loc } = (args.at(-1) ?? {}) as Partial<HelperOptions>;
          if (error instanceof RangeError)
            throw new TemplateFault('template-recursion', { line: loc?.start.line });
          throw new TemplateFault('template-argument', { line: loc?.start.line, found: name });
        }
      },
    ]),
  );

/** Handlebars' own, which has a line: a field that is not there. */
const isPlaced = (error: unknown): error is Error & { readonly lineNumber: number } =>
  error instanceof Error && 'lineNumber' in error && typeof error.lineNumber === 'number';

const inFile =
  (file: string, template: Compiled, budget: Budget): Compiled =>
  (context, options) => {
    budget.call();
    try {
      const text = template(context, options);
      budget.weigh(text.length);
      return text;
    } catch (error) {
      const fault = faultOf(error);
      if (fault) fault.file ??= file;
      throw fault ?? error;
    }
  };

const faultOf = (error: unknown): TemplateFault | undefined => {
  if (error instanceof TemplateFault) return error;
  if (error instanceof RangeError) return new TemplateFault('template-recursion');
  if (!isPlaced(error)) return undefined;
  const [, name] = /^"(.+?)" not defined/u.exec(error.message) ?? [];
  if (name === undefined) return undefined;
  // A name that exists elsewhere is no slip of the pen, and is not proposed again.
  const suggestion = nearest(
    name,
    [...fieldNames()].filter((known) => known !== name),
  );
  return new TemplateFault('template-field-here', {
    line: error.lineNumber,
    found: name,
    args: suggestion === undefined ? {} : { suggestion },
  });
};

const refusal = (error: unknown, folder: string): unknown => {
  if (!(error instanceof TemplateFault)) return error;
  const { file = folder, line, code, found, args } = error;
  const defect = { file, path: '', code, args, ...(line !== undefined && { line }), ...(found !== undefined && { found }) }; // prettier-ignore
  return new AcquisError(
    'data',
    'invalid-templates',
    { folder, count: 1 },
    { details: [defect], cause: error },
  );
};
