import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { UnfitProof } from './unfit.ts';

/** Of one proof, every form counted as often as it is drawn: a plan of a building has some hundred thousand. */
const MAX_OPERATORS = 20_000_000;

interface Drawing {
  readonly operators: number;
  readonly forms: readonly (readonly [form: PDFDict, times: number])[];
}

/** What draws what, how often: two kilobytes can ask for a million million strokes, or for themselves. */
export interface Drawings {
  /** `key`: the dictionary of a form, or a page. */
  note(key: PDFObject, drawing: Drawing): void;
  /** Throws `UnfitProof`: `too-large` for what nobody could wait for, `broken` for what draws itself. */
  weigh(key: PDFObject): void;
}

export const createDrawings = (): Drawings => {
  const noted = new Map<PDFObject, Drawing>();
  const weights = new Map<PDFObject, number>();
  const open = new Set<PDFObject>();
  let all = 0;

  const weightOf = (key: PDFObject): number => {
    const known = weights.get(key);
    if (known !== undefined) return known;
    if (open.has(key)) throw new UnfitProof('broken');
    open.add(key);
    const { operators, forms } = noted.get(key) ?? { operators: 0, forms: [] };
    const weight = forms.reduce((sum, [form, times]) => sum + times * weightOf(form), operators);
    open.delete(key);
    weights.set(key, weight);
    return weight;
  };

  return {
    note: (key, drawing) => noted.set(key, drawing),
    weigh: (key) => {
      all += weightOf(key);
      if (all > MAX_OPERATORS) throw new UnfitProof('too-large');
    },
  };
};
