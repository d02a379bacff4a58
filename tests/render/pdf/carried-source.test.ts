import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentPrinter } from '../../../src/render/browser/document-printer.ts';
import { readCarriedSource } from '../../../src/render/pdf/carried-source.ts';
import { openReferentials } from '../../../src/storage/referential-source.ts';
import { smallReferential } from '../../support/build-portfolio.ts';
import { canaryPortfolio } from '../../support/canary-portfolio.ts';
import { carryingPdfs, everythingIn } from '../../support/carried-pdf.ts';
import { pdfUaFaults } from '../../support/pdf-ua.ts';
import { png } from '../../support/pictures.ts';
import { testReferentials, testStore } from '../../support/portfolio-folder.ts';
import { readPdf } from '../../support/read-pdf.ts';

const printer = createDocumentPrinter({ env: process.env });
const places: string[] = [];
afterAll(async () => {
  for (const place of places) rmSync(place, { recursive: true, force: true });
  await printer.close();
});
const store = testStore();
const shipped = openReferentials();
const ports = {
  store,
  referentials: { ...testReferentials, essPortfolio: () => shipped.essPortfolio() },
  printer,
};
const asked = { documents: ['dossier-validation'], date: '2026-09-01' } as const;
const nameOf = 'dossier-validation.pdf';

/** Notes, reviews, what is asked for, from whom … : never printed, and so nowhere in the file. */
const PRIVATE =
  /^(?:notes|reviews|feasibility|essProfile|settings-memoire|documents|activity-A2|evidence-(?:secret-P4|P5)|organisation-ancre-reelle-O1\.name$|evidence-\S+\.(?:askedFrom|askedOn|authorisation)|dates\.(?!eligible)|target\.acquired\.proof|id$)/;
const ORIGINALS = /^evidence-(?:P2\.file|P3\.file|P3\.url|P2\.url)/;

