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

/** Neighbours of one kind become one: `**a****b**` is not what anybody means. */
const merged = (content: readonly PhrasingContent[]): PhrasingContent[] => {
  const result: PhrasingContent[] = [];
  for (const part of content) {
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

/** Only addresses stay links: anchors have no name that every reader of Markdown knows. */
export const toPhrases = (content: readonly Inline[]): PhrasingContent[] =>
  merged(
    byLink(content).flatMap(({ link, parts }): PhrasingContent[] => {
      const inner = parts.flatMap((part): PhrasingContent[] =>
        part.kind === 'break' ? [{ type: 'break' }] : pieces(part),
      );
      return link !== undefined && isAddress(link)
        ? [{ type: 'link', url: link.href, children: merged(inner) }]
        : inner;
    }),
  );
