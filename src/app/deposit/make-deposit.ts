/** The files of a deposit: the dossier, and its annexes in as many files as the place allows. Nothing is written here. */
import type { AnnexFile } from '../../domain/documents/annex-file.ts';
import { lengthFinding, measureLength } from '../../domain/documents/page-budget.ts';
import { planFiles, type AnnexPart } from '../../domain/deposit/plan-files.ts';
import type { DepositTarget } from '../../domain/deposit/targets.ts';
import type { PrintableDocument } from '../document-printer.ts';
import { annexFaults, readAnnexes } from '../export/read-annexes.ts';
import type { AnnexPorts } from '../export/bind-annexes.ts';
import type { PreparedDocument } from '../ports-batch.ts';
import type {
  CoarsenedAnnex,
  Deposit,
  DepositFile,
  DepositRefusal,
  Digest,
  PageCutter,
} from '../ports-deposit.ts';
import type { DocumentRenderer, ReadAnnex } from '../ports-export.ts';
import { prepareExport, type PreparePorts } from '../prepare-export.ts';
import { asRead, coarsenedIn, coarsenOnce, type SizedAnnex } from './coarsen-annexes.ts';

export interface DepositPorts extends PreparePorts, AnnexPorts {
  readonly cutter: PageCutter;
  readonly digest: Digest;
}

export interface DepositRequest {
  readonly folder: string;
  readonly target: DepositTarget;
  readonly date: string;
}

/** Cover, fonts and tags of a file, before any annex. */
const FILE_BYTES = 400_000;
/** Title page and places of an annex. */
const TITLE_BYTES = 30_000;
/** A plan that came out heavier than it was weighed is made once more for less, and once more. */
const SHARES = [1, 0.85, 0.7] as const;

export type DepositOutcome =
  | { readonly kind: 'made'; readonly deposit: Deposit }
  | { readonly kind: 'refused'; readonly refusals: readonly DepositRefusal[] };

/** Keeps what the document of annexes is made of: its files are made of parts of it. */
const remembering = (
  renderer: DocumentRenderer,
): { readonly renderer: DocumentRenderer; readonly annexFile: () => AnnexFile | undefined } => {
  let kept: AnnexFile | undefined;
  return {
    renderer: {
      render: (model, medium) => {
        if (model.kind === 'dossier-validation-annexes') kept = model;
        return renderer.render(model, medium);
      },
      renderText: (model, format) => renderer.renderText(model, format),
    },
    annexFile: () => kept,
  };
};

const pagesOf = ({ content }: ReadAnnex): number => (content.kind === 'pages' ? content.pages.length : 0);

/** Its pages share what it weighs: most proofs are scans or prints of one kind. */
const weigh = (annex: ReadAnnex): readonly number[] => {
  const count = pagesOf(annex);
  if (annex.content.kind !== 'pages' || count === 0) return [TITLE_BYTES];
  const each = Math.ceil(annex.content.bytes.length / count);
  return Array.from({ length: count }, (_, page) => each + (page === 0 ? TITLE_BYTES : 0));
};

/** One file of annexes, laid out: what is printed, and what is in it. */
interface LaidOut {
  readonly printable: PrintableDocument;
  readonly parts: readonly AnnexPart[];
  readonly pages: number;
  readonly starts: ReadonlyMap<string, number>;
}

export const makeDeposit = async (ports: DepositPorts, request: DepositRequest): Promise<DepositOutcome> => {
  const { target, folder, date } = request;
  const memory = remembering(ports.renderer);
  const { refusals, documents } = await prepareExport(
    { ...ports, renderer: memory.renderer },
    { folder, date, documents: ['dossier-validation'], formats: ['pdf'], annexes: 'fichier', blocks: [], out: undefined, final: true },
  ); // prettier-ignore
  const main = documents.find(({ kind }) => kind === 'dossier-validation');
  if (refusals.length > 0 || main === undefined)
    return { kind: 'refused', refusals: refusals.map((finding) => ({ code: 'finding', finding })) };
  const joined = documents.find(({ kind }) => kind === 'dossier-validation-annexes')?.annexes;
  const read = joined ? asRead(await readAnnexes(await ports.annexReader(), joined, undefined)) : [];
  // Of a type that may be handed in, and still not to be shown: whoever deposits can mend it.
  const unfit = annexFaults(read).filter(({ args }) => args['fault'] !== 'not-printable');
  if (unfit.length > 0)
    return { kind: 'refused', refusals: unfit.map((finding) => ({ code: 'finding', finding })) };
  const model = memory.annexFile();
  const bundle: Bundle = { ports, target, main, model, read };
  return joined ? fitBundle(bundle, joined.folder) : trySizes(bundle);
};

