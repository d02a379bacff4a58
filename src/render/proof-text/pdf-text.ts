import type { ProofText } from '../../app/ports/privacy.ts';

/** Of a PDF with more, the last are left to the eye. */
const MOST_PAGES = 2000;

/**
 * The library looks for its second half in a file beside itself; given here, both travel in one. It is told to keep quiet,
 * and gets nothing but the bytes: it fetches nothing and draws nothing.
 */
const openPdf = async (bytes: Uint8Array) => {
  const [{ getDocument }, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
  });
};

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;

/** What stands in the text layer, under black boxes too, and in the notes that somebody laid over the pages. */
export const readPdfText = async (
  bytes: Uint8Array,
): Promise<Omit<Extract<ProofText, { kind: 'text' }>, 'whole'>> => {
  const task = await openPdf(bytes);
  try {
    const pdf = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const notes = (await page.getAnnotations()) as readonly Record<string, unknown>[];
      const laid = notes.flatMap(({ contentsObj, fieldValue }) =>
        [(contentsObj as { str?: unknown } | undefined)?.str, fieldValue].flatMap(
          (value) => word(value) ?? [],
        ),
      );
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      pages.push([text, ...laid].join('\n').trim());
      page.cleanup();
    }
    const info = (await pdf.getMetadata()).info as Readonly<Record<string, unknown>>;
    return {
      kind: 'text',
      pages,
      paged: true,
      properties: { author: word(info['Author']), title: word(info['Title']) },
    };
  } finally {
    await task.destroy();
  }
};
