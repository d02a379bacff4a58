/** The words in a part of an office file, split at its tags in one pass: what formatting breaks a number into comes together again. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Elements before which a line ends: what stands in them is a text of its own, or the next one. */
const ENDS = /^(?:\/?(?:w:p|text:p|text:h|a:p|p:text|p188:t|text:note|text:note-body|office:annotation|dc:creator|dc:date|si|row|text|author|comment)|\/(?:w:tr|(?:odd|even|first)(?:Header|Footer))|w:br|w:cr|text:line-break|a:br)(?=[\s/>]|$)/u; // prettier-ignore
/** Where a drawing stands: figures that nobody typed, beside words that somebody did. */
const PLACES = /^(?:wp|wp14|xdr):/u;
const TABS = /^(?:w:tab|text:tab|text:s|\/w:tc|\/table:table-cell|\/c|\/a:tc)(?=[\s/>]|$)/u;
/** Where a link leads says more than its words: a mail address, a phone. */
const CONTACT = /\b(?:Target|xlink:href)="(?:mailto|tel):([^"]{1,400})"/u;
/** A cell whose value is the place of a text in another part. */
const SHARED_CELL = /^c\s[^>]*\bt="s"/u;

export const decodeEntities = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/giu, (all, decimal, hex, name: string) => {
    if (name) return ENTITIES[name] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

const decodeAddress = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

const pieces = function* (xml: string): Generator<readonly [tag: string, text: string]> {
  for (const piece of xml.split('<')) {
    const close = piece.indexOf('>');
    yield close < 0 ? ['', piece] : [piece.slice(0, close), piece.slice(close + 1)];
  }
};

const breakOf = (tag: string): string => (ENDS.test(tag) ? '\n' : TABS.test(tag) ? '\t' : '');

export const wordsOf = (xml: string): string => {
  let text = '';
  for (const [tag, words] of pieces(xml)) {
    const contact = tag.includes('="mailto:') || tag.includes('="tel:') ? CONTACT.exec(tag)?.[1] : undefined;
    const address = contact === undefined ? '' : `\n${decodeAddress(contact)}\n`;
    text += breakOf(tag) + address + (PLACES.test(tag) ? '' : words);
  }
  return decodeEntities(text).trim();
};

const HEAD_OR_FOOT = /^(?:odd|even|first)(?:Header|Footer)(?:\s|$)/u;
/** `&C`, `&12`, `&"Arial,Bold"`: where and how what follows is written. */
const CODES = /&(?:"[^"]{0,80}"|\d{1,3}|[A-Z])/gu;

/** Of a sheet: what was typed as a number or stands in the cell itself, and its heads and feet; neither formulas nor places. */
export const wordsOfSheet = (xml: string): string => {
  let text = '';
  let isShared = false;
  for (const [tag, words] of pieces(xml)) {
    if (tag.startsWith('c ')) isShared = SHARED_CELL.test(tag);
    text += breakOf(tag);
    if (HEAD_OR_FOOT.test(tag)) text += decodeEntities(words).replaceAll(CODES, ' ');
    else if ((tag === 'v' && !isShared) || /^t(?:\s|$)/u.test(tag)) text += decodeEntities(words);
  }
  return text.trim();
};
