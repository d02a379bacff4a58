import { expect, it, onTestFinished } from 'vitest';
import { createDocumentPrinter } from '../../../src/render/browser/document-printer.ts';
import { withMetadata } from '../../../src/render/pdf/metadata.ts';
import { printable } from '../../support/printable.ts';

const table = `<table><tr><th scope="col">Bloc</th><th scope="col">Pages</th></tr>
<tr><th scope="row">Un</th><td>12</td></tr></table>`;

it('names heads of tables by where they stand, whatever number an element had', async () => {
  const printer = createDocumentPrinter({ env: process.env });
  onTestFinished(() => printer.close());
  const document = printable(`<h1>Tableau</h1>${table}`);
  const printed = Buffer.from(await printer.print(document)).toString('latin1');
  expect(printed).toContain('/Headers [(node00000001) (node00000002)]');
  expect(printed).toMatch(/\/Limits \[\(node00000001\) \(node00000002\)\]/u);
  // What a first paint that came earlier does: the first head has a later number.
  const other = printed.replaceAll('(node00000001)', '(node00000190)');
  const [one, two] = [printed, other].map((text) => withMetadata(Buffer.from(text, 'latin1'), document));
  expect(other).not.toBe(printed);
  expect(Buffer.compare(one!, two!)).toBe(0);
}, 60_000);
