import { AcquisError } from '../app/errors.ts';
import { decodeDocument, MAX_DOCUMENT_BYTES } from './document-text.ts';
import { readNamedFile } from './safe-read.ts';
import { readYamlTree } from './yaml/tree.ts';

/** The plain values of a file of answers, YAML or JSON; every scalar is text. */
export const readAnswersFile = async (file: string): Promise<unknown> => {
  const { value, defects } = readYamlTree(
    decodeDocument(readNamedFile(file, MAX_DOCUMENT_BYTES), file),
    file,
  );
  if (defects.length > 0) throw new AcquisError('data', 'unreadable-answers', { file }, { details: defects });
  return value;
};
