import { expect, test } from 'vitest';
import { words } from '../../src/catalogue/index.ts';
import type { AcquisError } from '../../src/app/errors.ts';
import { readPortfolioBytes } from '../../src/storage/portfolio/portfolio-bytes.ts';
import { folderOf } from '../support/portfolio-folder.ts';

const refusalOf = (folder: string): AcquisError => {
  try {
    readPortfolioBytes(folder);
  } catch (error) {
    return error as AcquisError;
  }
  throw new Error('not refused');
};

test('whoever names the folder of a group is told which portfolios are in it', () => {
  const group = folderOf({
    'b/portfolio.yaml': '',
    'a/portfolio.yaml': '',
    '.acquis/portfolio.yaml': '',
    'sans/autre.txt': '',
  });
  const { code, args } = refusalOf(group);
  expect([code, args]).toEqual(['not-a-portfolio', { folder: group, count: 2, first: `${group}/a` }]);
  expect(words.errors[code](args).hint).toContain(`acquis batch check ${group}`);
  const one = folderOf({ 'l’un/portfolio.yaml': '' });
  const alone = refusalOf(one);
  expect(words.errors[alone.code](alone.args).hint).toContain(`'${one}/l’un'`);
  const none = refusalOf(folderOf({ 'a/autre.txt': '' }));
  expect(words.errors[none.code](none.args).hint).toContain('acquis init');
});
