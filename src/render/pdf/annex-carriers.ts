import type { AnnexPage } from '../../app/ports/annexes.ts';
import type { AnnexBinder, ReadAnnex } from '../../app/ports/export.ts';
import { words } from '../../catalogue/index.ts';
import { fitsBeneath, placeOfPage } from '../../domain/documents/annex-places.ts';
import { shorten } from '../css-text.ts';
import { fontFaces } from '../fonts.ts';
import { typography } from '../typography.ts';
import { writeTypeset } from '../typeset-annex.ts';
import { escapeMarkup } from '../../domain/text/escape-markup.ts';

const { annexes } = words.documents;

/**
 * A picture of three by five pixels that stands where a page will be. Chromium writes it once and draws it on each page that
 * has one, stretched over its place; `annexes.ts` knows it by these pixels and draws the page there instead.
 */
const KEEPER =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAMAAAAFCAIAAAAPE8H1AAAAPUlEQVR42gEyAM3/AKxGWFoRVu/WDQDkW+DCkg54O5wAtfFBCqDjYZnLAM01tUG50VcWAAA5yI6KWq3KjIkx+RbVQkkscgAAAABJRU5ErkJggg==';

const say = (text: string): string => escapeMarkup(typography(text));

const carrier = (
  { number, title, alt, within }: ReadAnnex,
  page: AnnexPage,
  index: number,
  count: number,
): string => {
  const standing = placeOfPage(page);
  const { orientation, width, height } = standing;
  const place = annexes.place(number, (within?.from ?? 0) + index + 1, within?.count ?? count);
  const words = annexes.alternative(place, alt ?? title);
  const isBeneath = (within?.count ?? count) === 1 && fitsBeneath(standing);
  const caption = isBeneath ? '' : `<figcaption>${say(`${place} · ${shorten(title, 80)}`)}</figcaption>`;
  return `<figure class="${isBeneath ? 'annex-beneath' : `annex-page ${orientation}`}">${caption}<img src="${KEEPER}" alt="${say(words)}" style="width:${width}mm;height:${height}mm"></figure>`;
};

const written = (annex: ReadAnnex): string => {
  const { content } = annex;
  if (content.kind === 'unfit') return `<p class="annex-apart">${say(annexes.apart(annex.fileName))}</p>`;
  if (content.kind !== 'pages') return writeTypeset(content, annex.title);
  return content.pages.map((page, index, { length }) => carrier(annex, page, index, length)).join('\n');
};

/** The faces that words joined to a document ask for beside those it has. */
const withFaces = async (html: string): Promise<string> => {
  const faces = (await fontFaces(html)).split('\n').filter((face) => !html.includes(face));
  return faces.length === 0
    ? html
    : html.replace('</head>', () => `<style>\n${faces.join('\n')}\n</style>\n</head>`);
};

/** Texts of people never hold this: their quotes are escaped. */
const PLACE = /<div data-annex="([A-Za-z0-9_-]+)"><\/div>/gu;

/** Writes a place for each page into a document that keeps room for it (`templates/shared/annex-pages.hbs`). */
export const annexBinder: AnnexBinder = {
  bind: async (document, given) => {
    const byId = new Map(given.map((annex) => [annex.id, annex]));
    const pages: Uint8Array[] = [];
    const html = document.html.replaceAll(PLACE, (_, id: string) => {
      const annex = byId.get(id);
      if (annex === undefined) return '';
      if (annex.content.kind === 'pages') pages.push(annex.content.bytes);
      return written(annex);
    });
    const isTypeset = given.some(({ content }) => content.kind === 'text' || content.kind === 'table');
    return { ...document, html: isTypeset ? await withFaces(html) : html, annexes: pages };
  },
};
