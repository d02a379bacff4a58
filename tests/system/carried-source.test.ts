import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareExport } from '../../src/app/prepare-export.ts';
import type { PrintableDocument } from '../../src/app/ports/document-printer.ts';
import type { DocumentId } from '../../src/domain/documents/registry.ts';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { createDocumentRenderer } from '../../src/render/document-renderer.ts';
import { readCarriedSource } from '../../src/render/pdf/carried-source.ts';
import { openStore } from '../../src/storage/portfolio/portfolio-store.ts';
import { pdfAround } from '../support/carried-pdf.ts';
import { readPdf } from '../support/read-pdf.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { OPEN_DAYS, samplesIn, shipped, type ShippedCode } from '../support/samples.ts';
import { storyFolder, STORIES } from '../support/stories.ts';
import { temporaryFolder } from '../support/story-variant.ts';

const AT = ['--at', '2026-09-01'] as const;

const acquis = async (...args: readonly string[]): Promise<string> => {
  const { status, stdout, stderr } = await runAcquis(args);
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout;
};

const documentIn = async (folder: string, kind: string, out: string, annexes: string): Promise<string> => {
  await acquis('export', folder, '--document', kind, '--annexes', annexes, '--embed-source', '--out', out, ...AT); // prettier-ignore
  return join(out, `${kind}.pdf`);
};

describe.each(STORIES)('%s', (story) => {
  test.each(['dossier-validation', 'portfolio'])('the %s gives back a folder that makes it again', async (kind) => {
    const place = temporaryFolder();
    const pdf = await documentIn(storyFolder(story), kind, join(place, 'un'), 'liste');
    await acquis('restore', pdf, '--out', join(place, 'repris'));
    const again = await documentIn(join(place, 'repris'), kind, join(place, 'deux'), 'liste');
    const [first, second] = [readFileSync(pdf), readFileSync(again)];
    expect((await readPdf(second)).pages).toEqual((await readPdf(first)).pages);
    expect(second.equals(first)).toBe(true);
  }); // prettier-ignore

  test('with annexes, once the files of the proofs are back where the folder names them', async () => {
    const place = temporaryFolder();
    const pdf = await documentIn(storyFolder(story), 'dossier-validation', join(place, 'un'), 'suite');
    const folder = join(place, 'repris');
    await acquis('restore', pdf, '--out', folder);
    expect((await runAcquis(['verify', pdf, '--folder', folder])).status).toBe(3);
    for (const { path } of readCarriedSource(readFileSync(pdf), pdf).manifest.proofs)
      cpSync(join(storyFolder(story), path), join(folder, path));
    await acquis('verify', pdf, '--folder', folder);
    const again = await documentIn(folder, 'dossier-validation', join(place, 'deux'), 'suite');
    expect(readFileSync(again).equals(readFileSync(pdf))).toBe(true);
    writeFileSync(
      join(folder, readCarriedSource(readFileSync(pdf), pdf).manifest.proofs[0]!.path),
      'autre chose',
    );
    const { status, stdout } = await runAcquis(['verify', pdf, '--folder', folder, '--format', 'json']);
    expect(status).toBe(3);
    const { proofs } = JSON.parse(stdout) as { proofs: { standing: string }[] };
    expect(proofs.map(({ standing }) => standing)).toEqual([
      'altered',
      ...proofs.slice(1).map(() => 'intact'),
    ]);
  });
});

