import type { Defect } from '../../app/defects.ts';
import { AcquisError } from '../../app/errors.ts';
import { parseWithChoices } from '../../domain/choices.ts';
import { Portfolio, PORTFOLIO_VERSION } from '../../domain/portfolio.ts';
import { findBrokenReferences } from '../../domain/references.ts';
import type { Referential } from '../../domain/referential.ts';
import { decodeDocument, refuseDocument } from '../document-text.ts';
import { referenceDefects, schemaDefects } from './portfolio-defects.ts';
import { readYamlTree, type YamlTree } from '../yaml/tree.ts';

/** A file of another program has none of these at its top. */
const OUR_KEYS = ['certification', 'candidate', 'id'] as const;

const refuseForeign = (value: Record<string, unknown>, file: string): void => {
  if (!OUR_KEYS.some((key) => key in value) && Object.keys(value).some((key) => key !== 'version'))
    refuseDocument(file, 'foreign');
  const { version } = value;
  if (typeof version === 'string' && version !== String(PORTFOLIO_VERSION))
    throw new AcquisError('data', 'unsupported-version', {
      file,
      version: version.slice(0, 20),
      supported: PORTFOLIO_VERSION,
    });
};

/** The shape alone is known to be sound; whether its ids name something is `checkReferences`' part. */
export interface ReadDocument {
  readonly text: string;
  readonly tree: YamlTree;
  readonly portfolio: Portfolio | undefined;
  readonly defects: readonly Defect[];
}

/** Reads as far as it can and keeps every defect; throws only where nothing more can be read. */
export const readDocument = (bytes: Uint8Array, file: string): ReadDocument => {
  const text = decodeDocument(bytes, file);
  const tree = readYamlTree(text, file);
  if (tree.isMalformed) throw invalidPortfolio(file, tree.defects);
  if (tree.value === undefined || tree.value === '') return refuseDocument(file, 'empty-file');
  if (typeof tree.value !== 'object' || tree.value === null || Array.isArray(tree.value))
    return refuseDocument(file, 'foreign');
  refuseForeign(tree.value as Record<string, unknown>, file);
  const parsed = parseWithChoices(Portfolio, tree.value);
  const defects = [
    ...tree.defects,
    ...(parsed.success ? [] : schemaDefects(file, tree, parsed.error.issues)),
  ];
  return { text, tree, portfolio: parsed.data, defects };
};

export const invalidPortfolio = (file: string, defects: readonly Defect[]): AcquisError =>
  new AcquisError(
    'data',
    'invalid-portfolio',
    { file, count: defects.length },
    { details: defects.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) },
  );

/** Every defect of the file in one error; otherwise the portfolio. Blocks are looked at when the référentiel is known. */
export const requireSound = (
  { tree, portfolio, defects }: ReadDocument,
  file: string,
  referential: Referential | undefined,
): Portfolio => {
  const all = [...defects, ...referenceDefects(file, tree, findBrokenReferences(tree.value, referential))];
  if (portfolio === undefined || all.length > 0) throw invalidPortfolio(file, all);
  return portfolio;
};
