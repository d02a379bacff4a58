import { PDFDict } from '@cantoo/pdf-lib';
import { dictAt, dictOf, keysOf, nameAt, refAt, streamsAt, streamText } from './pdf-values.ts';
import type { LoadedPdf } from './pdf-values.ts';
import { PDFName, PDFRef } from '@cantoo/pdf-lib';

type Mark =
  | { readonly kind: 'artifact' }
  | { readonly kind: 'tagged'; readonly id: string }
  | { readonly kind: 'other' };

/** Something drawn, or a mark around it. */
export interface Painted {
  readonly page: number;
  readonly what: 'text' | 'path' | 'image' | 'form' | 'mark';
  /** Marks around it, the outermost first. */
  readonly marks: readonly Mark[];
  /** The font and the codes of text shown. */
  readonly font?: PDFDict | undefined;
  readonly codes?: string;
}

const TOKEN =
  /<<|>>|\[|\]|\/[^\s<>[\]()/%]*|<[0-9A-Fa-f\s]*>|\((?:[^\\()]|\\[\s\S]|\((?:[^\\()]|\\[\s\S])*\))*\)|[^\s<>[\]()/%]+/gu;
const PATHS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh']);
const SHOWS = new Set(['Tj', 'TJ', "'", '"']);

const hexOf = (token: string): string =>
  token.startsWith('<')
    ? token.slice(1, -1).replaceAll(/\s/gu, '')
    : Buffer.from(token.slice(1, -1).replaceAll(/\\(.)/gu, '$1'), 'latin1').toString('hex');

/** Everything that the pages draw, forms included, with the marks around each piece. */
export const readPainted = ({ document, pages }: LoadedPdf): Painted[] => {
  const painted: Painted[] = [];

  const walk = (
    text: string,
    stream: string,
    resources: PDFDict | undefined,
    page: number,
    around: readonly Mark[],
    depth: number,
  ): void => {
    const marks: Mark[] = [...around];
    let font: PDFDict | undefined;
    let operands: string[] = [];
    const add = (what: Painted['what'], more: Partial<Painted> = {}): void => {
      painted.push({ page, what, marks: [...marks], ...more });
    };
    for (const [token] of text.matchAll(TOKEN)) {
      if (!/^[A-Za-z'"]/u.test(token) || token === 'true' || token === 'false' || token === 'null') {
        operands.push(token);
        continue;
      }
      if (token === 'BMC' || token === 'BDC') {
        const tag = operands[0];
        const properties =
          token === 'BDC' && operands[1]?.startsWith('/') === true
            ? dictAt(dictAt(resources, 'Properties'), operands[1].slice(1))
            : undefined;
        const mcid = operands[operands.indexOf('/MCID') + 1];
        const own =
          properties && keysOf(properties).includes('MCID')
            ? String(properties.get(PDFName.of('MCID')))
            : undefined;
        const id = own ?? (operands.includes('/MCID') ? mcid : undefined);
        marks.push(
          tag === '/Artifact'
            ? { kind: 'artifact' }
            : id === undefined
              ? { kind: 'other' }
              : { kind: 'tagged', id: `${stream} ${id}` },
        );
        add('mark');
      } else if (token === 'EMC') marks.pop();
      else if (token === 'Tf') font = dictAt(dictAt(resources, 'Font'), (operands[0] ?? '').slice(1));
      else if (PATHS.has(token)) add('path');
      else if (SHOWS.has(token)) {
        const strings = operands.filter((operand) => /^[<(]/u.test(operand) && operand !== '<<');
        add('text', { font, codes: strings.map(hexOf).join('') });
      } else if (token === 'Do' && depth < 20) {
        const all = dictAt(resources, 'XObject');
        const key = (operands[0] ?? '').slice(1);
        const form = dictAt(all, key);
        if (form && nameAt(form, 'Subtype') === 'Form') {
          const ref = refAt(all, key);
          add('form');
          const value = all?.get(PDFName.of(key));
          const body = streamText(value instanceof PDFRef ? document.context.lookup(value) : value);
          walk(body, ref ?? '', dictAt(form, 'Resources') ?? resources, page, marks, depth + 1);
        } else add('image');
      } else if (token === 'BI') add('image');
      operands = [];
    }
  };

  for (const [index, page] of pages.entries()) {
    const stream = document.getPage(index).ref.tag;
    const inherited = (node: PDFDict | undefined): PDFDict | undefined =>
      node &&
      (dictAt(node, 'Resources') ?? inherited(dictOf(document.context, node.get(PDFName.of('Parent')))));
    walk(streamsAt(page, 'Contents'), stream, inherited(page), index + 1, [], 0);
  }
  return painted;
};
