import type { toMarkdown } from 'mdast-util-to-markdown';
import { byLink, isAddress, type Inline, type Mark } from '../flow/flow.ts';

/** The tree that is written, as its writer takes it. */
type Nodes = Parameters<typeof toMarkdown>[0];
export type PhrasingContent = Extract<Nodes, { type: 'paragraph' }>['children'][number];
export type RootContent = Extract<Nodes, { type: 'root' }>['children'][number];
export type TableRow = Extract<Nodes, { type: 'tableRow' }>;

type Text = Extract<Inline, { kind: 'text' }>;

const wrap = (text: Text, marks: readonly Mark[]): PhrasingContent => {
  const [mark, ...rest] = marks;
  if (mark === undefined) return { type: 'text', value: text.text };
  switch (mark) {
    case 'typed':
      return { type: 'inlineCode', value: text.text };
    case 'strong':
      return { type: 'strong', children: [wrap(text, rest)] };
    case 'emphasis':
      return { type: 'emphasis', children: [wrap(text, rest)] };
    case 'struck':
      return { type: 'delete', children: [wrap(text, rest)] };
    case 'raised':
    case 'lowered':
    case 'code':
    case 'aside':
    case 'soft':
      // Plain text has no place for these.
      return wrap(text, rest);
  }
};

/** White space may not stand at the edges of emphasis. */
const pieces = (part: Text): PhrasingContent[] => {
  const marks = [...part.marks];
  if (marks.length === 0) return [{ type: 'text', value: part.text }];
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(part.text) ?? [];
  return [
    ...(before === '' ? [] : [{ type: 'text', value: before } as const]),
    ...(inner === '' ? [] : [wrap({ ...part, text: inner }, marks)]),
    ...(after === '' ? [] : [{ type: 'text', value: after } as const]),
  ];
};

const isBlank = (part: PhrasingContent | undefined): boolean =>
  part?.type === 'text' && part.value.trim() === '';

/** Neighbours of one kind become one: neither `**a****b**` nor `**a** **b**` is what anybody means. */
const merged = (content: readonly PhrasingContent[]): PhrasingContent[] => {
  const result: PhrasingContent[] = [];
  for (const part of content) {
    const before = result.at(-2);
    if (part.type === 'strong' && before?.type === 'strong' && isBlank(result.at(-1))) {
      const [between] = result.splice(-1);
      if (between !== undefined)
        result[result.length - 1] = { ...before, children: [...before.children, between] };
    }
    const last = result.at(-1);
    if (last?.type === 'text' && part.type === 'text')
      result[result.length - 1] = { type: 'text', value: last.value + part.value };
    else if (
      (last?.type === 'strong' || last?.type === 'emphasis' || last?.type === 'delete') &&
      last.type === part.type
    )
      result[result.length - 1] = { ...last, children: merged([...last.children, ...part.children]) };
    else result.push(part);
  }
  return result;
};

/** A word, or what closes one, and what opens the next: nothing else parts them. */
const ENDS = /[\p{L}\p{N}\p{S})\]»…%]\s*$/u;
const BEGINS = /^\s*[\p{L}\p{N}\p{S}(«]/u;

/** What is said in passing stands out by its letters elsewhere; here a point parts it from what it stands beside. */
const parted = (content: readonly Inline[]): Inline[] => {
  const result: Inline[] = [];
  let last: Text | undefined;
  for (const part of content) {
    if (part.kind === 'break') last = undefined;
    else if (part.text.trim() !== '') {
      const isOther = last !== undefined && last.marks.has('aside') !== part.marks.has('aside');
      if (isOther && ENDS.test(last?.text ?? '') && BEGINS.test(part.text)) {
        const before = result.at(-1);
        const open = before?.kind === 'text' && /\s$/u.test(before.text) ? '' : ' ';
        const text = `${open}·${/^\s/u.test(part.text) ? '' : ' '}`;
        result.push({ kind: 'text', text, marks: new Set() });
      }
      last = part;
    }
    result.push(part);
  }
  return result;
};

/** Only addresses stay links: anchors have no name that every reader of Markdown knows. */
export const toPhrases = (content: readonly Inline[]): PhrasingContent[] =>
  merged(
    byLink(parted(content)).flatMap(({ link, parts }): PhrasingContent[] => {
      const inner = parts.flatMap((part): PhrasingContent[] =>
        part.kind === 'break' ? [{ type: 'break' }] : pieces(part),
      );
      return link !== undefined && isAddress(link)
        ? [{ type: 'link', url: link.href, children: merged(inner) }]
        : inner;
    }),
  );