describe('a file that other programs have written anew', () => {
  let pdf: string;
  let place: string;
  const rewrite = (...options: readonly string[]): string => {
    const to = join(place, `autre-${options.join('').replaceAll(/\W/gu, '')}.pdf`);
    execFileSync('qpdf', [pdf, ...options, to]);
    return to;
  };
  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'acquis-test-'));
    pdf = await documentIn(storyFolder('recit-a-rncp38126'), 'portfolio', place, 'liste');
  });

  afterAll(() => rmSync(place, { recursive: true, force: true }));

  test.each([
    ['linearised', ['--linearize']],
    ['with object streams', ['--object-streams=generate', '--recompress-flate', '--compression-level=1']],
    ['unpacked', ['--stream-data=uncompress', '--object-streams=disable']],
    ['for an editor', ['--qdf']],
    ['with its pages turned', ['--rotate=+90:1-z']],
  ])('is still restored: %s', (_, options) => {
    const read = (path: string) => readCarriedSource(readFileSync(path), path);
    expect(read(rewrite(...options))).toEqual(read(pdf));
  });

  test('is restored behind an update that another program appended', () => {
    const bytes = readFileSync(pdf);
    const at = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(bytes.toString('latin1'))?.[1] ?? '';
    const update = `\n99999 0 obj\n<</Type /Annot>>\nendobj\nxref\n99999 1\n${String(bytes.length + 1).padStart(10, '0')} 00000 n \ntrailer\n<</Size 100000 /Prev ${at}>>\nstartxref\n0\n%%EOF\n`;
    const updated = Buffer.concat([bytes, Buffer.from(update)]);
    expect(readCarriedSource(updated, pdf)).toEqual(readCarriedSource(bytes, pdf));
  });

  test('is refused with its reason where it is locked, printed anew, or holds two documents', async () => {
    const refusal = async (path: string): Promise<string> => {
      const { status, stderr } = await runAcquis(['restore', path, '--out', join(place, 'jamais')]);
      expect(status).toBe(3);
      return stderr;
    };
    expect(await refusal(rewrite('--encrypt', 'u', 'o', '256', '--'))).toContain('protégé');
    expect(await refusal(rewrite('--remove-attachment=manifeste.json'))).toContain('ne porte pas');
    expect(await refusal(rewrite('--remove-attachment=referentiel.json'))).toContain('referentiel.json');
    const other = await documentIn(storyFolder('recit-b-rncp41296'), 'portfolio', join(place, 'b'), 'liste');
    expect(await refusal(rewrite('--copy-attachments-from', other, '--prefix=b-', '--'))).toContain('plusieurs');
  });
}); // prettier-ignore

describe('two hundred fictional portfolios', () => {
  const store = openStore(() => Promise.resolve(shipped));
  const ports = { store, referentials: shipped, renderer: createDocumentRenderer() };

  /** What goes to the printer, document by document. */
  const prepared = async (folder: string, document: DocumentId, date: string): Promise<PrintableDocument> => {
    const { documents } = await prepareExport(ports, {
      folder, documents: [document], formats: ['pdf'], blocks: [], out: undefined, annexes: 'liste', embedSource: true, date,
    }); // prettier-ignore
    return documents[0]!.content as PrintableDocument;
  };

  test('give back folders that make the same documents', async () => {
    const place = temporaryFolder();
    const printer = createDocumentPrinter({ env: process.env });
    let [count, printed] = [0, 0];
    for (const [index, certification] of (Object.keys(OPEN_DAYS) as ShippedCode[]).entries())
      for (const completeness of [100, 60]) {
        const folders = await samplesIn(join(place, `${certification}-${completeness}`), {
          certification,
          completeness,
          count: index === 0 ? 34 : 33,
          seed: completeness,
        });
        for (const folder of folders) {
          const kind = count % 2 === 0 ? 'dossier-validation' : 'portfolio';
          const first = await prepared(folder, kind, OPEN_DAYS[certification]);
          const restored = join(place, `repris-${count}`);
          await store.restore(restored, readCarriedSource(pdfAround(first.attachments ?? []), folder));
          const second = await prepared(restored, kind, OPEN_DAYS[certification]);
          expect(second.html === first.html, folder).toBe(true);
          expect(second.attachments).toEqual(first.attachments);
          if (count++ % 25 !== 0) continue;
          const [one, two] = [await printer.print(first), await printer.print(second)];
          expect(Buffer.from(two).equals(Buffer.from(one))).toBe(true);
          printed++;
        }
      }
    await printer.close();
    expect([count, printed]).toEqual([200, 8]);
    // A minute of processor time; the disk is asked to keep four hundred folders.
  }, 600_000);
});
