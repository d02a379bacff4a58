import { describe, expect, test } from 'vitest';
import { asRead, coarsenedIn, coarsenOnce } from '../../../src/app/deposit/coarsen-annexes.ts';
import type { AnnexContent, AnnexReader } from '../../../src/app/ports/annexes.ts';
import type { ReadAnnex } from '../../../src/app/ports/export.ts';
import { COARSER, FINEST } from '../../../src/domain/images/fineness.ts';

const pagesOf = (bytes: number): AnnexContent => ({
  kind: 'pages',
  pages: [{ width: 10, height: 10 }],
  bytes: new Uint8Array(bytes),
});
const annex = (id: string, bytes: number): ReadAnnex => ({
  id,
  number: 1,
  alt: undefined,
  fileName: `${id}.pdf`,
  title: `Pièce ${id}`,
  file: { path: `preuves/${id}` },
  content: pagesOf(bytes),
});
const listed = ['P01', 'P02', 'P03'].map((id, at) => ({ id, number: at + 1, title: `Pièce ${id}` }));

/** P01 is a photograph, P02 a text, P03 cannot be read again. */
const reader: AnnexReader = {
  read: async (_folder, { path }, _signal, fineness = FINEST) => {
    if (path.endsWith('P03')) return { kind: 'unfit', fault: 'too-large' };
    return pagesOf(path.endsWith('P01') ? fineness.dpi * 10 : 990);
  },
};
const source = { reader, folder: 'dossier' };
const annexes = () => asRead([annex('P01', 2000), annex('P02', 1000), annex('P03', 3000)]);

describe('annexes too heavy for a place', () => {
  test('are made coarser step by step; what gains nothing or cannot be read again stays as it was', async () => {
    const [first, second] = COARSER;
    const once = (await coarsenOnce(source, annexes(), undefined))!;
    expect(coarsenedIn(once, listed)).toEqual([
      { number: 1, title: 'Pièce P01', from: 2000, to: 1200, dpi: first!.dpi, quality: first!.quality },
    ]);
    const twice = (await coarsenOnce(source, once, undefined))!;
    expect(coarsenedIn(twice, listed)).toEqual([
      { number: 1, title: 'Pièce P01', from: 2000, to: 1000, dpi: second!.dpi, quality: second!.quality },
    ]);
    expect(twice.map(({ content }) => content.kind)).toEqual(['pages', 'pages', 'pages']);
    expect(await coarsenOnce(source, twice, undefined)).toBeUndefined();
  });

  test('one alone where one page is too large, and the others catch up before it goes on', async () => {
    const one = (await coarsenOnce(source, annexes(), 'P01'))!;
    expect(one.map(({ tried }) => tried.dpi)).toEqual([120, 200, 200]);
    const all = (await coarsenOnce(source, one, undefined))!;
    expect(all.map(({ tried }) => tried.dpi)).toEqual([120, 120, 120]);
  });
});
