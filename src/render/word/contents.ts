import type { Block } from '../flow/flow.ts';
import { writeParagraph } from './paragraphs.ts';
import type { Parts } from './parts.ts';
import { writeRuns } from './runs.ts';
import { el, escapeText, val } from './xml.ts';

type Contents = Extract<Block, { kind: 'contents' }>;

const char = (kind: 'begin' | 'separate' | 'end'): string =>
  el('w:r', {}, el('w:fldChar', { 'w:fldCharType': kind }));

/** What a field says, and what it showed last. */
export const writeField = (code: string, shown: string): string =>
  [
    char('begin'),
    el('w:r', {}, el('w:instrText', { 'xml:space': 'preserve' }, escapeText(` ${code} `))),
    char('separate'),
    shown,
    char('end'),
  ].join('');

/**
 * A table of contents that Word can make anew: a field over the headings, filled with the entries of the document.
 * Nobody knows page numbers before Word has laid the pages out, which it is asked to do on opening (`updateFields`).
 */
export const writeContents = ({ heading, entries }: Contents, parts: Parts): string => {
  const deepest = Math.max(2, ...entries.map(({ level }) => level)) - 1;
  const lines = entries.map(({ level, target, content }, index) => {
    const anchor = parts.bookmark(target);
    const page = writeField(`PAGEREF ${anchor} \\h`, '');
    const link = el(
      'w:hyperlink',
      { 'w:anchor': anchor, 'w:history': 1 },
      writeRuns(
        content.map((part) => ({ ...part, link: undefined })),
        parts,
      ),
      '<w:r><w:tab/></w:r>',
      page,
    );
    const start =
      index > 0
        ? ''
        : char('begin') +
          el(
            'w:r',
            {},
            el('w:instrText', { 'xml:space': 'preserve' }, ` TOC \\o "1-${deepest}" \\h \\z \\u `),
          ) +
          char('separate');
    const end = index === entries.length - 1 ? char('end') : '';
    return el('w:p', {}, el('w:pPr', {}, val('w:pStyle', `TOC${level - 1}`)), start, link, end);
  });
  const title =
    heading === undefined
      ? ''
      : writeParagraph(heading.content, { style: 'TOCHeading', anchors: heading.anchors }, parts);
  const properties = el(
    'w:sdtPr',
    {},
    el('w:docPartObj', {}, val('w:docPartGallery', 'Table of Contents'), '<w:docPartUnique/>'),
  );
  return el('w:sdt', {}, properties, el('w:sdtContent', {}, title, ...lines));
};
