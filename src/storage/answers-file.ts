import { AcquisError } from '../app/errors.ts';
import { cannotRead } from './disk-errors.ts';
import { decodeDocument, MAX_DOCUMENT_BYTES } from './document-text.ts';
import { readPlainFile } from './safe-read.ts';
import { readYamlTree } from './yaml-tree.ts';

/** The plain values of a file of answers, YAML or JSON; every scalar is text. */
export const readAnswersFile = async (file: string): Promise<unknown> => {
  const bytes = await readPlainFile(file, MAX_DOCUMENT_BYTES).catch((error: unknown) => {
    throw cannotRead(file, error);
  });
  const { value, defects } = readYamlTree(decodeDocument(bytes, file), file);
  if (defects.length > 0) throw new AcquisError('data', 'unreadable-answers', { file }, { details: defects });
  return value;
};
