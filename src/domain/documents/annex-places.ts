/** How the pages of an annex stand on the pages of a document: one on each, whole, never larger than they are. */

/** In millimetres: what the style sheet leaves on a page for one, under the line that names it (`templates/shared/style.css`). */
const ROOM = { upright: { width: 180, height: 248 }, turned: { width: 267, height: 161 } } as const;
const MILLIMETRES_PER_POINT = 25.4 / 72;
/** Narrower than this nothing is seen, whatever its proportions. */
const LEAST = 0.5;

export interface PagePlace {
  /** Turned to landscape where a page is seen larger there; one that fits upright stays so. */
  readonly orientation: keyof typeof ROOM;
  /** Millimetres, to a hundredth. */
  readonly width: number;
  readonly height: number;
}

const hundredth = (value: number): number => Math.max(LEAST, Math.round(value * 100) / 100);

/** `page` in points. */
export const placeOfPage = (page: { readonly width: number; readonly height: number }): PagePlace => {
  const [width, height] = [page.width * MILLIMETRES_PER_POINT, page.height * MILLIMETRES_PER_POINT];
  const scaleIn = (room: { readonly width: number; readonly height: number }): number =>
    Math.min(1, room.width / width, room.height / height);
  const orientation = scaleIn(ROOM.turned) > scaleIn(ROOM.upright) ? 'turned' : 'upright';
  const scale = scaleIn(ROOM[orientation]);
  return { orientation, width: hundredth(width * scale), height: hundredth(height * scale) };
};

/** What a title page has left under its words, as a rule; a place that finds less of it moves on to a page of its own. */
const BENEATH = { width: 122, height: 150 } as const;

/** Whether a place is small enough to stand under the title of its annex: a logo on a page of its own is a blank page. */
export const fitsBeneath = ({ width, height }: PagePlace): boolean =>
  width <= BENEATH.width && height <= BENEATH.height;
