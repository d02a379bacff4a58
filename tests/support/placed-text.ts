import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One run of text where it is drawn, in points from the left and bottom of its page. */
export interface PlacedText {
  readonly page: number;
  /** Width and height of the page, in points. */
  readonly paper: readonly [number, number];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every run of text of a PDF, in the order it was written. */
export const readPlacedText = async (bytes: Uint8Array): Promise<PlacedText[]> => {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const placed: PlacedText[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const leaf = await pdf.getPage(page);
    const [, , width = 0, height = 0] = leaf.view;
    const { items } = await leaf.getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [x, y] = [item.transform[4] as number, item.transform[5] as number];
      placed.push({
        page,
        paper: [width, height],
        text: item.str,
        left: x,
        right: x + item.width,
        top: y + item.height,
        bottom: y,
      });
    }
  }
  await task.destroy();
  return placed;
};
