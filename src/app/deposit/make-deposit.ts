/** The files of a deposit: the dossier, and its annexes in as many files as the place allows. Nothing is written here. */
import type { AnnexFile } from '../../domain/documents/annex-file.ts';
import { lengthFinding, measureLength } from '../../domain/documents/page-budget.ts';
import { planFiles } from '../../domain/deposit/plan-files.ts';
import type { CoarsenedAnnex } from '../../domain/deposit/too-heavy.ts';
import type { DepositTarget } from '../../domain/deposit/targets.ts';
import { annexFaults, readAnnexes } from '../export/read-annexes.ts';
import type { Deposit, DepositFile, DepositRefusal } from '../ports/deposit.ts';
import type { DocumentRenderer, ReadAnnex } from '../ports/export.ts';
import { prepareExport } from '../prepare-export.ts';
import { asRead, coarsenedIn, coarsenOnce } from './coarsen-annexes.ts';
import { layOut, pagesOf, printAll, type Bundle, type DepositPorts, type LaidOut } from './print-bundle.ts';

export interface DepositRequest {
  readonly folder: string;
  readonly target: DepositTarget;
  readonly date: string;
}

/** Cover, fonts and tags of a file, before any annex. */
const FILE_BYTES = 400_000;
/** Title page and places of an annex. */
const TITLE_BYTES = 30_000;
/** For each sign of a text that is set in the file: packed, with its tags. */
const TYPESET_BYTES = 2;
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

/** Its pages share what it weighs: most proofs are scans or prints of one kind. */
const weigh = (annex: ReadAnnex): readonly number[] => {
  const count = pagesOf(annex);
  if (annex.content.kind === 'text') return [TITLE_BYTES + annex.content.text.length * TYPESET_BYTES];
  if (annex.content.kind !== 'pages' || count === 0) return [TITLE_BYTES];
  const each = Math.ceil(annex.content.bytes.length / count);
  return Array.from({ length: count }, (_, page) => each + (page === 0 ? TITLE_BYTES : 0));
};

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
const fitBundle = async (bundle: Bundle, folder: string): Promise<DepositOutcome> => {
  const outcome = await trySizes(bundle);
  const reason = outcome.kind === 'made' ? undefined : outcome.refusals[0];
  if (reason?.code !== 'page-too-large' && reason?.code !== 'too-many-files') return outcome;
  const only = reason.code === 'page-too-large' ? reason.id : undefined;
  const reader = await bundle.ports.annexReader();
  const read = await coarsenOnce({ reader, folder }, bundle.read, only);
  return read === undefined ? outcome : fitBundle({ ...bundle, read }, folder);
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
