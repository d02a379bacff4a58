/** Printing the files of a deposit: annexes laid out to know their pages, then all of it numbered through. */
import type { AnnexFile } from '../../domain/documents/annex-file.ts';
import type { AnnexPart } from '../../domain/deposit/plan-files.ts';
import type { DepositTarget } from '../../domain/deposit/targets.ts';
import type { PrintableDocument } from '../ports/document-printer.ts';
import type { AnnexPorts } from '../export/bind-annexes.ts';
import type { PreparedDocument } from '../ports/batch.ts';
import type { DepositFile, Digest, PageCutter } from '../ports/deposit.ts';
import type { ReadAnnex } from '../ports/export.ts';
import type { PreparePorts } from '../prepare-export.ts';
import type { SizedAnnex } from './coarsen-annexes.ts';

export interface DepositPorts extends PreparePorts, AnnexPorts {
  readonly cutter: PageCutter;
  readonly digest: Digest;
}

/** What the files of one deposit are made of. */
export interface Bundle {
  readonly ports: DepositPorts;
  readonly target: DepositTarget;
  readonly main: PreparedDocument;
  readonly model: AnnexFile | undefined;
  readonly read: readonly SizedAnnex[];
}

/** One file of annexes, laid out: what is printed, and what is in it. */
export interface LaidOut {
  readonly printable: PrintableDocument;
  readonly parts: readonly AnnexPart[];
  readonly pages: number;
  readonly starts: ReadonlyMap<string, number>;
}

export const pagesOf = ({ content }: ReadAnnex): number =>
  content.kind === 'pages' ? content.pages.length : 0;

/** A part of an annex as an annex of fewer pages, which say their number in the whole. */
const partOf = (annex: ReadAnnex, { from, to }: AnnexPart, cutter: PageCutter): ReadAnnex => {
  const { content } = annex;
  const count = pagesOf(annex);
  if (content.kind !== 'pages' || to - from >= count) return annex;
  const bytes = cutter.cut(content.bytes, from, to);
  return { ...annex, within: { from, count }, content: { ...content, pages: content.pages.slice(from, to), bytes } };
}; // prettier-ignore

export const layOut = async (
  { ports, model, read }: Bundle,
  parts: readonly AnnexPart[],
): Promise<LaidOut> => {
  if (model === undefined) throw new Error('parts of no annexes');
  const only = new Map(parts.map((part) => [part.id, part]));
  const annexes = model.annexes.filter(({ id }) => only.has(id));
  const subset = read.flatMap((annex) => {
    const part = only.get(annex.id);
    return part ? [partOf(annex, part, ports.cutter)] : [];
  });
  const words = await ports.renderer.render({ ...model, annexes }, 'paper');
  const printable = await (await ports.annexBinder()).bind(words, subset);
  const { annexes: _pages, ...layout } = printable;
  const { pages, starts } = (await ports.pageCounter()).count(await (await ports.printer()).print(layout));
  return { printable, parts, pages, starts };
};

const anchorOf = (id: string): string => `annexe-${id}`;

/** On which page of all annexes, from 1, each begins. */
const startsIn = (laidOut: readonly LaidOut[]): ReadonlyMap<string, number> => {
  const starts = new Map<string, number>();
  let before = 0;
  for (const { starts: own, pages } of laidOut) {
    for (const [id, page] of own) if (!starts.has(id)) starts.set(id, before + page);
    before += pages;
  }
  return starts;
};

export const printAll = async (bundle: Bundle, laidOut: readonly LaidOut[]): Promise<DepositFile[]> => {
  const { ports, main, model } = bundle;
  const printer = await ports.printer();
  if (typeof main.content === 'string' || main.content instanceof Uint8Array)
    throw new Error('not for paper');
  const bytes = await printer.print({ ...main.content, following: startsIn(laidOut) });
  const counted = (await ports.pageCounter()).count(bytes).pages;
  const sha256 = (content: Uint8Array): string => ports.digest.sha256(content);
  const files: DepositFile[] = [
    { name: '1-dossier-validation.pdf', role: 'main', bytes, sha256: sha256(bytes), pages: { first: 1, last: counted }, annexes: [] },
  ]; // prettier-ignore
  let before = counted;
  for (const [index, { printable, parts, pages, starts }] of laidOut.entries()) {
    const content = await printer.print({ ...printable, firstPage: before + 1 });
    const annexes = parts.flatMap(({ id, from, to }) => {
      const annex = model?.annexes.find((one) => one.id === id);
      const all = bundle.read.find((one) => one.id === id);
      const part = from > 0 ? 'goes-on' : all && pagesOf(all) > to ? 'begins' : 'whole';
      return annex
        ? [{ id, number: annex.number, title: annex.title, page: before + (starts.get(anchorOf(id)) ?? 1), part } as const]
        : [];
    }); // prettier-ignore
    files.push({
      name: nameOf(index + 2, annexes.map(({ number }) => number)),
      role: 'attachment',
      bytes: content,
      sha256: sha256(content),
      pages: { first: before + 1, last: before + pages },
      annexes,
    }); // prettier-ignore
    before += pages;
  }
  return files;
};

const nameOf = (rank: number, numbers: readonly number[]): string => {
  const [first = 0, last = first] = [numbers[0], numbers.at(-1)];
  return first === last ? `${rank}-annexe-${first}.pdf` : `${rank}-annexes-${first}-a-${last}.pdf`;
};
