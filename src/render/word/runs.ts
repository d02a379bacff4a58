import { byLink, isAddress, type Inline, type Link, type Mark } from '../flow/flow.ts';
import type { Parts } from './parts.ts';
import { el, escapeText, val } from './xml.ts';

/** Marks that are character styles. */
const NAMED = { code: 'AcquisCode', aside: 'AcquisAside', soft: 'AcquisSoft' } as const;
const MARKUP: Readonly<Record<Exclude<Mark, keyof typeof NAMED>, string>> = {
  strong: '<w:b/><w:bCs/>',
  emphasis: '<w:i/><w:iCs/>',
  struck: '<w:strike/>',
  typed: '<w:noProof/>',
  raised: '<w:vertAlign w:val="superscript"/>',
  lowered: '<w:vertAlign w:val="subscript"/>',
};
/** The schema wants these in this order. */
const ORDER = ['strong', 'emphasis', 'struck', 'typed', 'raised', 'lowered'] as const;

const RIGHT_TO_LEFT = '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}';
const MIXED = new RegExp(`[${RIGHT_TO_LEFT}](?:[^\\p{L}\\p{N}]*[${RIGHT_TO_LEFT}])*`, 'gu');

export const isRightToLeft = (text: string): boolean =>
  new RegExp(`^[^\\p{L}]*[${RIGHT_TO_LEFT}]`, 'u').test(text);

/** Pieces of a text, each of one direction. */
const directions = (text: string): { readonly text: string; readonly rtl: boolean }[] => {
  const pieces: { text: string; rtl: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(MIXED)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), rtl: false });
    pieces.push({ text: match[0], rtl: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), rtl: false });
  return pieces;
};

const languageOf = (text: string): string => (/\p{Script=Hebrew}/u.test(text) ? 'he-IL' : 'ar-SA');

/** A run of one look. `style` is a character style, which a mark of its own may replace. */
const writeRun = (
  text: string,
  rtl: boolean,
  marks: ReadonlySet<Mark>,
  style: string | undefined,
): string => {
  const mark = (['code', 'aside', 'soft'] as const).find((each) => marks.has(each));
  const named = mark === undefined ? style : NAMED[mark];
  const properties = [
    named === undefined ? '' : val('w:rStyle', named),
    ...ORDER.filter((mark) => marks.has(mark)).map((mark) => MARKUP[mark]),
    rtl ? `<w:rtl/>${el('w:lang', { 'w:bidi': languageOf(text) })}` : '',
  ].join('');
  return el(
    'w:r',
    {},
    properties === '' ? '' : el('w:rPr', {}, properties),
    // Word takes a bare tab for a space.
    ...text
      .split(/(\t)/u)
      .filter((piece) => piece !== '')
      .map((piece) =>
        piece === '\t' ? '<w:tab/>' : el('w:t', { 'xml:space': 'preserve' }, escapeText(piece)),
      ),
  );
};

const LINE_BREAK = '<w:r><w:br/></w:r>';

/** Text with its marks and links. Links inside the document look like text, as they do on paper. */
export const writeRuns = (content: readonly Inline[], parts: Parts): string =>
  byLink(content)
    .map((group) => {
      const { link } = group;
      const style = link === undefined ? undefined : isAddress(link) ? 'Hyperlink' : 'AcquisReference';
      const runs = group.parts.map((part) => writePart(part, style)).join('');
      return link === undefined ? runs : writeLink(link, runs, parts);
    })
    .join('');

const writePart = (part: Inline, style: string | undefined): string =>
  part.kind === 'break'
    ? LINE_BREAK
    : directions(part.text)
        .map(({ text, rtl }) => writeRun(text, rtl, part.marks, style))
        .join('');

const writeLink = (link: Link, runs: string, parts: Parts): string => {
  const { href } = link;
  if (isAddress(link)) return el('w:hyperlink', { 'r:id': parts.address(href), 'w:history': 1 }, runs);
  return href.startsWith('#')
    ? el('w:hyperlink', { 'w:anchor': parts.bookmark(href.slice(1)), 'w:history': 1 }, runs)
    : runs;
};
