import type { ProofText } from '../../app/ports-privacy.ts';
import { openDocxPackage } from '../worksheet/docx-package.ts';

/** Parts that hold what somebody wrote, notes, heads and comments included. */
const PARTS =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|xl\/sharedStrings\.xml|xl\/comments\d*\.xml|content\.xml|styles\.xml)$/u;
const SLIDE = /^ppt\/(?:slides\/slide|notesSlides\/notesSlide)(\d+)\.xml$/u;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Elements that end a line. */
const ENDS = /^(?:\/(?:w:p|text:p|text:h|a:p|si|w:tr)|w:br|w:cr|text:line-break|a:br)(?=[\s/>]|$)/u;
const TABS = /^(?:w:tab|text:tab|text:s|\/w:tc|\/table:table-cell)(?=[\s/>]|$)/u;

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/giu, (all, decimal, hex, name: string) => {
    if (name) return ENTITIES[name] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** The words of a part, split at its tags in one pass: what a number is broken into by formatting comes together again. */
const wordsOf = (xml: string): string => {
  let text = '';
  for (const piece of xml.split('<')) {
    const close = piece.indexOf('>');
    const tag = close < 0 ? '' : piece.slice(0, close);
    if (ENDS.test(tag)) text += '\n';
    else if (TABS.test(tag)) text += '\t';
    text += close < 0 ? '' : piece.slice(close + 1);
  }
  return decoded(text).trim();
};

const propertyIn = (xml: string | undefined, name: string): string | undefined => {
  const found = xml && new RegExp(`<${name}(?: [^>]{0,200})?>([^<]{1,200})<`, 'u').exec(xml)?.[1]?.trim();
  return found ? decoded(found) : undefined;
};

/** Word, Excel, PowerPoint and LibreOffice files, under the limits of every archive we open. Rejects with `worksheet-unreadable`. */
export const readOfficeText = async (
  bytes: Uint8Array,
): Promise<Omit<Extract<ProofText, { kind: 'text' }>, 'whole'>> => {
  const archive = await openDocxPackage('', bytes);
  const names = [...archive.names];
  const slides = names
    .filter((name) => SLIDE.test(name))
    .toSorted((a, b) => Number(SLIDE.exec(a)?.[1]) - Number(SLIDE.exec(b)?.[1]));
  const pages: string[] = [];
  for (const name of slides) {
    const number = Number(SLIDE.exec(name)?.[1]);
    if (number < 1 || number > 5000) continue;
    pages[number - 1] = [pages[number - 1], wordsOf((await archive.part(name)) ?? '')]
      .filter((part) => part !== undefined)
      .join('\n');
  }
  if (slides.length === 0) {
    const parts: string[] = [];
    for (const name of names.filter((one) => PARTS.test(one)))
      parts.push(wordsOf((await archive.part(name)) ?? ''));
    pages.push(parts.filter((part) => part !== '').join('\n'));
  }
  const core = (await archive.part('docProps/core.xml')) ?? (await archive.part('meta.xml'));
  return {
    kind: 'text',
    pages: Array.from(pages, (page) => page ?? ''),
    paged: slides.length > 0,
    properties: {
      author: propertyIn(core, 'dc:creator') ?? propertyIn(core, 'meta:initial-creator'),
      lastAuthor: propertyIn(core, 'cp:lastModifiedBy'),
      title: propertyIn(core, 'dc:title'),
    },
  };
};
