import { expect, test } from 'vitest';
import { makeDocuments } from '../../src/app/make-documents.ts';
import type { PreparedDocument } from '../../src/app/ports/batch.ts';
import type { DocumentLength } from '../../src/domain/documents/page-budget.ts';
import { noAnnexes } from '../support/plain-annex.ts';

const paper = { html: '', title: '', author: '', lang: 'fr' } as const;
const documents: readonly PreparedDocument[] = (['portfolio', 'couverture'] as const).map((kind) => ({
  kind,
  audience: kind === 'portfolio' ? 'jury' : 'working',
  format: 'pdf',
  place: { folder: '/dossier', below: [], name: `${kind}.pdf` },
  content: paper,
  length:
    kind === 'portfolio'
      ? { kind, chapters: [], limit: { min: undefined, max: 9, source: 'own' } }
      : undefined,
}));

const make = async (pages: number, isFinal: boolean) => {
  const written: string[] = [];
  const filled: (readonly DocumentLength[])[] = [];
  const { tooLong } = await makeDocuments(
    {
      printer: () =>
        Promise.resolve({
          open: () => undefined,
          print: () => Promise.resolve(new Uint8Array()),
          close: () => Promise.resolve(),
        }),
      pageCounter: () =>
        Promise.resolve({
          count: () => ({ pages, starts: new Map<string, number>() }),
          fill: (document, lengths) => {
            filled.push([...lengths]);
            return document;
          },
        }),
      ...noAnnexes,
      writer: {
        write: ({ name }) => {
          written.push(name);
          return Promise.resolve({ path: name, sha256: '' });
        },
      },
    },
    documents,
    { isFinal },
  );
  return { written, filled, tooLong: tooLong.map(({ code }) => code) };
};

test('the last document is told how long those before it are', async () => {
  const { written, filled, tooLong } = await make(12, false);
  expect(written).toEqual(['portfolio.pdf', 'couverture.pdf']);
  expect(filled.map((lengths) => lengths.map(({ kind, pages }) => [kind, pages]))).toEqual([
    [['portfolio', 12]],
  ]);
  expect(tooLong).toEqual([]);
});

test('what is to be handed in and is too long is refused, and nothing is written', async () => {
  expect(await make(12, true)).toMatchObject({ written: [], tooLong: ['final-too-long'] });
  expect(await make(9, true)).toMatchObject({ written: ['portfolio.pdf', 'couverture.pdf'], tooLong: [] });
});
