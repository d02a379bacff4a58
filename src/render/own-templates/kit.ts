import { AcquisError } from '../../app/errors.ts';
import type { TemplateKit } from '../../app/ports/templates.ts';
import { templatesReadme } from '../../catalogue/fr/templates-readme.ts';
import { VIEW_MODEL } from '../../domain/documents/view-model.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { readShipped } from '../templates.ts';
import { checkTemplateSet } from './check-set.ts';
import { shippedFiles } from './set-texts.ts';

/** What travels with every copy, so that a set can be understood and checked years later. */
const beside = (): [string, string][] => [
  ['acquis-templates.yaml', `viewModel: ${VIEW_MODEL}\n`],
  ['LISEZMOI.md', templatesReadme(VIEW_MODEL)],
  ['champs.md', readShipped('champs.md')],
];

const starter = (names: readonly string[]): ReadonlyMap<string, string> => {
  const shipped = shippedFiles();
  for (const name of names)
    if (!shipped.includes(name)) {
      const suggestion = nearest(name, shipped);
      throw new AcquisError('usage', 'unknown-template', {
        name,
        ...(suggestion !== undefined && { suggestion }),
      });
    }
  const files = (names.length === 0 ? shipped : names).map((name): [string, string] => [
    name,
    readShipped(...name.split('/')),
  ]);
  return new Map([...beside(), ...files]);
};

export const templateKit: TemplateKit = { check: checkTemplateSet, starter };
