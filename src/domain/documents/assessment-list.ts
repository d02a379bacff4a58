/** What a fiche judges blocks on, and which document prepares each line of it. */
import {
  resolveBlockCode,
  type AssessmentKind,
  type Assessment,
  type Block,
  type Referential,
} from '../referential.ts';
import { limitOf, type PageLimit } from '../referential/vae-section.ts';
import { blockMark } from './marks.ts';

export interface AssessmentLine {
  /** The fiche's own words. */
  readonly label: string;
  /** Marks of the blocks it is stated for, among those shown. */
  readonly blocks: readonly string[];
  /** Ids of the documents that prepare it; none means that no document can. */
  readonly documents: readonly string[];
  /** Names of the parts the certifier wants it to have, in order. */
  readonly trame: readonly string[];
  /** How long the certifier wants it, annexes left out. */
  readonly pages: PageLimit | undefined;
}

/** An examination in English is sat in person, and nothing written beforehand stands for it. */
const PREPARED_BY: Record<AssessmentKind, string | undefined> = {
  portfolio: 'portfolio',
  memoire: 'memoire',
  'ecrit-reflexif': 'ecrit-reflexif',
  'etude-de-cas': 'etude-de-cas',
  'mise-en-situation': 'mise-en-situation',
  'analyse-reflexive': 'mise-en-situation',
  soutenance: 'soutenance',
  'epreuve-orale': 'soutenance',
  supports: 'soutenance',
  'epreuve-anglais': undefined,
};

/** What the certifier asks of VAE candidates, where that is known, in place of the fiche's modes. */
const pieceLines = (referential: Referential, shown: readonly Block[]): AssessmentLine[] =>
  (referential.vae?.pieces ?? [])
    .map(({ label, document, blocks, trame, pages }) => ({
      label,
      blocks: shown
        .filter(
          ({ code }) =>
            blocks.length === 0 || blocks.some((typed) => resolveBlockCode(referential, typed) === code),
        )
        .map((block) => blockMark(referential, block)),
      documents: document === undefined ? [] : [document],
      trame,
      pages: pages === undefined ? undefined : limitOf(pages),
    }))
    .filter(({ blocks }) => blocks.length > 0);

/** Who says what blocks are judged on: the certifier for VAE where that is known, else the fiche. */
export const modesFrom = ({ vae }: Referential): 'fiche' | 'vae' => (vae === undefined ? 'fiche' : 'vae');

/** Each line of the fiche once, with the blocks it holds for; the general list counts where blocks have none of their own. */
const ficheLines = (
  referential: Referential,
  shown: readonly Block[],
): readonly (AssessmentLine & { readonly kinds: readonly AssessmentKind[] })[] => {
  const perBlock = referential.blocks.some(({ assessments }) => assessments.length > 0);
  const lines = new Map<string, { blocks: string[]; assessment: Assessment }>();
  for (const block of shown) {
    for (const assessment of perBlock ? block.assessments : referential.assessments) {
      const line = lines.get(assessment.label) ?? { blocks: [], assessment };
      line.blocks.push(blockMark(referential, block));
      lines.set(assessment.label, line);
    }
  }
  return [...lines.values()].map(({ blocks, assessment: { label, kind, also } }) => {
    const kinds = [kind, ...also];
    return {
      label,
      blocks,
      trame: [],
      pages: undefined,
      kinds,
      documents: [...new Set(kinds.flatMap((each) => PREPARED_BY[each] ?? []))],
    };
  });
};

/** What the certifier asks for where that is known, else the lines of the fiche. */
export const assessmentLines = (referential: Referential, shown: readonly Block[]): AssessmentLine[] =>
  referential.vae === undefined
    ? ficheLines(referential, shown).map(({ kinds: _kinds, ...line }) => line)
    : pieceLines(referential, shown);

/** Documents that serve several blocks at once, and which: whether one is enough is for the certifier to say. */
export const sharedDocuments = (
  lines: readonly AssessmentLine[],
): { readonly document: string; readonly blocks: readonly string[] }[] =>
  ['memoire', 'ecrit-reflexif', 'portfolio']
    .map((document) => ({
      document,
      blocks: [
        ...new Set(
          lines.filter(({ documents }) => documents.includes(document)).flatMap(({ blocks }) => blocks),
        ),
      ],
    }))
    .filter(({ blocks }) => blocks.length > 1);

/** Something written is handed in, or shown, for it: a line of the fiche that asks for that is not said to have no document. */
const WRITTEN_KINDS: ReadonlySet<AssessmentKind> = new Set([
  'portfolio', 'memoire', 'ecrit-reflexif', 'etude-de-cas', 'supports',
]); // prettier-ignore
/** A sheet may help to prepare these, no document stands for them. */
const IN_PERSON: ReadonlySet<string> = new Set(['soutenance', 'mise-en-situation']);

/** The lines that no document replaces, and whether a sheet of ours prepares them at all. */
export const satInPerson = (
  referential: Referential,
  shown: readonly Block[],
): readonly (Pick<AssessmentLine, 'label' | 'blocks'> & { readonly isPrepared: boolean })[] =>
  (referential.vae === undefined
    ? ficheLines(referential, shown).filter(({ kinds }) => !kinds.some((kind) => WRITTEN_KINDS.has(kind)))
    : pieceLines(referential, shown).filter(({ documents }) => documents.every((id) => IN_PERSON.has(id)))
  ).map(({ label, blocks, documents }) => ({ label, blocks, isPrepared: documents.length > 0 }));
