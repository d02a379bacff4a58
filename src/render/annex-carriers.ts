import type { AnnexPage } from '../app/ports-annexes.ts';
import type { AnnexBinder, ReadAnnex } from '../app/ports-export.ts';
import { words } from '../catalogue/index.ts';
import { placeOfPage } from '../domain/documents/annex-places.ts';
import { shorten } from './css-text.ts';
import { typography } from './typography.ts';
import { escapeMarkup } from '../domain/escape-markup.ts';

const { annexes } = words.documents;

/**
 * A picture of three by five pixels that stands where a page will be. Chromium writes it once and draws it on each page that
 * has one, stretched over its place; `pdf-annexes.ts` knows it by these pixels and draws the page there instead.
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
  const { orientation, width, height } = placeOfPage(page);
  const place = annexes.place(number, (within?.from ?? 0) + index + 1, within?.count ?? count);
  const words = annexes.alternative(place, alt ?? title);
  return `<figure class="annex-page ${orientation}"><figcaption>${say(`${place} · ${shorten(title, 80)}`)}</figcaption><img src="${KEEPER}" alt="${say(words)}" style="width:${width}mm;height:${height}mm"></figure>`;
};

const written = (annex: ReadAnnex): string =>
  annex.content.kind === 'unfit'
    ? `<p class="annex-apart">${say(annexes.apart(annex.fileName))}</p>`
    : annex.content.pages.map((page, index, { length }) => carrier(annex, page, index, length)).join('\n');

/** Texts of people never hold this: their quotes are escaped. */
const PLACE = /<div data-annex="([A-Za-z0-9_-]+)"><\/div>/gu;

/** Writes a place for each page into a document that keeps room for it (`templates/shared/annex-pages.hbs`). */
export const annexBinder: AnnexBinder = {
  bind: (document, given) => {
    const byId = new Map(given.map((annex) => [annex.id, annex]));
    const pages: Uint8Array[] = [];
    const html = document.html.replaceAll(PLACE, (_, id: string) => {
      const annex = byId.get(id);
      if (annex === undefined) return '';
      if (annex.content.kind === 'pages') pages.push(annex.content.bytes);
      return written(annex);
    });
    return { ...document, html, annexes: pages };
  },
};
