import { deflateSync, crc32 } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { memoryBomb, timeBomb } from '../support/bombs.ts';
import { printable } from '../support/printable.ts';
import { readPdf } from '../support/read-pdf.ts';

const printer = createDocumentPrinter({ env: process.env, timeLimit: 4000 });
afterAll(() => printer.close());

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A black square of one bit per pixel: a few kilobytes that a browser unfolds to four bytes per pixel. */
const hugePng = (side: number): string => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const pixels = deflateSync(Buffer.alloc((side / 8 + 1) * side));
  const parts = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
  return `data:image/png;base64,${bytes.toString('base64')}`;
};

const bombs: [string, string][] = [
  ['nested <use> in an inline SVG', memoryBomb],
  ['images of 30,000 by 30,000 pixels', `<img src="${hugePng(30_000)}" style="width:90%">`.repeat(3)],
  ['a page thirty million pixels high', timeBomb],
  ['stacked filters', `<div style="filter:${'blur(90px) '.repeat(60)};height:9000px">x</div>`.repeat(60)],
];

describe('a document that asks for too much', () => {
  it.each(bombs)('%s: ended or printed within the limits, and the next one prints', async (_, bomb) => {
    const started = Date.now();
    const answer = await printer.print(printable(`<h1>Avant</h1>${bomb}<h1>Après</h1>`)).then(
      () => 'printed',
      (error: { code: string; args: { reason: string } }) => `${error.code} ${error.args.reason}`,
    );
    expect(answer).toMatch(/^(?:printed|browser-failed (?:memory|timeout|crash|incomplete))$/u);
    expect(Date.now() - started).toBeLessThan(2 * 9000);
    const { text } = await readPdf(await printer.print(printable('<p>Le suivant.</p>')));
    expect(text).toContain('Le suivant.');
  });

  it('is ended once it holds more memory than it may', async () => {
    const small = createDocumentPrinter({ env: process.env, memoryLimit: 1 });
    const slow = printable(`<h1>a</h1>${'<p>texte</p>'.repeat(60_000)}`);
    await expect(small.print(slow)).rejects.toMatchObject({ args: { reason: 'memory' } });
    await small.close();
  });

  it('is ended when whoever asked for it gives up', async () => {
    const giveUp = new AbortController();
    setTimeout(() => giveUp.abort(), 300);
    const slow = printable(`<h1>a</h1>${'<p>texte</p>'.repeat(60_000)}`);
    await expect(printer.print(slow, giveUp.signal)).rejects.toMatchObject({ args: { reason: 'cancelled' } });
  });
});
