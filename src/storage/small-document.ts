import type { Defect } from '../app/defects.ts';
import { AcquisError, type ErrorCode } from '../app/errors.ts';
import { parseWithChoices } from '../domain/choices.ts';
import type { z } from 'zod';
import { decodeDocument, MAX_DOCUMENT_BYTES } from './document-text.ts';
import { schemaDefects } from './portfolio/portfolio-defects.ts';
import { readNamedFile } from './safe-read.ts';
import { readYamlTree, type YamlTree } from './yaml/tree.ts';

interface Expected<T> {
  readonly schema: z.ZodType<T>;
  /** The failure that carries the defects. */
  readonly code: ErrorCode;
  /** Defects that the shape alone does not tell; a first one here makes the others idle. */
  readonly refuse: (tree: YamlTree) => readonly Defect[];
}

/** A YAML document that is not a portfolio, under the same limits: no link, no FIFO, at most 1 MB, no alias, no surprise. */
export const readSmallDocument = async <T>(
  path: string,
  { schema, code, refuse }: Expected<T>,
): Promise<T> => {
  const bytes = readNamedFile(path, MAX_DOCUMENT_BYTES);
  const fail = (details: readonly Defect[]): never => {
    throw new AcquisError('data', code, { file: path }, { details });
  };
  const tree = treeOf(bytes, path, fail);
  const foreign = tree.defects.length > 0 ? tree.defects : refuse(tree);
  if (foreign.length > 0) return fail(foreign);
  const parsed = parseWithChoices(schema, tree.value);
  return parsed.success ? parsed.data : fail(schemaDefects(path, tree, parsed.error.issues, schema));
};

const treeOf = (bytes: Uint8Array, path: string, fail: (details: readonly Defect[]) => never): YamlTree => {
  try {
    return readYamlTree(decodeDocument(bytes, path), path);
  } catch (error) {
    if (error instanceof AcquisError) return fail(error.details);
    throw error;
  }
};