/** As it is, and where the annexes are too heavy with coarser images, step by step. */
const fitBundle = async (first: Bundle, folder: string): Promise<DepositOutcome> => {
  let bundle = first;
  for (;;) {
    const outcome = await trySizes(bundle);
    const reason = outcome.kind === 'made' ? undefined : outcome.refusals[0];
    if (reason?.code !== 'page-too-large' && reason?.code !== 'too-many-files') return outcome;
    const only = reason.code === 'page-too-large' ? reason.id : undefined;
    const reader = await bundle.ports.annexReader();
    const read = await coarsenOnce({ reader, folder }, bundle.read, only);
    if (read === undefined) return outcome;
    bundle = { ...bundle, read };
  }
};

const trySizes = async (bundle: Bundle): Promise<DepositOutcome> => {
  for (const share of SHARES) {
    const made = await tryBundle(bundle, share);
    if (made !== 'too-heavy') return made;
  }
  return tooMany(bundle, bundle.target.maxAttachments + 1);
};

const coarsenedOf = ({ read, model }: Bundle): readonly CoarsenedAnnex[] =>
  coarsenedIn(read, model?.annexes ?? []);

const tooMany = (bundle: Bundle, needed: number): DepositOutcome => {
  const coarsened = coarsenedOf(bundle).length;
  return { kind: 'refused', refusals: [{ code: 'too-many-files', needed, coarsened }] };
};

interface Bundle {
  readonly ports: DepositPorts;
  readonly target: DepositTarget;
  readonly main: PreparedDocument;
  readonly model: AnnexFile | undefined;
  readonly read: readonly SizedAnnex[];
}

const tryBundle = async (bundle: Bundle, share: number): Promise<DepositOutcome | 'too-heavy'> => {
  const { target, model, read } = bundle;
  const byId = new Map(read.map((annex) => [annex.id, annex]));
  const weighed = (model?.annexes ?? []).map(({ id }) => {
    const annex = byId.get(id);
    return { id, pages: annex ? weigh(annex) : [TITLE_BYTES] };
  });
  const plan = planFiles(weighed, {
    maxFiles: target.maxAttachments,
    maxBytes: Math.floor(target.maxBytes * share) - FILE_BYTES,
  });
  if (plan.kind === 'page-too-large') {
    const { number = 0, title = '' } = model?.annexes.find(({ id }) => id === plan.id) ?? {};
    const { id, page, bytes } = plan;
    const dpi = byId.get(id)?.coarsened?.fineness.dpi;
    return { kind: 'refused', refusals: [{ code: 'page-too-large', id, annex: number, title, page: page + 1, bytes, dpi }] };
  } // prettier-ignore
  if (plan.kind === 'too-many-files') return tooMany(bundle, plan.needed);
  const laidOut: LaidOut[] = [];
  for (const parts of plan.files) laidOut.push(await layOut(bundle, parts));
  const files = await printAll(bundle, laidOut);
  const [first, ...attachments] = files;
  if (first !== undefined && first.bytes.length > target.maxBytes)
    return { kind: 'refused', refusals: [{ code: 'main-too-large', bytes: first.bytes.length }] };
  if (attachments.some(({ bytes }) => bytes.length > target.maxBytes)) return 'too-heavy';
  const tooLong = await tooLongIn(bundle, first);
  if (tooLong.length > 0) return { kind: 'refused', refusals: tooLong };
  const coarsened = coarsenedOf(bundle);
  return { kind: 'made', deposit: { target, files, coarsened, apart: annexFaults(read) } };
};

/** The limit that the certifier or the candidate set, as `export --final` looks at it. */
const tooLongIn = async (
  { ports, main }: Bundle,
  file: DepositFile | undefined,
): Promise<DepositRefusal[]> => {
  if (main.length === undefined || file === undefined) return [];
  const count = (await ports.pageCounter()).count(file.bytes);
  const found = lengthFinding(measureLength(main.length, count));
  return found ? [{ code: 'finding', finding: found }] : [];
};

/** A part of an annex as an annex of fewer pages, which say their number in the whole. */
const partOf = (annex: ReadAnnex, { from, to }: AnnexPart, cutter: PageCutter): ReadAnnex => {
  const { content } = annex;
  const count = pagesOf(annex);
  if (content.kind !== 'pages' || to - from >= count) return annex;
  const bytes = cutter.cut(content.bytes, from, to);
  return { ...annex, within: { from, count }, content: { ...content, pages: content.pages.slice(from, to), bytes } };
}; // prettier-ignore

const layOut = async ({ ports, model, read }: Bundle, parts: readonly AnnexPart[]): Promise<LaidOut> => {
  if (model === undefined) throw new Error('parts of no annexes');
  const only = new Map(parts.map((part) => [part.id, part]));
  const annexes = model.annexes.filter(({ id }) => only.has(id));
  const subset = read.flatMap((annex) => {
    const part = only.get(annex.id);
    return part ? [partOf(annex, part, ports.cutter)] : [];
  });
  const words = await ports.renderer.render({ ...model, annexes }, 'paper');
  const printable = (await ports.annexBinder()).bind(words, subset);
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

const printAll = async (bundle: Bundle, laidOut: readonly LaidOut[]): Promise<DepositFile[]> => {
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
