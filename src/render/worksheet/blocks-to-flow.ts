/** Markdown of a field as blocks that a writer of files knows. */
import { cleanText } from '../clean-text.ts';
import type { Block as FlowBlock, Inline, Link, Mark, Paragraph } from '../flow/flow.ts';
import type { Block, Run } from './blocks.ts';

export const paragraphOf = (content: readonly Inline[], role = 'p'): Paragraph => ({
  kind: 'paragraph',
  role,
  anchors: [],
  content,
});

const marksOf = ({ strong, emphasis, delete: struck, code }: Run): Mark[] => [
  ...(strong ? ['strong' as const] : []),
  ...(emphasis ? ['emphasis' as const] : []),
  ...(struck ? ['struck' as const] : []),
  ...(code ? ['code' as const] : []),
];

export const toInlines = (runs: readonly Run[]): Inline[] => {
  let url: string | undefined;
  let link: Link | undefined;
  return runs.flatMap((run): Inline[] => {
    if (run.url !== url) {
      url = run.url;
      link = url === undefined ? undefined : { href: cleanText(url), kept: true };
    }
    // A break stands in the link of the text before it.
    if (run.isBreak) return [{ kind: 'text', text: '', marks: new Set(), link }, { kind: 'break' }];
    if (run.text === '\n') return [{ kind: 'text', text: ' ', marks: new Set(['soft']), link }];
    return [{ kind: 'text', text: cleanText(run.text), marks: new Set(marksOf(run)), link }];
  });
};

export const toFlow = (block: Block): FlowBlock[] => {
  switch (block.type) {
    case 'paragraph':
      return [paragraphOf(toInlines(block.runs))];
    case 'heading':
      // A level below the headings of the form, which stand under its title.
      return [
        {
          kind: 'heading',
          level: block.level + 2,
          opensPage: false,
          anchors: [],
          content: toInlines(block.runs),
        },
      ];
    case 'quote':
      return [{ kind: 'quote', blocks: block.paragraphs.map((runs) => paragraphOf(toInlines(runs))) }];
    case 'list':
      return [
        {
          kind: 'list',
          ordered: block.ordered,
          start: block.start,
          role: '',
          items: block.items.map((item) => item.flatMap(toFlow)),
        },
      ];
    case 'table':
      // Only what comes back holds one: in the Markdown of a field, a table is its own source.
      return [];
    case 'raw':
      return [{ kind: 'preformatted', text: cleanText(block.source) }];
  }
};
