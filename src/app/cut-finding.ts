import { finding, type Finding } from '../domain/findings.ts';
import { AcquisError } from './errors.ts';
import type { Workspace } from './ports/world.ts';
import { PORTFOLIO_FILE } from '../domain/folder-names.ts';

/** A portfolio.yaml that lost its end is often still one: whoever reads it hears that there was more. */
export const cutFindings = ({ linesLost }: Pick<Workspace, 'linesLost'>): readonly Finding[] =>
  linesLost === undefined ? [] : [finding('portfolio-cut', 'portfolio', { lines: linesLost })];

/** For what leaves and looks whole to whoever gets it: nobody there could tell that there was more. */
export const requireWhole = ({ folder, linesLost }: Workspace): void => {
  if (linesLost !== undefined)
    throw new AcquisError('data', 'pack-cut', { file: PORTFOLIO_FILE, lines: linesLost, folder });
};
