/**
 * A document as text programs see it: headings, paragraphs, lists, tables, in reading order, without boxes or places.
 * Read from the HTML that templates make (`read-flow.ts`), so that Word and Markdown need no templates of their own.
 */
export type Mark =
  | 'strong'
  | 'emphasis'
  | 'raised'
  | 'lowered'
  | 'struck'
  | 'typed'
  /** An id or a code: not prose, nothing for a spelling checker. */
  | 'code'
  /** Said in passing: a date beside a title. */
  | 'aside'
  /** A space that ends a line in the source: whoever reads the file again tells it from others. */
  | 'soft';

/** One object for all that stands in the same link. */
export interface Link {
  /** An address, or `#ID` of an anchor of the same document. */
  readonly href: string;
  /** An address whatever it names, in a file that gives it back as it was. */
  readonly kept?: true;
}

export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly marks: ReadonlySet<Mark>;
      readonly link?: Link | undefined;
    }
  | { readonly kind: 'break' };

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Its class in the HTML, or its element (`p`, `dt`, `caption`): what it is, for whoever chooses a style. */
  readonly role: string;
  readonly anchors: readonly string[];
  readonly content: readonly Inline[];
  /** A further line of what stands before it, no paragraph of its own: the claim under a competence. */
  readonly goesOn?: true;
}

/** What a reader fills in by hand: one line, or room for a signature. */
export type Room = 'line' | 'signature';

export interface Heading {
  readonly kind: 'heading';
  /** As in the HTML: 1 is the document's title. */
  readonly level: number;
  /** The style sheet begins a page with it. */
  readonly opensPage: boolean;
  readonly anchors: readonly string[];
  readonly content: readonly Inline[];
}

export interface Cell {
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly Block[];
}

export interface Table {
  readonly kind: 'table';
  readonly role: string;
  readonly caption: Paragraph | undefined;
  readonly head: readonly (readonly Cell[])[];
  readonly body: readonly (readonly Cell[])[];
}

export interface Picture {
  readonly kind: 'picture';
  readonly anchors: readonly string[];
  /** What stands for it where it is not seen; empty where it says nothing. */
  readonly alt: string;
  /** A PNG or a JPEG; undefined for a drawing (SVG), which these formats show by its words. */
  readonly image: { readonly type: 'png' | 'jpeg'; readonly bytes: Uint8Array } | undefined;
  readonly caption: Paragraph | undefined;
}

export interface ContentsEntry {
  readonly level: number;
  /** An anchor of this document. */
  readonly target: string;
  readonly content: readonly Inline[];
}

export type Block =
  | Paragraph
  | Heading
  | Table
  | Picture
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly role: string;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly kind: 'facts';
      /** A card of short facts, or fields of a telling. */
      readonly role: string;
      readonly entries: readonly {
        readonly term: Paragraph;
        readonly blocks: readonly Block[];
        readonly room?: Room | undefined;
      }[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'box';
      /** What the software says, or a note beside the text. */ readonly role: 'box' | 'aside';
      readonly blocks: readonly Block[];
    }
  | { readonly kind: 'cover'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'contents';
      readonly heading: Paragraph | undefined;
      readonly entries: readonly ContentsEntry[];
    }
  | { readonly kind: 'preformatted'; readonly text: string }
  | { readonly kind: 'rule' };

export interface Flow {
  readonly blocks: readonly Block[];
  readonly landscape: boolean;
}

export const plainText = (content: readonly Inline[]): string =>
  content.map((part) => (part.kind === 'text' ? part.text : ' ')).join('');

/** Runs of text by the link they stand in; breaks within a link stay in it. */
export const byLink = (
  content: readonly Inline[],
): { readonly link: Link | undefined; readonly parts: readonly Inline[] }[] => {
  const groups: { readonly link: Link | undefined; readonly parts: Inline[] }[] = [];
  for (const part of content) {
    const last = groups.at(-1);
    const link = part.kind === 'break' ? last?.link : part.link;
    if (last !== undefined && last.link === link) last.parts.push(part);
    else groups.push({ link, parts: [part] });
  }
  return groups;
};

/** Somewhere else; everything else that a link names lies in the same document. */
export const isAddress = ({ href, kept }: Link): boolean =>
  kept === true || /^(?:https?:|mailto:)/iu.test(href);
