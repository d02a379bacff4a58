import MarkdownIt, { type StateInline, type Token } from 'markdown-it';
import { CITATION } from '../domain/citations.ts';
import { typography } from './typography.ts';

/** What a text needs to know of the document it stands in. */
export interface TextSurroundings {
  /** Numbers of the annexes by evidence id. */
  readonly annexes: ReadonlyMap<string, number>;
  /** Ids of proofs that exist and are not joined to this document. */
  readonly withheld: ReadonlySet<string>;
  /** How a citation is printed: `Annexe 3, p. 41`, as safe HTML. */
  readonly cite: (id: string, number: number) => string;
  /** What stands for the citation of a proof that is not joined, as safe HTML. */
  readonly citeWithheld: string;
}

interface Environment extends TextSurroundings {
  /** Level of the heading the text stands under; the text's own headings begin one below. */
  readonly under: number;
}

const SAFE_LINK = /^(?:https:\/\/|mailto:)/i;
const ANCHORED_CITATION = new RegExp(CITATION.source, 'y');

const citation = (state: StateInline, silent: boolean): boolean => {
  ANCHORED_CITATION.lastIndex = state.pos;
  const match = ANCHORED_CITATION.exec(state.src);
  const id = match?.[1];
  if (match === null || id === undefined) return false;
  const { annexes, withheld } = state.env as unknown as Environment;
  if (!annexes.has(id) && !withheld.has(id)) return false;
  if (!silent) state.push('citation', '', 0).content = id;
  state.pos += match[0].length;
  return true;
};

/** Headings of a text become the next levels under the one it stands in, without a hole whatever the author typed. */
const fitHeadings = (tokens: readonly Token[], under: number): void => {
  const open: number[] = [];
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    const typed = Number(token.tag.slice(1));
    if (token.type === 'heading_open') {
      while (open.length > 0 && (open.at(-1) ?? 0) >= typed) open.pop();
      open.push(typed);
    }
    token.tag = `h${Math.min(6, under + open.length)}`;
  }
};

const createMarkdown = (): InstanceType<typeof MarkdownIt> => {
  const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
  markdown.disable('image');
  markdown.validateLink = (url) => SAFE_LINK.test(url.trim());
  markdown.inline.ruler.before('link', 'citation', citation);
  markdown.core.ruler.push('fit-headings', (state) => {
    fitHeadings(state.tokens, (state.env as unknown as Environment).under);
  });
  const { rules } = markdown.renderer;
  const { escapeHtml } = markdown.utils;
  rules['text'] = (tokens, index) => {
    const { content } = tokens[index] as Token;
    const isAddress =
      tokens[index - 1]?.type === 'link_open' && tokens[index - 1]?.attrGet('href') === content;
    return ordinals(escapeHtml(isAddress ? content : typography(content)));
  };
  rules['citation'] = (tokens, index, _options, env) => {
    const { annexes, cite, citeWithheld } = env as unknown as Environment;
    const { content: id } = tokens[index] as Token;
    const number = annexes.get(id);
    return number === undefined ? citeWithheld : cite(id, number);
  };
  rules['link_open'] = (tokens, index, options, _env, self) => {
    const token = tokens[index] as Token;
    // On paper an address must be readable: the style sheet prints it after the words, unless they are the address.
    const label = tokens[index + 1]?.content ?? '';
    token.attrSet('class', label === token.attrGet('href') || token.markup === 'autolink' ? 'bare' : 'named');
    return self.renderToken(tokens, index, options);
  };
  return markdown;
};

/** « 1er », « 2e », « XXIe »: the ending raised, as printers set it. `html` is escaped text. */
const ordinals = (html: string): string =>
  html.replaceAll(/(?<![\p{L}\p{N}])(1)(er|re)(?![\p{L}\p{N}])/gu, '$1<sup>$2</sup>');

const markdown = createMarkdown();

/** A candidate's Markdown as safe HTML blocks, standing under a heading of level `under` (1–6). */
export const renderProse = (text: string, under: number, surroundings: TextSurroundings): string =>
  markdown.render(text, { ...surroundings, under });

/** The words of a Markdown text, without its marks and citations. */
export const plainWords = (text: string, surroundings: TextSurroundings): string =>
  (markdown.parseInline(text, { ...surroundings, under: 6 })[0]?.children ?? [])
    .map(({ type, content }) =>
      type === 'text' || type === 'code_inline' ? content : type.endsWith('break') ? ' ' : '',
    )
    .join('');

/** The same HTML for one line: no paragraph, no heading. */
export const renderPhrase = (text: string, surroundings: TextSurroundings): string =>
  markdown.renderInline(text.replaceAll(/\s*\n\s*/g, ' '), { ...surroundings, under: 6 });
