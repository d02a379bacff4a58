/** How the pages of an annex stand on the pages of a document: one on each, whole, never larger than they are. */

/** In millimetres: what the style sheet leaves on a page for one, under the line that names it (`templates/shared/style.css`). */
const ROOM = { upright: { width: 180, height: 248 }, turned: { width: 267, height: 161 } } as const;
const MILLIMETRES_PER_POINT = 25.4 / 72;
/** Narrower than this nothing is seen, whatever its proportions. */
const LEAST = 0.5;

export interface PagePlace {
  /** A page wider than high stands on a page turned to landscape. */
  readonly orientation: keyof typeof ROOM;
  /** Millimetres, to a hundredth. */
  readonly width: number;
  readonly height: number;
}

const hundredth = (value: number): number => Math.max(LEAST, Math.round(value * 100) / 100);

/** `page` in points. */
export const placeOfPage = (page: { readonly width: number; readonly height: number }): PagePlace => {
  const orientation = page.width > page.height ? 'turned' : 'upright';
  const room = ROOM[orientation];
  const [width, height] = [page.width * MILLIMETRES_PER_POINT, page.height * MILLIMETRES_PER_POINT];
  const scale = Math.min(1, room.width / width, room.height / height);
  return { orientation, width: hundredth(width * scale), height: hundredth(height * scale) };
};
