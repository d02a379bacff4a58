import type { Inline } from '../flow/flow.ts';
import { plainText } from '../flow/flow.ts';
import type { Parts } from './parts.ts';
import { isRightToLeft, writeRuns } from './runs.ts';
import { el, val } from './xml.ts';

export interface ParagraphLook {
  readonly style: string;
  readonly anchors?: readonly string[] | undefined;
  readonly list?: { readonly numbering: number; readonly level: number } | undefined;
  /** Twips to add at the left, for what stands inside something else. */
  readonly indent?: number | undefined;
  readonly keepNext?: boolean | undefined;
  readonly newPage?: boolean | undefined;
  /** XML of runs before the words. */
  readonly before?: string | undefined;
}

/** Properties in the order the schema wants. */
const writeProperties = (look: ParagraphLook, rightToLeft: boolean): string =>
  el(
    'w:pPr',
    {},
    val('w:pStyle', look.style),
    look.keepNext === true ? '<w:keepNext/>' : '',
    look.newPage === true ? '<w:pageBreakBefore/>' : '',
    look.list === undefined
      ? ''
      : el('w:numPr', {}, val('w:ilvl', look.list.level), val('w:numId', look.list.numbering)),
    rightToLeft ? '<w:bidi/>' : '',
    look.indent === undefined ? '' : el('w:ind', { 'w:left': look.indent }),
  );

/** Bookmarks around some runs, one for each anchor. */
export const writeBookmarks = (anchors: readonly string[], runs: string, parts: Parts): string =>
  anchors.reduce((inner, anchor) => {
    const id = parts.next();
    const start = el('w:bookmarkStart', { 'w:id': id, 'w:name': parts.bookmark(anchor) });
    return `${start}${inner}${el('w:bookmarkEnd', { 'w:id': id })}`;
  }, runs);

/** A paragraph whose words begin in a script written from the right is set from there, the cover's names excepted. */
export const writeParagraph = (content: readonly Inline[], look: ParagraphLook, parts: Parts): string => {
  const runs = `${look.before ?? ''}${writeRuns(content, parts)}`;
  const rightToLeft = look.style === 'Normal' && isRightToLeft(plainText(content));
  return el('w:p', {}, writeProperties(look, rightToLeft), writeBookmarks(look.anchors ?? [], runs, parts));
};
