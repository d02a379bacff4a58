import type { ProofText } from '../../app/ports/privacy.ts';
import { openDocxPackage, type DocxPackage } from '../worksheet/docx-package.ts';
import { decodeEntities, wordsOf, wordsOfSheet } from './office-words.ts';

/** Parts that hold what somebody wrote: notes, heads, comments, drawn boxes and the addresses of links included. */
const PARTS =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|word\/_rels\/\w+\.xml\.rels|xl\/(?:sharedStrings|comments\d*|drawings\/drawing\d+|threadedComments\/\w+)\.xml|xl\/worksheets\/_rels\/\w+\.xml\.rels|content\.xml|styles\.xml)$/u;
const SHEET = /^xl\/worksheets\/\w+\.xml$/u;
const SLIDE = /^ppt\/slides\/slide(\d+)\.xml$/u;
/** What a slide says belongs to it: its notes and what was remarked on it. */
const BESIDE = /Target="\.\.\/((?:notesSlides|comments)\/\w{1,80}\.xml)"/gu;
const MOST_SLIDES = 5000;

const propertyIn = (xml: string | undefined, name: string): string | undefined => {
  const found = xml && new RegExp(`<${name}(?: [^>]{0,200})?>([^<]{1,200})<`, 'u').exec(xml)?.[1]?.trim();
  return found ? decodeEntities(found) : undefined;
};

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

/** One text for each slide, in the order of their numbers. */
const readSlides = async (archive: DocxPackage): Promise<string[]> => {
  const pages: string[] = [];
  for (const name of archive.names) {
    const number = Number(SLIDE.exec(name)?.[1] ?? 0);
    if (number < 1 || number > MOST_SLIDES) continue;
    const links = (await archive.part(`ppt/slides/_rels/slide${number}.xml.rels`)) ?? '';
    const beside = [...links.matchAll(BESIDE)].map(([, part]) => `ppt/${part}`);
    const parts = [wordsOf((await archive.part(name)) ?? ''), wordsOf(links)];
    for (const part of beside) parts.push(wordsOf((await archive.part(part)) ?? ''));
    pages[number - 1] = joined(parts);
  }
  return Array.from(pages, (page) => page ?? '');
};

const readParts = async (archive: DocxPackage): Promise<string> => {
  const parts: string[] = [];
  for (const name of archive.names) {
    if (PARTS.test(name)) parts.push(wordsOf((await archive.part(name)) ?? ''));
    else if (SHEET.test(name)) parts.push(wordsOfSheet((await archive.part(name)) ?? ''));
  }
  return joined(parts);
};

/** Word, Excel, PowerPoint and LibreOffice files, under the limits of every archive we open. Rejects with `worksheet-unreadable`. */
export const readOfficeText = async (
  bytes: Uint8Array,
): Promise<Omit<Extract<ProofText, { kind: 'text' }>, 'whole'>> => {
  const archive = await openDocxPackage('', bytes);
  const slides = await readSlides(archive);
  const core = (await archive.part('docProps/core.xml')) ?? (await archive.part('meta.xml'));
  return {
    kind: 'text',
    pages: slides.length > 0 ? slides : [await readParts(archive)],
    paged: slides.length > 0,
    properties: {
      author: propertyIn(core, 'dc:creator') ?? propertyIn(core, 'meta:initial-creator'),
      lastAuthor: propertyIn(core, 'cp:lastModifiedBy'),
      title: propertyIn(core, 'dc:title'),
    },
  };
};
