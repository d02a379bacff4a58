/** JPEG 2000 as another program draws it: the pixels of a proof are those of the file, once what stood beside them is gone. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makePdfPages } from '../../src/render/proofs/pdf-pages.ts';
import { JP2 } from '../support/jp2.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { onePage, streamObject } from '../support/proof-pdf.ts';

test('poppler draws the cleaned image as it draws the one it was made of', async () => {
  const folder = temporaryFolder();
  const drawn = (name: string, bytes: Uint8Array): Buffer => {
    writeFileSync(join(folder, `${name}.pdf`), bytes);
    execFileSync('pdftoppm', [
      '-r',
      '72',
      '-png',
      '-singlefile',
      join(folder, `${name}.pdf`),
      join(folder, name),
    ]);
    return readFileSync(join(folder, `${name}.png`));
  };
  const image = streamObject('/Type /XObject /Subtype /Image /Width 12 /Height 8 /Filter /JPXDecode', JP2);
  const page = (content: string): Buffer =>
    onePage({ content, resources: '/XObject <</Im 6 0 R>>', more: [image] });
  const proof = page('q 480 0 0 320 50 300 cm /Im Do Q');
  const before = drawn('before', proof);
  expect(drawn('after', (await makePdfPages(proof)).bytes)).toEqual(before);
  expect(drawn('empty', page(''))).not.toEqual(before);
});
