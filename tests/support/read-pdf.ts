import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly pages: readonly string[];
  /** All text, with one space for any run of white space. */
  readonly text: string;
  readonly title: unknown;
  readonly author: unknown;
  readonly lang: unknown;
  readonly tagged: boolean;
}

/** What a reader that is not ours finds in a PDF. */
export const readPdf = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    );
  }
  const info = (await pdf.getMetadata()).info as Record<string, unknown>;
  const tagged = (await pdf.getMarkInfo())?.Marked === true;
  await task.destroy();
  const text = pages.join('\n').replaceAll(/\s+/gu, ' ');
  return { pages, text, title: info['Title'], author: info['Author'], lang: info['Language'], tagged };
};
