import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportDocuments, type ExportEvent } from '../../src/app/export-documents.ts';
import type { AnnexContent } from '../../src/app/ports/annexes.ts';
import type { AnnexMode } from '../../src/domain/documents/annexes.ts';
import { annexBinder } from '../../src/render/pdf/annex-carriers.ts';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { createDocumentRenderer } from '../../src/render/document-renderer.ts';
import { pageCounter } from '../../src/render/pdf/page-counts.ts';
import { openReferentials } from '../../src/storage/referential-source.ts';
import { openStore } from '../../src/storage/portfolio/portfolio-store.ts';
import { fakeReader, plainAnnex } from '../support/plain-annex.ts';
import { pdfUaFaults } from '../support/pdf-ua.ts';
import { readPdf, type ReadPdf } from '../support/read-pdf.ts';
import { storyFolder } from '../support/stories.ts';

const UPRIGHT = { width: 595, height: 842 };
const TURNED = { width: 842, height: 595 };
/** Markup, our own places and marks of citations, and letters that no face of the document has yet. */
const HOSTILE =
  'Réunion\n\n<b>gras</b> & "cité" [[P03]] </div><div data-annex="P03"></div>\n  en retrait\n\nκόσμε';
const TABLE = [['Action <i>', 'Coût'], ['Auditer & réparer', '12,50'], ['Total', '']]; // prettier-ignore
const referentials = openReferentials();
const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

interface Made {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly events: readonly ExportEvent[];
}

/** Story A's dossier with annexes of which a reader says what there is. */
const exportStory = async (annexes: AnnexMode, contentOf: (path: string) => AnnexContent): Promise<Made> => {
  const files = new Map<string, Uint8Array>();
  const events: ExportEvent[] = [];
  await exportDocuments(
    {
      store: openStore(async () => referentials),
      referentials,
      renderer: createDocumentRenderer(),
      writer: {
        write: async ({ name }, content) => {
          files.set(name, Buffer.from(content));
          return { path: name, sha256: '' };
        },
      },
      printer: async () => printer,
      pageCounter: async () => pageCounter,
      annexReader: async () => fakeReader(contentOf),
      annexBinder: async () => annexBinder,
    },
    {
      folder: storyFolder('recit-a-rncp38126'),
      documents: ['dossier-validation'],
      formats: ['pdf'],
      blocks: [],
      out: undefined,
      annexes,
      date: '2026-11-22',
    },
    (event) => events.push(event),
  );
  return { files, events };
};

const read = async ({ files }: Made, name: string): Promise<ReadPdf> => readPdf(files.get(name)!);

const CITATION = /Annexe\s(\d+),\sp\.\s(\d+)/gu;

/** Each place that sends to an annex: its number, and the page it names. */
const citationsIn = ({ pages }: ReadPdf): [number: number, page: number][] =>
  [...pages.join('\n').matchAll(CITATION)].map(([, number, page]) => [Number(number), Number(page)]);

/** « 3 on 18 » for a title page: its annex, and the number on its foot; undefined for any other page. */
const opening = (page: string | undefined): string | undefined => {
  const [, foot, number] = /\n(\d+)Personne et faits fictifs\nAnnexe\s(\d+)\n/u.exec(page ?? '') ?? [];
  return number === undefined ? undefined : `${number} on ${foot}`;
};

describe('behind the dossier', () => {
  let made: Made;
  let pdf: ReadPdf;
  beforeAll(async () => {
    // P09 and P10 do not print; P11 is a landscape picture, P13 a logo, P03 has three pages; P05 and P16 are words.
    made = await exportStory('suite', (path) => {
      if (path.includes('P05')) return { kind: 'table', lead: ['Suivi'], rows: TABLE };
      if (path.includes('P16')) return { kind: 'text', text: HOSTILE };
      if (path.includes('P13')) return plainAnnex([{ width: 40, height: 30 }]);
      if (path.endsWith('.csv')) return { kind: 'unfit', fault: 'not-printable' };
      if (path.includes('P11')) return plainAnnex([TURNED]);
      return plainAnnex(path.includes('P03') ? [UPRIGHT, TURNED, UPRIGHT] : [UPRIGHT]);
    });
    pdf = await read(made, 'dossier-validation.pdf');
  });

  test('each citation names the page on which that annex opens', () => {
    const cited = citationsIn(pdf);
    expect(cited.length).toBeGreaterThan(30);
    for (const [number, page] of cited) expect(opening(pdf.pages[page - 1])).toBe(`${number} on ${page}`);
  });

  test('the list names the same pages', () => {
    const titlePages = new Map(
      pdf.pages.flatMap((page) => {
        const [number, , foot] = opening(page)?.split(' ') ?? [];
        return number === undefined ? [] : [[number, foot] as const];
      }),
    );
    const listed = pdf.pages
      .filter((page) => page.includes('Ce qu’elle montre Page'))
      .flatMap((page) => [...page.matchAll(/\s(\d+)(?=\n\d+ \p{Lu}|$)/gu)].map(([, number]) => number));
    expect(titlePages.size).toBe(18);
    expect(listed).toEqual([...titlePages.values()]);
  });

  test('words of a file that is text alone are set as they were typed, and none of them is markup', () => {
    const { text } = pdf;
    expect(text).toContain('<b>gras</b> & "cité" [[P03]] </div><div data-annex="P03"></div>');
    expect(text).toContain('κόσμε');
    expect(text).toContain('Suivi Action <i> Coût Auditer & réparer 12,50 Total');
    expect(made.events.some((event) => /annex-apart.*evidence\.P05/u.test(JSON.stringify(event)))).toBe(
      false,
    );
  });

  test('a logo stands under the title of its annex', () => {
    const page = pdf.pages.findIndex((each) => each.includes('\nAnnexe 13\n') && opening(each) !== undefined);
    expect(opening(pdf.pages[page + 1])).toBe(`14 on ${page + 2}`);
  });

  test('meets PDF/UA', async () => {
    expect(await pdfUaFaults(made.files.get('dossier-validation.pdf')!)).toEqual([]);
  });
});

describe('in a file of their own', () => {
  let dossier: ReadPdf;
  let annexes: ReadPdf;
  beforeAll(async () => {
    const made = await exportStory('fichier', (path) =>
      plainAnnex([{ ...UPRIGHT, text: `contenu ${path.slice(8, 11)}` }]),
    );
    dossier = await read(made, 'dossier-validation.pdf');
    annexes = await read(made, 'dossier-validation-annexes.pdf');
  });

  test('pages count on from the dossier’s, and its citations name them', () => {
    const before = dossier.pages.length;
    const cited = citationsIn(dossier);
    expect(cited.length).toBeGreaterThan(30);
    for (const [number, page] of cited)
      expect(opening(annexes.pages[page - before - 1])).toBe(`${number} on ${page}`);
    expect(annexes.text).toContain('contenu P03');
  });
});
