/** Proofs at full scale, damaged at random, and looked at by programs that are not ours. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readPages } from '../../src/render/proofs/proof-pages.ts';
import { createProofWorkers } from '../../src/workers/proof-workers.ts';
import { photograph } from '../support/photographs.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { pdfOf, streamObject } from '../support/proof-pdf.ts';
import { readPdf } from '../support/read-pdf.ts';
import { storyFolder } from '../support/stories.ts';

const SOURCE = join(storyFolder('recit-a-rncp38126'), 'preuves', 'P18-rapport-utilite-sociale.pdf');

const isSoundTo = (qpdf: string): boolean => {
  try {
    execFileSync('qpdf', ['--check', qpdf], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
};

const open = () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'preuves'));
  const entry = fileURLToPath(new URL('../../bin/read-proofs.js', import.meta.url));
  const workers = createProofWorkers({ entry, jobs: 2 });
  onTestFinished(() => workers.close());
  const read = async (name: string): Promise<{ pages: number; bytes: Uint8Array } | string> => {
    const content = await workers.read(folder, { path: `preuves/${name}` });
    if (content.kind === 'pages') return { pages: content.pages.length, bytes: content.bytes };
    return content.kind === 'unfit' ? content.fault : content.kind;
  };
  return { at: (name: string) => join(folder, 'preuves', name), read };
};

describe('a PDF, however it is written', () => {
  test.each([
    ['linearised', ['--linearize']],
    ['with its objects packed', ['--object-streams=generate']],
    ['unpacked', ['--qdf', '--object-streams=disable']],
    ['turned', ['--rotate=+90:1']],
    ['forbidding all but to be read, 40 bits', ['--allow-weak-crypto', '--encrypt', '', 'x', '40', '--']],
    ['forbidding all but to be read, 128 bits', ['--encrypt', '', 'x', '128', '--use-aes=y', '--']],
    ['forbidding all but to be read, 256 bits', ['--encrypt', '', 'x', '256', '--print=none', '--']],
  ])('%s: has the same text, and qpdf finds no fault', async (_, flags) => {
    const { at, read } = open();
    execFileSync('qpdf', [SOURCE, ...flags, at('x.pdf')]);
    const content = await read('x.pdf');
    if (typeof content === 'string') throw new Error(content);
    writeFileSync(at('out.pdf'), content.bytes);
    expect(isSoundTo(at('out.pdf'))).toBe(true);
    expect((await readPdf(content.bytes)).text).toBe((await readPdf(readFileSync(SOURCE))).text);
  });

  test('that asks for a password is named', async () => {
    const { at, read } = open();
    for (const bits of ['40', '128', '256'])
      execFileSync('qpdf', [
        '--allow-weak-crypto',
        SOURCE,
        '--encrypt',
        'u',
        'o',
        bits,
        '--',
        at(`${bits}.pdf`),
      ]);
    expect(await Promise.all(['40', '128', '256'].map((bits) => read(`${bits}.pdf`)))).toEqual(
      ['encrypted', 'encrypted', 'encrypted'],
    ); // prettier-ignore
  });

  test('whose packed objects unpack to 670 MB is refused, and the next one read', async () => {
    const { at, read } = open();
    const swollen = streamObject(
      '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
      deflateSync(Buffer.alloc(670_000_000, 0x20)),
    );
    const tree = ['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [] /Count 0>>'];
    writeFileSync(at('gros.pdf'), pdfOf([...tree, swollen]));
    writeFileSync(at('bon.pdf'), readFileSync(SOURCE));
    const [swell, good] = await Promise.all([read('gros.pdf'), read('bon.pdf')]);
    expect(swell).toBe('too-large');
    expect(good).toMatchObject({ pages: 3 });
  });

  test('with random damage: an answer each time, and nothing comes out that qpdf would mend', async () => {
    const folder = temporaryFolder();
    let state = 11;
    const below = (limit: number): number => (state = (state * 48_271) % 0x7fffffff) % limit;
    const whole = readFileSync(SOURCE);
    const faults: string[] = [];
    for (let run = 0; run < 300; run += 1) {
      const bytes = Buffer.from(whole);
      for (let hit = below(12); hit >= 0; hit -= 1) bytes[below(bytes.length)] = below(256);
      const content = await readPages(bytes);
      if (content.kind === 'unfit') faults.push(content.fault);
      else if (content.kind === 'pages' && run % 10 === 0) {
        writeFileSync(join(folder, 'out.pdf'), content.bytes);
        expect(isSoundTo(join(folder, 'out.pdf'))).toBe(true);
      }
    }
    process.stdout.write(`damaged 300 times: ${300 - faults.length} shown, ${faults.length} named\n`);
    const known = new Set(['broken', 'too-large', 'encrypted', 'not-printable']);
    expect(faults.filter((fault) => !known.has(fault))).toEqual([]);
  });
});

describe('images of any size', () => {
  test('a photograph of 108 million points is shown; a drawing of 900 million is refused at once', async () => {
    const { at, read } = open();
    await photograph(12_032, 9024).jpeg({ quality: 75 }).toFile(at('photo.jpg'));
    const white = { r: 255, g: 255, b: 255 };
    await sharp({
      create: { width: 30_000, height: 30_000, channels: 3, background: white },
      limitInputPixels: false,
    })
      .png()
      .toFile(at('grand.png'));
    expect(await read('photo.jpg')).toMatchObject({ pages: 1 });
    const started = performance.now();
    expect(await read('grand.png')).toBe('too-large');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('two hundred proofs of 80 MB are ready within a minute', async () => {
    const { at, read } = open();
    const photographs = await Promise.all(
      [[2000, 1500], [2592, 1944], [3264, 2448], [4000, 3000]].map(([width = 0, height = 0]) =>
        photograph(width, height).jpeg({ quality: 80 }).toBuffer(),
      ),
    ); // prettier-ignore
    const names = Array.from({ length: 200 }, (_, n) => (n % 4 === 3 ? `${n}.pdf` : `${n}.jpg`));
    let size = 0;
    for (const [n, name] of names.entries()) {
      const bytes = n % 4 === 3 ? readFileSync(SOURCE) : photographs[(n >> 2) % 4]!;
      // A telephone's own data makes up what the picture lacks.
      const padded = Buffer.concat([bytes, Buffer.alloc(Math.max(0, 400_000 - bytes.length), 0x20)]);
      writeFileSync(at(name), n % 4 === 3 ? bytes : padded);
      size += padded.length;
    }
    const started = performance.now();
    const read200 = await Promise.all(names.map(read));
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(`200 proofs, ${(size / 1e6).toFixed(0)} MB: ${seconds.toFixed(1)} s\n`);
    expect(read200.filter((each) => typeof each === 'string')).toEqual([]);
    expect(seconds).toBeLessThan(60);
  });
});
