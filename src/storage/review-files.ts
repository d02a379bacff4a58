import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Defect } from '../app/defects.ts';
import { AcquisError } from '../app/errors.ts';
import type { ReviewFiles } from '../app/ports/review.ts';
import { words } from '../catalogue/index.ts';
import { findBrokenReferences } from '../domain/references.ts';
import { REVIEW_FILE_VERSION, REVIEW_FORMAT, ReviewFile } from '../domain/review/file.ts';
import { mergeReviews } from '../domain/review/reviews.ts';
import { cannotWrite, codeOf } from './disk-errors.ts';
import { writeDurably } from './durable-file.ts';
import { referenceDefects } from './portfolio/portfolio-defects.ts';
import { readSmallDocument } from './small-document.ts';
import { storedMap } from './portfolio/stored-form.ts';
import { mapText } from './yaml/text.ts';
import type { YamlTree } from './yaml/tree.ts';

const textOf = (file: ReviewFile): string =>
  `${words.storage.reviewHeading.map((line) => `# ${line}`).join('\n')}\n${mapText(storedMap(file), 0)}\n`;

const read = (path: string): Promise<ReviewFile> =>
  readSmallDocument(path, {
    schema: ReviewFile,
    code: 'unreadable-review',
    refuse: (tree) => {
      const foreign = refuseForeign(path, tree);
      return foreign.length > 0 ? foreign : referenceDefects(path, tree, findBrokenReferences(tree.value));
    },
  });

const refuseForeign = (file: string, { value }: YamlTree): Defect[] => {
  const isOurs =
    typeof value === 'object' && value !== null && 'format' in value && value.format === REVIEW_FORMAT;
  if (!isOurs) return [{ file, path: '', code: 'not-a-review' }];
  const version = 'version' in value ? value.version : undefined;
  if (typeof version === 'string' && version !== String(REVIEW_FILE_VERSION))
    throw new AcquisError('data', 'unsupported-version', {
      file,
      version: version.slice(0, 20),
      supported: REVIEW_FILE_VERSION,
    });
  return [];
};

/** An earlier review file may be replaced; anything else at that place was not meant, nor messages nobody has taken over yet. */
const requireReplaceable = async (path: string, file: ReviewFile): Promise<void> => {
  const isThere = await lstat(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
  if (!isThere) return;
  const there = await read(path).catch(() => {
    throw new AcquisError('usage', 'file-taken', { file: path });
  });
  const { added } = mergeReviews(file.reviews, there.reviews);
  if (added.length > 0)
    throw new AcquisError('usage', 'review-not-taken-over', { file: path, count: added.length });
};

export const createReviewFiles = (): ReviewFiles => ({
  read,
  textOf,
  write: async (path, file) => {
    try {
      await requireReplaceable(path, file);
      // Made to be sent: the person's own habit (umask) decides who may read it.
      await writeDurably(resolve(path), textOf(file), 0o666);
      return path;
    } catch (error) {
      throw cannotWrite(path, error);
    }
  },
});
