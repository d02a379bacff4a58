import { AcquisError } from '../app/errors.ts';
import { cannotRead } from './disk-errors.ts';
import { decodeDocument, MAX_DOCUMENT_BYTES } from './document-text.ts';
import { readPlainFile } from './read-at-once.ts';
import { readYamlTree } from './yaml-tree.ts';

const bytesOf = (file: string): Uint8Array => {
  try {
    return readPlainFile(file, MAX_DOCUMENT_BYTES);
  } catch (error) {
    throw cannotRead(file, error);
  }
};

/** The plain values of a file of answers, YAML or JSON; every scalar is text. */
export const readAnswersFile = async (file: string): Promise<unknown> => {
  const { value, defects } = readYamlTree(decodeDocument(bytesOf(file), file), file);
  if (defects.length > 0) throw new AcquisError('data', 'unreadable-answers', { file }, { details: defects });
  return value;
};
