import { join } from 'node:path';
import type { Defect } from '../../app/defects.ts';
import { AcquisError } from '../../app/errors.ts';
import type { TemplateSet } from '../../app/ports/templates.ts';
import { VIEW_MODEL } from '../../domain/documents/view-model.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { helpers } from '../helpers.ts';
import { readShipped } from '../templates.ts';
import { checkTemplate, fieldsNamed, partialCalls } from './check-template.ts';
import { carriedNames, checkFiles, checkStyle } from './own-files.ts';
import {
  OWN_STYLE,
  pageOf,
  partialsOf,
  shippedFiles,
  shippedFolders,
  strayFiles,
  textOf,
} from './set-texts.ts';

/** Called by the names given here; what a set may say besides. */
const OF_A_SET = ['image'];

/**
 * Everything wrong with a set that can be told without a portfolio, in one pass. Throws `invalid-templates` and
 * `templates-version`; returns partials of its own that no template calls.
 */
export const checkTemplateSet = (set: TemplateSet): readonly string[] => {
  const { folder, files, viewModel } = set;
  if (viewModel !== undefined && viewModel !== VIEW_MODEL)
    throw new AcquisError('data', 'templates-version', { folder, version: viewModel, supported: VIEW_MODEL });
  const templates = [...partialsOf(set), ...shippedFolders().filter((kind) => kind !== 'shared').map((kind) => pageOf(set, kind))]; // prettier-ignore
  const calls = templates.flatMap(({ text }) => partialCalls(text));
  const known = {
    helpers: [...Object.keys(helpers), ...OF_A_SET],
    partials: partialsOf(set).map(({ name }) => name),
    images: carriedNames(set),
    names: new Set([...calls.flatMap(({ given }) => given), ...shippedTexts().flatMap(fieldsNamed)]),
  };
  const defects: Defect[] = [
    ...strayFiles(set).map((file) => stray(folder, file)),
    ...checkFiles(set),
    ...templates.filter(({ isOwn }) => isOwn).flatMap(({ file, text }) => checkTemplate(file, text, known)),
    ...[...files.keys()]
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) => checkStyle(set, file, textOf(set, file)!)),
  ];
  if (defects.length > 0)
    throw new AcquisError(
      'data',
      'invalid-templates',
      { folder, count: defects.length },
      { details: defects },
    );
  return unusedPartials(set, new Set(calls.map(({ name }) => name)));
};

/** All of ours: a helper’s answer has fields that no view-model has, and what ours may say anyone may. */
const shippedTexts = (): string[] =>
  shippedFiles()
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => readShipped(...file.split('/')));

const stray = (folder: string, file: string): Defect => {
  const suggestion = nearest(file, [...shippedFiles(), OWN_STYLE]);
  return {
    file: join(folder, file),
    path: '',
    code: 'template-stray',
    args: suggestion === undefined ? {} : { suggestion },
  };
};

/** Neither in the place of ours nor called by any template: nearly always a slip of the pen. */
const unusedPartials = ({ files }: TemplateSet, called: ReadonlySet<string>): string[] => {
  const shipped = new Set(shippedFiles());
  return [...files.keys()].filter(
    (file) => file.endsWith('.hbs') && !shipped.has(file) && !called.has(file.slice(0, -'.hbs'.length)),
  );
};
