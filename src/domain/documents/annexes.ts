import { citationsIn } from '../citations.ts';
import { isReceived, type Evidence, type Portfolio, type StoredFile } from '../portfolio.ts';
import { shownFile } from '../evidence/shown-file.ts';
import type { Annex, AnnexReference } from './model.ts';

/** Behind the dossier, in a file of their own whose pages are numbered on from the dossier's, or listed alone. */
export const ANNEX_MODES = ['suite', 'fichier', 'liste'] as const;
export type AnnexMode = (typeof ANNEX_MODES)[number];

/** A document joins what is there and may be shown; a proof still to be asked for is no annex. */
const isListed = (evidence: Evidence): boolean =>
  evidence.confidentiality !== 'à ne pas joindre' &&
  (isReceived(evidence) || evidence.publicFile !== undefined);

/** The last part of a stored path, whichever way its slashes lean. */
const baseName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** Name of the file a reader may be handed. */
const shownName = (evidence: Evidence): string | undefined => {
  const shown = shownFile(evidence);
  return shown && baseName(shown.path);
};

const MAKERS = { 'à moi': 'own', 'à plusieurs': 'shared', 'd’un tiers': 'other' } as const;

/** A jury that reads a version of a proof is told that it is one. */
const versionOf = (evidence: Evidence): Pick<Annex, 'versionNote' | 'redacted'> => {
  const { publicFile, confidentiality } = evidence;
  const isVersion = publicFile !== undefined && shownFile(evidence) === publicFile;
  return {
    versionNote: isVersion ? publicFile.note : undefined,
    redacted: isVersion && confidentiality === 'à anonymiser',
  };
};

/** By evidence id. */
export type AnnexNumbers = ReadonlyMap<string, number>;

export interface Annexes {
  readonly list: readonly Annex[];
  /** Ids of proofs that exist and are not joined: a citation of one says so instead of naming it. */
  readonly withheld: readonly string[];
  /** The annexes among some proofs, by number. */
  among(evidence: readonly Evidence[]): readonly AnnexReference[];
}

/**
 * Numbers the proofs a document calls, in the order a reader meets them: `calls` yields ids (cited in a text or linked),
 * repeats and unknown ids included. `known`: numbers that another document of the same run gave already, by id; they
 * hold, and what it did not call is numbered behind them.
 */
export const numberAnnexes = (
  portfolio: Portfolio,
  calls: Iterable<string>,
  competence: (typed: string) => { readonly id: string; readonly mark: string } | undefined,
  known: AnnexNumbers = new Map(),
): Annexes => {
  const listed = new Map(
    portfolio.evidence.filter(isListed).map((evidence) => [evidence.id, evidence] as const),
  );
  const numbers = new Map<string, number>();
  let last = Math.max(0, ...known.values());
  for (const id of calls) if (listed.has(id) && !numbers.has(id)) numbers.set(id, known.get(id) ?? ++last);
  const describe = (id: string, number: number): Annex => {
    const evidence = listed.get(id) as Evidence;
    return {
      id,
      number,
      title: evidence.title,
      kind: evidence.kind,
      date: evidence.date,
      period: evidence.period,
      madeBy: evidence.madeBy && MAKERS[evidence.madeBy],
      ...versionOf(evidence),
      fileName: shownName(evidence),
      joined: shownFile(evidence) !== undefined,
      url: evidence.confidentiality === 'publiable' ? evidence.url : undefined,
      alt: evidence.alt,
      posts: evidence.experiences.flatMap((post) =>
        portfolio.experiences.filter((experience) => experience.id === post).map(({ title }) => title),
      ),
      shows: evidence.shows.flatMap(({ competence: typed, what }) => {
        const shown = competence(typed);
        return shown ? [{ id: shown.id, mark: shown.mark, what }] : [];
      }),
    };
  };
  return {
    list: [...numbers].toSorted(([, a], [, b]) => a - b).map(([id, number]) => describe(id, number)),
    withheld: portfolio.evidence.filter(({ id }) => !numbers.has(id)).map(({ id }) => id),
    among: (evidence) =>
      evidence
        .flatMap(({ id, title }) => {
          const number = numbers.get(id);
          return number === undefined ? [] : [{ id, number, title }];
        })
        .toSorted((a, b) => a.number - b.number),
  };
};

/** Ids cited by several texts, in reading order. */
export const citedInAll = (texts: readonly (string | undefined)[]): string[] =>
  texts.flatMap((text) => (text === undefined ? [] : citationsIn(text)));

/** An annex whose pages a document joins: what its pages say of it, and the file they are made of. */
export interface JoinedAnnex extends AnnexReference {
  readonly alt: string | undefined;
  /** As a reader may be told it: the stored one may hold a name that goes by another. */
  readonly fileName: string;
  readonly file: StoredFile;
}

/** In their order; those with an address alone, or nothing that may be shown, have no pages. */
export const joinedAnnexes = ({ evidence }: Portfolio, annexes: readonly Annex[]): JoinedAnnex[] =>
  annexes.flatMap(({ id, number, title, alt, fileName }) => {
    const proof = evidence.find((each) => each.id === id);
    const file = proof && shownFile(proof);
    return file && fileName !== undefined ? [{ id, number, title, alt, fileName, file }] : [];
  });
