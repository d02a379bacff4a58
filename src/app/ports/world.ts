/** What use cases need from the world. Adapters implement these; `cli/wire.ts` alone joins them. */
import type { Accompaniment } from '../../domain/accompaniment.ts';
import type { EssPortfolio } from '../../domain/ess-portfolio.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import type { Referential } from '../../domain/referential.ts';
import type { EvidenceFiles } from '../../domain/evidence/files.ts';
import type { Attachment, CarriedSource, SourceToCarry } from './source.ts';
import type { Pictures } from '../../domain/images/picture.ts';
import type { ListedName } from '../../domain/privacy/name-forms.ts';

export interface Clock {
  /** Today as `YYYY-MM-DD`, local time. */
  today(): string;
}

export interface IdSource {
  /** A new, stable, never reused identifier. */
  newId(): string;
}

/** An opened folder. `revision` is the hash of the bytes read: saving over other bytes is refused. */
export interface Workspace {
  readonly folder: string;
  readonly portfolio: Portfolio;
  readonly referential: Referential;
  readonly revision: string;
  /** Set where portfolio.yaml has lost its end since we saved it: how many lines, a started one counted. */
  readonly linesLost?: number;
}

export interface PortfolioStore {
  /** Makes the folder; refuses to touch one that already holds anything of ours. */
  create(folder: string, portfolio: Portfolio, referential: Referential): Promise<Workspace>;
  /** Makes the folder of what a PDF carried; refuses a place that holds anything, and files that no folder may hold. */
  restore(folder: string, source: CarriedSource): Promise<Workspace>;
  /** Reads and checks everything; every defect comes back in one `invalid-portfolio` error. */
  open(folder: string): Promise<Workspace>;
  /** When it returns, the new document survives a kill and a power cut; the former one is kept as a version. */
  save(workspace: Workspace, portfolio: Portfolio): Promise<Workspace>;
  /** Opens, edits and saves in one go while every other command waits: what a script wants, where `save` suits a dialogue. */
  change(folder: string, edit: (workspace: Workspace) => Portfolio | Promise<Portfolio>): Promise<Workspace>;
  /** Copies a file into `preuves/`; `path` is where it now is, from the folder's root. */
  importEvidence(
    workspace: Workspace,
    source: string,
    evidenceId: string,
  ): Promise<{ path: string; sha256: string; bytes: number }>;
  /** Looks at every proof's file without following a link out of the folder. */
  inspectEvidence(workspace: Workspace): Promise<EvidenceFiles>;
  /** Reads every organigramme, cleaned for embedding, without following a link out of the folder. */
  inspectPictures(workspace: Workspace): Promise<Pictures>;
  /** Hash and size of files that the portfolio names, by their path as it spells them; those that are not there have no entry. */
  hashProofs(
    workspace: Workspace,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly sha256: string; readonly bytes: number }>>;
  /** What a PDF carries: files that make a folder together. Rejects with `invalid-portfolio` for more than a folder may hold. */
  carry(source: SourceToCarry): Promise<readonly Attachment[]>;
  /** The private list of pseudonyms; nothing where there is none. Rejects with `unreadable-pseudonyms`. */
  listedNames(workspace: Workspace): Promise<readonly ListedName[]>;
  /** Name of something in the folder that looks like templates of documents, which are never read from there. */
  findTemplates(workspace: Workspace): Promise<string | undefined>;
}

export interface ReferentialSource {
  /** Every certification at hand, in the order they are shown. */
  list(): Promise<readonly Referential[]>;
  /** One certification, by its code in any case; reads nothing else. */
  find(code: string): Promise<Referential | undefined>;
  /** The ten profiles and seven transversal competences. */
  essPortfolio(): Promise<EssPortfolio>;
  /** The kinds of accompaniment. */
  accompaniment(): Promise<Accompaniment>;
}
