import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { parseDocument } from 'yaml';
import { storyFolder } from './stories.ts';

/** A photo that does not compress well, as photos do: noise over a gradient, the same for the same number. */
const photo = async (
  index: number,
  [width, height]: readonly [number, number],
  quality: number,
): Promise<Buffer> => {
  const pixels = Buffer.alloc(width * height * 3);
  let state = index * 2_654_435_761 + 1;
  for (let at = 0; at < pixels.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[at] = ((at / pixels.length) * 180 + (state >>> 24) / 4) & 255;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer();
};

/** A scan: a PDF of some pages with one picture each. */
const scan = async (index: number, pages: number): Promise<Buffer> => {
  const pictures = await Promise.all(
    Array.from({ length: pages }, (_, page) => photo(index * 100 + page, [800, 1100], 75)),
  );
  const kids = pictures.map((_, page) => `${3 + page * 3} 0 R`).join(' ');
  const objects = [
    Buffer.from('<</Type /Catalog /Pages 2 0 R>>'),
    Buffer.from(`<</Type /Pages /Count ${pages} /Kids [${kids}]>>`),
    ...pictures.flatMap((picture, page) => {
      const content = 'q 595 0 0 842 0 0 cm /Im0 Do Q';
      return [
        Buffer.from(
          `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</XObject <</Im0 ${5 + page * 3} 0 R>>>> /Contents ${4 + page * 3} 0 R>>`,
        ),
        Buffer.from(`<</Length ${content.length}>>\nstream\n${content}\nendstream`),
        Buffer.concat([
          Buffer.from(
            `<</Type /XObject /Subtype /Image /Width 800 /Height 1100 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${picture.length}>>\nstream\n`,
          ),
          picture,
          Buffer.from('\nendstream'),
        ]),
      ];
    }),
  ];
  const parts = [Buffer.from('%PDF-1.4\n')];
  let offset = parts[0]?.length ?? 0;
  const table = objects.map((object, number) => {
    const part = Buffer.concat([Buffer.from(`${number + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(part);
    offset += part.length;
    return `${String(offset - part.length).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}trailer\n<</Size ${size} /Root 1 0 R>>\nstartxref\n${offset}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
};

/** Story A with `count` proofs more, three photos for each scan of two pages; about 400 kB each. Returns their bytes in all. */
export const makeHeavy = async (folder: string, count: number): Promise<number> => {
  cpSync(storyFolder('recit-a-rncp38126'), folder, { recursive: true });
  const file = join(folder, 'portfolio.yaml');
  const document = parseDocument(readFileSync(file, 'utf8'), { schema: 'failsafe' });
  let total = 0;
  for (let index = 1; index <= count; index++) {
    const isScan = index % 4 === 0;
    const bytes = isScan
      ? await scan(index, 2)
      : await photo(index, index % 3 === 0 ? [1080, 1440] : [1440, 1080], 78);
    const path = `preuves/lourd-${index}.${isScan ? 'pdf' : 'jpg'}`;
    writeFileSync(join(folder, path), bytes);
    total += bytes.length;
    document.addIn(['evidence'], {
      id: `Z${index}`,
      title: `Pièce lourde ${index}`,
      kind: 'production',
      date: '2024',
      file: { path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: String(bytes.length) },
      activities: [`A${(index % 7) + 1}`],
      shows: [{ competence: 'RNCP38126BC01-C01', what: `Ce que montre la pièce ${index}` }],
      confidentiality: 'publiable',
      alt: `Photo ${index}`,
    });
  }
  writeFileSync(file, document.toString());
  return total;
};
