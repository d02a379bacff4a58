import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { assetPath } from '../../assets.ts';
import { words } from '../../catalogue/index.ts';
import type { CohortBoard } from '../../app/ports/cohort.ts';
import { overviewOf } from '../../domain/cohort/overview.ts';
import { boardFacts, boardSections } from './sections.ts';
import { cleanTexts } from '../clean-text.ts';
import { loadTemplate, safeMarkup } from '../templates.ts';
import { typography } from '../typography.ts';

/**
 * The board as one file: style and one script inside, nothing to fetch. The policy names that script by its hash, so that
 * no text of a person could ever run, even unescaped.
 */
export const renderBoard = (board: CohortBoard): string => {
  const { cohort } = words;
  const { page, style } = loadTemplate('cohort', { typo: (text: string) => typography(text) }, []);
  const script = readFileSync(assetPath('templates/cohort/sort.js'), 'utf8');
  const overview = overviewOf(
    board.groups.flatMap(({ rows }) => rows),
    board.still,
  );
  const heading = `${cohort.title}, ${cohort.on(board.date)}`;
  const said = cleanTexts({
    title: heading,
    heading,
    working: cohort.working,
    juryDecides: cohort.juryDecides,
    private: cohort.private,
    ascending: cohort.ascending,
    descending: cohort.descending,
    facts: boardFacts(board, overview),
    sections: boardSections(board, overview),
  });
  return page(
    {
      ...said,
      style: safeMarkup(style),
      script: safeMarkup(script),
      scriptHash: `sha256-${createHash('sha256').update(script).digest('base64')}`,
    },
    {},
  );
};
