import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { pdfOf, streamObject } from '../support/proof-pdf.ts';
import { pdfUaFaults } from '../support/pdf-ua.ts';
import { readyStory } from '../support/ready-story.ts';
import { runAcquis, type Run } from '../support/run-acquis.ts';
import { storyVariant, temporaryFolder } from '../support/story-variant.ts';

const LIMIT = 10_000_000;

const deposit = (folder: string, out: string, target = 'france-vae'): Promise<Run> =>
  runAcquis(['deposit', folder, '--target', target, '--out', out, '--at', '2026-11-22']);

const pagesOf = (path: string): number =>
  Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [path], { encoding: 'utf8' }))?.[1]);

const textOf = (path: string, page: number): string =>
  execFileSync('pdftotext', ['-f', String(page), '-l', String(page), path, '-'], { encoding: 'utf8' });

/** A PDF of `pages` pages with pictures of noise on them, which nothing makes smaller. */
const heavyPdf = (pages: number, bytesPerPage: number): Buffer => {
  const parts: string[] = ['%PDF-1.4\n'];
  const add = (body: string): void => void parts.push(body);
  const offsets: number[] = [];
  const object = (number: number, body: string): void => {
    offsets[number] = Buffer.byteLength(parts.join(''), 'latin1');
    add(`${number} 0 obj\n${body}\nendobj\n`);
  };
  const side = Math.floor(Math.sqrt(bytesPerPage));
  const kids = Array.from({ length: pages }, (_, page) => 3 + page * 3);
  object(1, '<</Type/Catalog/Pages 2 0 R>>');
  object(2, `<</Type/Pages/Count ${pages}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`);
  for (const [page, kid] of kids.entries()) {
    let state = page + 1;
    const noise = Buffer.alloc(side * side);
    for (let at = 0; at < noise.length; at++)
      noise[at] = (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16;
    const draw = 'q 500 0 0 700 40 40 cm /I Do Q';
    object(kid, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I ${kid + 1} 0 R>>>>/Contents ${kid + 2} 0 R>>`); // prettier-ignore
    object(kid + 1, `<</Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceGray/BitsPerComponent 8/Length ${noise.length}>>\nstream\n${noise.toString('latin1')}\nendstream`); // prettier-ignore
    object(kid + 2, `<</Length ${draw.length}>>\nstream\n${draw}\nendstream`);
  }
  const size = 3 + pages * 3;
  const start = Buffer.byteLength(parts.join(''), 'latin1');
  const table = Array.from({ length: size - 1 }, (_, index) => `${String(offsets[index + 1]).padStart(10, '0')} 00000 n \n`); // prettier-ignore
  add(`xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`); // prettier-ignore
  return Buffer.from(parts.join(''), 'latin1');
};

/** As a telephone takes it in bad light: about a megabyte that no packing makes smaller at that size. */
const noisyPhotograph = async (width: number, height: number): Promise<Buffer> => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const grains = sharp({ create: { width, height, channels: 3, background: 'grey', noise } });
  const { data, info } = await grains.raw().toBuffer({ resolveWithObject: true });
  // libvips draws its noise anew each time; the test needs one picture only, given to all.
  return sharp(data, { raw: info }).jpeg({ quality: 90 }).toBuffer();
};

/** A page for each scan, as machines write them: one picture that fills it. */
const scannedPdf = (jpeg: Buffer, width: number, height: number, pages: number): Buffer => {
  const kids = Array.from({ length: pages }, (_, page) => 3 + page * 3);
  const size = `/Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
  return pdfOf([
    '<</Type /Catalog /Pages 2 0 R>>',
    `<</Type /Pages /Count ${pages} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`,
    ...kids.flatMap((kid) => [
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</XObject <</Im ${kid + 1} 0 R>>>> /Contents ${kid + 2} 0 R>>`,
      streamObject(`/Type /XObject /Subtype /Image ${size} /Filter /DCTDecode`, jpeg),
      streamObject('', 'q 595 0 0 842 0 0 cm /Im Do Q'),
    ]),
  ]);
};

const giveFile = async (folder: string, id: string, content: Buffer): Promise<void> => {
  const file = join(temporaryFolder(), 'lourd.pdf');
  writeFileSync(file, content);
  const { status, stderr } = await runAcquis(['evidence', 'edit', folder, id, '--file', file]);
  expect([status, stderr]).toEqual([0, expect.any(String)]);
};

/** Every PDF opens, is one for all readers, weighs no more than allowed, and begins behind the one before. */
const requireSoundFiles = async (out: string): Promise<string[]> => {
  const files = readdirSync(out).filter((name) => name.endsWith('.pdf')).toSorted(); // prettier-ignore
  const slip = readFileSync(join(out, 'bordereau.txt'), 'utf8');
  let before = 0;
  for (const name of files) {
    const bytes = readFileSync(join(out, name));
    expect(bytes.length, name).toBeLessThanOrEqual(LIMIT);
    execFileSync('qpdf', ['--check', join(out, name)]);
    // What a proof brings along may keep the annexes from being PDF/UA; the dossier always is.
    if (name.startsWith('1-')) expect(await pdfUaFaults(bytes)).toEqual([]);
    const pages = pagesOf(join(out, name));
    expect(slip).toContain(`pages ${before + 1} à ${before + pages}`);
    expect(slip).toContain(createHash('sha256').update(bytes).digest('hex'));
    before += pages;
  }
  return files;
};

describe('a deposit', () => {
  test('of story A fits the limits and opens; each citation leads to the page of its annex', async () => {
    const out = join(temporaryFolder(), 'dépôt');
    const { status, stdout, stderr } = await deposit(readyStory(), out);
    expect([status, stderr]).toEqual([0, expect.stringContaining('à déposer')]);
    expect(stdout.trim().split('\n')).toHaveLength(readdirSync(out).length);
    const [main = '', annexes = ''] = await requireSoundFiles(out);
    expect([main, annexes]).toEqual([
      '1-dossier-validation.pdf',
      expect.stringMatching(/^2-annexes-1-a-\d+/),
    ]);
    const before = pagesOf(join(out, main));
    const slip = readFileSync(join(out, 'bordereau.txt'), 'utf8');
    const listed = [...slip.matchAll(/Annexe (\d+), p\. (\d+)/g)].map(([, number, page]) => [Number(number), Number(page)] as const); // prettier-ignore
    expect(listed.length).toBeGreaterThan(10);
    for (const [number, page] of listed)
      expect(textOf(join(out, annexes), page - before), `${number} ${page}`).toMatch(
        new RegExp(`Annexe ${number}\\s`),
      );
    const dossier = execFileSync('pdftotext', [join(out, main), '-'], { encoding: 'utf8' });
    const cited = [...dossier.matchAll(/Annexe\s(\d+),\sp\.\s(\d+)/g)];
    expect(cited.length).toBeGreaterThan(3);
    for (const [said, number, page] of cited)
      expect(listed, said).toContainEqual([Number(number), Number(page)]);
  });

  test('shares heavy annexes out among files, cuts one that is too large alone, and keeps their order', async () => {
    const folder = readyStory();
    await giveFile(folder, 'P01', heavyPdf(8, 3_000_000));
    await giveFile(folder, 'P03', heavyPdf(3, 2_500_000));
    const out = join(temporaryFolder(), 'dépôt');
    const { status, stderr } = await deposit(folder, out, 'france-vae-aap');
    expect([status, stderr]).toEqual([0, expect.stringContaining('à déposer')]);
    const files = await requireSoundFiles(out);
    expect(files.length).toBeGreaterThan(4);
    expect(files.length).toBeLessThanOrEqual(9);
    const slip = readFileSync(join(out, 'bordereau.txt'), 'utf8');
    expect(slip).toMatch(/\(début\)[^]*\(suite\)/);
    const numbers = [...slip.matchAll(/Annexe (\d+), p\. (\d+)/g)];
    const pages = numbers.map(([, , page]) => Number(page));
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    const order = numbers.map(([, number]) => Number(number));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('of photographs and scans beyond the limits makes their images coarser, says which, and is the same each time', async () => {
    const folder = readyStory();
    const jpeg = await noisyPhotograph(1654, 2339);
    for (const id of ['P01', 'P03', 'P07']) await giveFile(folder, id, scannedPdf(jpeg, 1654, 2339, 12));
    const [out, again] = [join(temporaryFolder(), 'dépôt'), join(temporaryFolder(), 'encore')];
    const { status, stderr } = await deposit(folder, out);
    expect([status, stderr]).toEqual([0, expect.stringMatching(/Images allégées[^]*à 120 points par pouce/)]);
    await requireSoundFiles(out);
    const slip = readFileSync(join(out, 'bordereau.txt'), 'utf8');
    expect([...slip.matchAll(/Annexe \d+ \(.*\) : de \d+,\d\sMo à \d+,\d\sMo/g)]).toHaveLength(3);
    expect(await deposit(folder, again)).toMatchObject({ status: 0 });
    for (const name of readdirSync(out))
      expect(readFileSync(join(again, name)).equals(readFileSync(join(out, name))), name).toBe(true);
  });

  test('that cannot fit is refused with its reason, and nothing is written', async () => {
    const place = temporaryFolder();
    const unfinished = await deposit(storyVariant('recit-a-rncp38126'), join(place, 'a'));
    expect([unfinished.status, unfinished.stderr]).toEqual([1, expect.stringContaining('Introduction')]);
    const folder = readyStory();
    for (const id of ['P01', 'P03', 'P07']) await giveFile(folder, id, heavyPdf(10, 3_000_000));
    const many = await deposit(folder, join(place, 'b'));
    expect([many.status, many.stderr]).toEqual([
      1,
      expect.stringMatching(/demandent \d+ fichiers.* ; .* en prend 8/),
    ]);
    expect(existsSync(join(place, 'a')) || existsSync(join(place, 'b'))).toBe(false);
    await giveFile(folder, 'P03', heavyPdf(40, 3_000_000));
    const heavy = await deposit(folder, join(place, 'c'));
    expect([heavy.status, heavy.stderr]).toEqual([1, expect.stringMatching(/P03 .*trop lourd/)]);
    writeFileSync(join(place, 'pris.txt'), 'x');
    expect(await deposit(folder, place)).toMatchObject({ status: 2 });
    expect(readdirSync(place)).toEqual(['pris.txt']);
  });
});
