/**
 * What the templates print. View-models are complete (an absent text is `undefined`, never a missing key), hold no word
 * of ours (headings and labels are codes that the catalogue turns into French) and no clock.
 */
import type { PictureFault } from '../images/picture.ts';
import type { Period } from '../dates.ts';
import type { NarrativeField } from '../portfolio.ts';

/** Markdown written by the candidate; may cite proofs as `[[P07]]`. */
export type Markdown = string;

export interface Cover {
  readonly candidate: string;
  readonly certification: { readonly code: string; readonly title: string };
  readonly certifiers: readonly string[];
  /** Only when the document shows a part of the certification. */
  readonly blocks: readonly BlockLabel[];
  /** `YYYY-MM-DD`, given by the caller. */
  readonly date: string;
  readonly fictional: boolean;
}

export interface BlockLabel {
  readonly code: string;
  readonly kind: 'bloc' | 'fonction';
  readonly title: string;
}

export interface Identity {
  readonly name: string;
  readonly birthDate: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  /** Lines of the postal address, the last one with postcode and city. */
  readonly address: readonly string[];
  readonly degrees: readonly string[];
  readonly certification: {
    readonly code: string;
    readonly title: string;
    readonly level: number;
    readonly certifiers: readonly {
      readonly name: string;
      readonly brand: string | undefined;
      readonly siret: string;
    }[];
  };
  /** True when the whole certification is aimed at. */
  readonly whole: boolean;
  readonly blocks: readonly BlockLabel[];
  readonly acquired: readonly (BlockLabel & {
    readonly juryDate: string | undefined;
    readonly from: string | undefined;
  })[];
  readonly eligible: string | undefined;
}

/** A line of the contents: our heading by its code, or a title of the candidate's or the register's. */
export interface ContentsEntry {
  readonly id: string;
  readonly level: 2 | 3;
  readonly heading: string | undefined;
  /** Printed before the title, as it is: an activity's number, a block's short code. */
  readonly mark: string | undefined;
  readonly title: string | undefined;
  /** True for a title of the register, printed letter for letter. */
  readonly official: boolean;
}

export interface AnnexReference {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

export interface Annex extends AnnexReference {
  readonly kind: string | undefined;
  readonly date: string | undefined;
  readonly period: Period | undefined;
  /** Whose work it is, where the candidate said so. */
  readonly madeBy: 'own' | 'shared' | 'other' | undefined;
  /** What is shown in place of the original, in the candidate's words: « caviardée », « extrait, pages 2 et 3 ». */
  readonly versionNote: string | undefined;
  /** A version made to be shown stands for an original with private facts. */
  readonly redacted: boolean;
  /** Last part of the path; undefined for a proof still to be anonymised. */
  readonly fileName: string | undefined;
  readonly url: string | undefined;
  /** It has a file that may be shown: where annexes are bound, its pages stand behind its title page. */
  readonly joined: boolean;
  readonly alt: string | undefined;
  /** Titles of the posts it attests. */
  readonly posts: readonly string[];
  readonly shows: readonly {
    readonly mark: string;
    readonly id: string;
    readonly what: Markdown | undefined;
  }[];
}

export interface CareerRow {
  readonly id: string;
  readonly title: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly organisations: readonly string[];
  readonly status: string | undefined;
  readonly hours: string | undefined;
  readonly annexes: readonly AnnexReference[];
}

/** One post inside an organisation: what the candidate had to decide and with whom. */
export interface Post {
  readonly id: string;
  readonly title: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly facts: readonly Fact[];
  readonly description: Markdown | undefined;
}

export interface OrganisationPart {
  readonly id: string;
  /** Undefined gathers the posts that name no organisation. */
  readonly name: string | undefined;
  readonly facts: readonly Fact[];
  readonly organigramme: Organigramme | undefined;
  /** In working documents alone: why there is one that is not shown. */
  readonly withoutOrganigramme: OrganigrammeFault | undefined;
  readonly posts: readonly Post[];
}

/** A picture of who works with whom. `src` is a `data:` address; width and height are pixels. */
export interface Organigramme {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** What the disk says, or that a name which is not to be read may stand in it. */
export type OrganigrammeFault = PictureFault | 'pseudonym';

/** `label` is a code of the catalogue. */
export interface Fact {
  readonly label: string;
  readonly text: Markdown;
}

export interface ActivityPart {
  readonly id: string;
  /** Its number in this document, from 1. */
  readonly number: number;
  readonly title: string;
  readonly period: Period | undefined;
  readonly posts: readonly string[];
  readonly fields: readonly { readonly label: NarrativeField; readonly text: Markdown }[];
  readonly shows: readonly {
    readonly id: string;
    readonly mark: string;
    readonly short: string;
    readonly claim: Markdown | undefined;
    /** True when the claim already stands, word for word, in the telling: a few words are then enough to find it. */
    readonly told: boolean;
  }[];
  readonly annexes: readonly AnnexReference[];
}

export interface GridRow {
  readonly id: string;
  readonly mark: string;
  /** Ours. */
  readonly short: string;
  /** Official, letter for letter. */
  readonly statement: string;
  /** Section of a plan where it is to be shown; undefined in a jury document. */
  readonly section: string | undefined;
  readonly activities: readonly { readonly id: string; readonly number: number; readonly title: string }[];
  readonly annexes: readonly AnnexReference[];
}

export interface GridBlock extends BlockLabel {
  readonly id: string;
  readonly mark: string;
  readonly rows: readonly GridRow[];
}

export interface CompetenceGrid {
  readonly source: string;
  readonly blocks: readonly GridBlock[];
}
