/**
 * Coverage as a picture: one ball per competence, filled a quarter for each step. Shapes, not colours, tell the grades
 * apart; the same facts stand beside it in words (`groups`). Lengths are millimetres.
 */
import { GRADES, type BlockCoverage, type CompetenceCoverage, type Grade } from '../coverage.ts';

export interface Ball {
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  /** SVG path of what is filled; undefined for an empty ball. */
  readonly fill: string | undefined;
}

export interface StripCell extends Ball {
  /** `C04`. */
  readonly label: string;
  /** Baseline of the label. */
  readonly below: number;
  readonly fragile: boolean;
  /** Left edge of the mark that says so. */
  readonly beside: number;
}

export interface GradeGroup {
  readonly grade: Grade;
  readonly ball: Ball;
  readonly labels: readonly string[];
}

export interface CoverageStrip {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly StripCell[];
  /** The same in words, the most advanced grade first; grades nobody has are left out. */
  readonly groups: readonly GradeGroup[];
  readonly fragile: readonly string[];
}

const PER_ROW = 10;
const PITCH = 10.4;
const ROW = 11;
const RADIUS = 2.6;

/** A quarter for each grade, clockwise from the top. */
export const ballOf = (grade: Grade, cx: number, cy: number, r: number): Ball => {
  const top = `M${cx} ${round(cy - r)}`;
  const arcTo = (x: number, y: number): string => `A${r} ${r} 0 0 1 ${round(x)} ${round(y)}`;
  const half = `${top}${arcTo(cx, cy + r)}`;
  const fills: Record<Grade, string | undefined> = {
    absent: undefined,
    cited: `${top}${arcTo(cx + r, cy)}L${cx} ${cy}Z`,
    supported: `${half}Z`,
    analysed: `${half}${arcTo(cx, cy - r)}Z`,
  };
  return { cx, cy, r, fill: fills[grade] };
};

const round = (length: number): number => Math.round(length * 100) / 100;

/** `labelOf`: what a competence is called under its block's name. */
export const coverageStrip = (
  { competences }: Pick<BlockCoverage, 'competences'>,
  labelOf: (id: string) => string,
): CoverageStrip => {
  const labels = (some: readonly CompetenceCoverage[]): string[] => some.map(({ id }) => labelOf(id));
  return {
    width: PITCH * PER_ROW,
    height: ROW * Math.ceil(competences.length / PER_ROW),
    cells: competences.map(({ id, grade, fragility }, index) => {
      const cx = round(PITCH * (index % PER_ROW) + RADIUS + 0.4);
      const cy = ROW * Math.floor(index / PER_ROW) + RADIUS + 0.4;
      return {
        ...ballOf(grade, cx, cy, RADIUS),
        label: labelOf(id),
        below: round(cy + RADIUS + 3.4),
        fragile: fragility !== undefined,
        beside: round(cx + RADIUS + 0.9),
      };
    }),
    groups: GRADES.toReversed().flatMap((grade) => {
      const having = competences.filter((competence) => competence.grade === grade);
      return having.length === 0
        ? []
        : [{ grade, ball: ballOf(grade, 1.5, 1.5, 1.3), labels: labels(having) }];
    }),
    fragile: labels(competences.filter(({ fragility }) => fragility !== undefined)),
  };
};
