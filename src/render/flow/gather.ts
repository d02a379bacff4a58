import type { Block, Inline, Link, Mark, Paragraph } from './flow.ts';

/** What holds for the text that is being read. */
export interface Surroundings {
  readonly marks: ReadonlySet<Mark>;
  readonly link?: Link | undefined;
  /** Of paragraphs that begin here. */
  readonly role: string;
  /** They are lines of what stands before them. */
  readonly goesOn?: true;
}

export interface Gatherer {
  text(text: string, around: Surroundings): void;
  break(around: Surroundings): void;
  /** Belongs to whatever comes next. */
  anchor(id: string): void;
  /** Ends the paragraph; the next text begins another one. */
  close(): void;
  add(block: Block): void;
  /** Anchors that nothing took yet. */
  takeAnchors(): readonly string[];
  /** Everything gathered; the gatherer is used up. */
  blocks(): readonly Block[];
}

const SPACES = /[ \t\n\f\r]+/g;

/** White space as HTML understands it: none at the ends of a paragraph or beside a break. */
const trimmed = (content: readonly Inline[]): Inline[] => {
  const kept: Inline[] = [];
  for (const part of content) {
    const before = kept.at(-1);
    if (part.kind === 'break') {
      trimEnd(kept);
      kept.push(part);
      continue;
    }
    const atStart =
      before === undefined ||
      before.kind === 'break' ||
      (before.kind === 'text' && before.text.endsWith(' '));
    const text = atStart ? part.text.replace(/^ /u, '') : part.text;
    if (text !== '') kept.push({ ...part, text });
  }
  while (kept.at(-1)?.kind === 'break') kept.pop();
  trimEnd(kept);
  return kept;
};

const trimEnd = (content: Inline[]): void => {
  const last = content.at(-1);
  if (last?.kind !== 'text') return;
  const text = last.text.replace(/ $/u, '');
  content.pop();
  if (text !== '') content.push({ ...last, text });
};

/** Joins runs of text to paragraphs, and these to blocks. */
export const createGatherer = (): Gatherer => {
  const blocks: Block[] = [];
  let anchors: string[] = [];
  let open: (Pick<Paragraph, 'role' | 'goesOn'> & { readonly content: Inline[] }) | undefined;
  const takeAnchors = (): readonly string[] => {
    const taken = anchors;
    anchors = [];
    return taken;
  };
  const close = (): void => {
    const content = trimmed(open?.content ?? []);
    if (open !== undefined && content.length > 0)
      blocks.push({ ...open, kind: 'paragraph', anchors: takeAnchors(), content });
    open = undefined;
  };
  return {
    text: (text, { marks, link, role, goesOn }) => {
      const shown = text.replaceAll(SPACES, ' ');
      if (open === undefined && shown.trim() === '' && !/[\u00a0\u202f]/u.test(shown)) return;
      open ??= { role, content: [], ...(goesOn && { goesOn }) };
      open.content.push({ kind: 'text', text: shown, marks, link });
    },
    break: () => {
      open?.content.push({ kind: 'break' });
    },
    anchor: (id) => {
      anchors.push(id);
    },
    close,
    add: (block) => {
      close();
      blocks.push(block);
    },
    takeAnchors,
    blocks: () => {
      close();
      return blocks;
    },
  };
};

/** The words of several paragraphs as one: for a heading, a caption, a term. */
export const joined = (blocks: readonly Block[], role: string): Paragraph => {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  return {
    kind: 'paragraph',
    role,
    anchors: paragraphs.flatMap(({ anchors }) => anchors),
    content: paragraphs.flatMap(({ content }, index): readonly Inline[] =>
      index === 0 ? content : [{ kind: 'break' }, ...content],
    ),
  };
};
