import type { PageCutter } from '../../app/ports/deposit.ts';
import { copyObjects } from './copy.ts';
import { entriesOf } from './dictionary.ts';
import { pageNumbers, readPdfObjects, type PdfObjects } from './objects.ts';
import { changePdf } from './writer.ts';

/** A PDF without pages, in the form that our reader knows. */
const EMPTY = (() => {
  const head = '%PDF-1.7\n';
  const objects = ['1 0 obj\n<</Type /Catalog\n/Pages 2 0 R>>\nendobj\n', '2 0 obj\n<</Type /Pages\n/Count 0\n/Kids []>>\nendobj\n', '3 0 obj\n<<>>\nendobj\n']; // prettier-ignore
  const offsets = objects.map((_, index) => head.length + objects.slice(0, index).join('').length);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = head.length + objects.join('').length;
  return Buffer.from(
    `${head}${objects.join('')}xref\n0 4\n0000000000 65535 f \n${table}trailer\n<</Size 4\n/Root 1 0 R\n/Info 3 0 R>>\nstartxref\n${start}\n%%EOF\n`,
  );
})();

const boxOf = (pdf: PdfObjects, page: number): readonly number[] => {
  const entries = entriesOf(pdf.body(page));
  const own = entries.get('MediaBox');
  const parent = /^(\d+) \d+ R$/u.exec(entries.get('Parent') ?? '')?.[1];
  if (own === undefined && parent !== undefined) return boxOf(pdf, Number(parent));
  return (own ?? '').match(/-?[\d.]+/gu)?.map(Number) ?? [];
};

/** Each page is drawn whole on a new one of its size; what only other pages use is not taken along. */
export const cutPages: PageCutter = {
  cut: (bytes, from, to) => {
    const source = readPdfObjects(bytes);
    const target = readPdfObjects(EMPTY);
    const changes = changePdf(target);
    const copier = copyObjects(source, changes);
    const kids = pageNumbers(source)
      .slice(from, to)
      .map((page) => {
        const [left = 0, bottom = 0, right = 0, top = 0] = boxOf(source, page);
        const [width, height] = [right - left, top - bottom];
        const form = copier.copyPage(page);
        const draw = `q ${width} 0 0 ${height} 0 0 cm /P Do Q`;
        const content = changes.add(`<</Length ${draw.length}>> stream\n${draw}\nendstream`);
        return changes.add(
          `<</Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 ${width} ${height}]\n/Resources <</XObject <</P ${form} 0 R>>>>\n/Contents ${content} 0 R>>`,
        );
      });
    changes.set(
      2,
      `<</Type /Pages\n/Count ${kids.length}\n/Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`,
    );
    return changes.write({ root: 1, info: 3 });
  },
};