describe('a PDF that carries its source', () => {
  const { portfolio, canaries } = canaryPortfolio();
  let bytes: Buffer;
  let again: Buffer;
  beforeAll(async () => {
    const place = realpathSync(mkdtempSync(join(tmpdir(), 'acquis-essai-')));
    places.push(place);
    const folder = join(place, 'dossier');
    const [first, second] = portfolio.organisations;
    await store.create(
      folder,
      {
        ...portfolio,
        organisations: [first!, { ...second!, organigramme: { file: 'preuves/o.png', alt: 'Zqaltz' } }],
      },
      smallReferential(),
    );
    mkdirSync(join(folder, 'preuves'), { recursive: true });
    writeFileSync(join(folder, 'preuves/o.png'), png(300, 200));
    bytes = Buffer.from((await carryingPdfs(ports, { folder, ...asked })).get(nameOf)!);
    const restored = join(place, 'repris');
    await store.restore(restored, readCarriedSource(bytes, nameOf));
    again = Buffer.from((await carryingPdfs(ports, { folder: restored, ...asked })).get(nameOf)!);
  });

  it('keeps what PDF/UA asks for, and names its attachments for every reader', async () => {
    expect(await pdfUaFaults(bytes)).toEqual([]);
    const text = bytes.toString('latin1');
    expect(text).toMatch(/\/AF \[\d+ 0 R \d+ 0 R \d+ 0 R \d+ 0 R\]/u);
    expect(text.match(/\/AFRelationship \/Source/gu)).toHaveLength(3);
    expect(text).toContain('/ModDate (D:20260901000000Z)');
    expect(text).not.toMatch(/CreationDate|ModDate \(D:(?!20260901)/u);
  });

  it('holds nothing, in any form, that the jury may not read', async () => {
    const everything = `${everythingIn(bytes)}\n${(await readPdf(bytes)).text}`;
    const seen = [...canaries].filter(([, canary]) => everything.includes(canary)).map(([path]) => path);
    expect(seen.filter((path) => PRIVATE.test(path) || ORIGINALS.test(path))).toEqual([]);
    expect(everything).not.toContain('secret-P4');
    expect(everything).not.toContain('ancre-reelle');
    expect(everything).not.toContain('Zqother');
    // And what it shows is there, or the search would prove nothing.
    expect(seen.length).toBeGreaterThan(50);
    expect(everything).toContain('Zqaltz');
  });

  it('gives back a folder that makes the same file, byte for byte', () => {
    expect(again.equals(bytes)).toBe(true);
  });

  it('says which proofs it lists, by the hashes of what may be shown', () => {
    const { manifest } = readCarriedSource(bytes, nameOf);
    expect(manifest).toMatchObject({ document: 'dossier-validation', blocks: [], date: '2026-09-01' });
    expect(manifest.proofs.map(({ id, sha256 }) => [id, sha256])).toEqual([
      ['P1', canaries.get('evidence-P1.file.sha256')],
      ['P2', canaries.get('evidence-P2.publicFile.sha256')],
    ]);
  });

  const failure = (pdf: Uint8Array): unknown => {
    try {
      return readCarriedSource(pdf, nameOf);
    } catch (error) {
      return error;
    }
  };

  /** The same file with an attachment that says something else. */
  const altered = (name: 'portfolio.yaml' | 'manifeste.json', change: (text: string) => string): Buffer => {
    const { manifest, files } = readCarriedSource(bytes, nameOf);
    const text =
      name === 'portfolio.yaml'
        ? Buffer.from(files.get(name)!).toString()
        : `${JSON.stringify(manifest, null, 1)}\n`;
    const packed = (content: string): Buffer => deflateSync(Buffer.from(content), { level: 9 });
    const [before, after] = [packed(text), packed(change(text))];
    const at = bytes.indexOf(before);
    expect(at).toBeGreaterThan(0);
    const head = bytes.subarray(0, at).toString('latin1');
    const length = head.lastIndexOf(`/Length ${before.length}`);
    return Buffer.concat([
      bytes.subarray(0, length),
      Buffer.from(`/Length ${after.length}>> stream\n`),
      after,
      bytes.subarray(at + before.length),
    ]);
  };

  it('is refused once an attachment says something else', () => {
    const code = { code: 'pdf-source-altered' };
    expect(failure(altered('portfolio.yaml', (text) => text))).toHaveProperty('manifest');
    expect(failure(altered('portfolio.yaml', (text) => `${text}# et plus\n`))).toMatchObject(code);
    expect(failure(altered('manifeste.json', (text) => text.replace('"annex": 1', '"annex": 9')))).toMatchObject(code); // prettier-ignore
    expect(failure(altered('manifeste.json', (text) => text.replace('"version": 1', '"version": 2')))).toMatchObject({ code: 'pdf-source-version' }); // prettier-ignore
  });

  it('is refused where it holds two sources, none, or cannot be read', () => {
    const other = altered('manifeste.json', (text) => text);
    expect(failure(Buffer.concat([bytes, other]))).toHaveProperty('manifest');
    expect(failure(readFileSync(new URL('../../../README.md', import.meta.url)))).toMatchObject({ code: 'pdf-without-source' }); // prettier-ignore
    expect(failure(Buffer.from('%PDF-1.7\ntrailer<</Encrypt 4 0 R>>'))).toMatchObject({ code: 'pdf-encrypted' }); // prettier-ignore
  });

  it('looks at a bounded number of bytes, however much an attachment would unpack to', () => {
    const bomb = deflateSync(Buffer.alloc(20_000_000));
    const stream = Buffer.concat([
      Buffer.from(`1 0 obj\n<</Type /EmbeddedFile /Filter /FlateDecode /Length ${bomb.length}>> stream\n`),
      bomb,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
    const started = process.cpuUsage();
    expect(failure(Buffer.concat(Array.from({ length: 2000 }, () => stream)))).toMatchObject({ code: 'pdf-without-source' }); // prettier-ignore
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3);
  });
});
