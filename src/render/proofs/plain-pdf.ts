import type { AnnexPage } from '../../app/ports/annexes.ts';
import { UnfitProof } from './unfit.ts';

/** What one proof may weigh once it is ready: two hundred of them stand in one dossier. */
const MAX_BYTES = 60_000_000;
const HEADER = '%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n';
const [CATALOGUE, TREE] = [1, 2];

const LARGEST = 2_147_483_647;

/** A number as PDF writes it: no exponent. Ten places, since the matrix of a font has 0.00048828125. */
export const writeNumber = (value: number): string => {
  const bounded = Math.min(LARGEST, Math.max(-LARGEST, Number.isNaN(value) ? 0 : value));
  return Number.isInteger(bounded) ? bounded.toFixed(0) : bounded.toFixed(10).replace(/\.?0+$/u, '');
};

/** A stream object; `dictionary` without its brackets and its length. */
export const writeStream = (dictionary: string, data: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(
      `<<${dictionary}${dictionary === '' ? '' : '\n'}/Length ${data.length}>>\nstream\n`,
      'latin1',
    ),
    data,
    Buffer.from('\nendstream'),
  ]);

export const reference = (number: number): string => `${number} 0 R`;

/**
 * A PDF as plain as our reader (`pdf/objects.ts`) wants it: objects one after the other, one table, no object in another's
 * stream. Nothing but what is added gets in; there is no information dictionary, no identifier, no date.
 */
export interface PlainPdf {
  /** A number whose object comes later. */
  reserve(): number;
  set(number: number, body: string | Uint8Array): void;
  add(body: string | Uint8Array): number;
  /** `resources` and `contents` are numbers of objects. */
  addPage(page: AnnexPage, resources: number, contents: number): void;
  write(): { readonly pages: readonly AnnexPage[]; readonly bytes: Uint8Array };
}

/** `add` and `set` throw `UnfitProof` (`too-large`) once all together weighs more than a proof may. */
export const createPlainPdf = (): PlainPdf => {
  const bodies: (string | Uint8Array | undefined)[] = [undefined, undefined, undefined];
  const pages: (AnnexPage & { readonly number: number })[] = [];
  let weight = 0;

  const set = (number: number, body: string | Uint8Array): void => {
    weight += body.length;
    if (weight > MAX_BYTES) throw new UnfitProof('too-large');
    bodies[number] = body;
  };
  const reserve = (): number => bodies.push(undefined) - 1;
  const add = (body: string | Uint8Array): number => {
    const number = reserve();
    set(number, body);
    return number;
  };

  return {
    reserve,
    set,
    add,
    addPage: ({ width, height }, resources, contents) => {
      const box = `[0 0 ${writeNumber(width)} ${writeNumber(height)}]`;
      const number = add(
        `<</Type /Page\n/Parent ${reference(TREE)}\n/MediaBox ${box}\n/Resources ${reference(resources)}\n/Contents ${reference(contents)}>>`,
      );
      pages.push({ width, height, number });
    },
    write: () => {
      const kids = pages.map(({ number }) => reference(number)).join(' ');
      bodies[CATALOGUE] = `<</Type /Catalog\n/Pages ${reference(TREE)}>>`;
      bodies[TREE] = `<</Type /Pages\n/Count ${pages.length}\n/Kids [${kids}]>>`;
      const parts: Buffer[] = [Buffer.from(HEADER, 'latin1')];
      let offset = HEADER.length;
      const entries = ['0000000000 65535 f \n'];
      for (const [number, body] of bodies.entries()) {
        if (number === 0) continue;
        const part = Buffer.concat([
          Buffer.from(`${number} 0 obj\n`),
          // What was reserved and never came is nothing.
          typeof body === 'object' ? body : Buffer.from(body ?? 'null', 'latin1'),
          Buffer.from('\nendobj\n'),
        ]);
        entries.push(`${String(offset).padStart(10, '0')} 00000 n \n`);
        parts.push(part);
        offset += part.length;
      }
      const trailer = `trailer\n<</Size ${bodies.length}\n/Root ${reference(CATALOGUE)}>>\n`;
      parts.push(
        Buffer.from(`xref\n0 ${bodies.length}\n${entries.join('')}${trailer}startxref\n${offset}\n%%EOF\n`),
      );
      return { pages: pages.map(({ width, height }) => ({ width, height })), bytes: Buffer.concat(parts) };
    },
  };
};
