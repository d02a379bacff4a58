import { finding, type Finding } from '../domain/findings.ts';
import type { Workspace } from './ports.ts';

/** A portfolio.yaml that lost its end is often still one: whoever reads it hears that there was more. */
export const cutFindings = ({ linesLost }: Pick<Workspace, 'linesLost'>): readonly Finding[] =>
  linesLost === undefined ? [] : [finding('portfolio-cut', 'portfolio', { lines: linesLost })];
