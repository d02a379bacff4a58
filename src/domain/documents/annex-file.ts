/** The pages of a dossier's annexes as a file of their own, for whoever hands them in apart. */
import type { Annex, ContentsEntry, Cover } from './model.ts';
import type { ToldDocument } from './told-document.ts';

export interface AnnexFile {
  readonly kind: 'dossier-validation-annexes';
  readonly audience: 'jury';
  readonly cover: Cover;
  readonly contents: readonly ContentsEntry[];
  readonly annexes: readonly Annex[];
  readonly withheld: readonly string[];
  readonly bound: 'suite';
}

/** Undefined where a dossier has no annex: a file with nothing in it is handed to nobody. */
export const annexFileOf = ({ cover, annexes, withheld }: ToldDocument): AnnexFile | undefined =>
  annexes.length === 0
    ? undefined
    : {
        kind: 'dossier-validation-annexes',
        audience: 'jury',
        cover,
        contents: [],
        annexes,
        withheld,
        bound: 'suite',
      };
