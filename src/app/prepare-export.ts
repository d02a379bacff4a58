/** The half of an export that reads: from a folder to documents in words. It needs no browser and writes nothing. */
import type { DocumentModel } from '../domain/documents/document.ts';
import { buildMemoireDocument } from '../domain/documents/memoire-document.ts';
import { buildPortfolioDocument, type DocumentInput } from '../domain/documents/portfolio-document.ts';
import { blockMark } from '../domain/documents/marks.ts';
import { openBlocks } from '../domain/documents/scope.ts';
import { namedFiles } from '../domain/named-files.ts';
import type { Portfolio } from '../domain/portfolio.ts';
import { resolveBlockCode } from '../domain/referential.ts';
import { evidenceFaults } from '../domain/rules/evidence-rules.ts';
import { AcquisError } from './errors.ts';
import { EXPORT_FORMATS, type DocumentId, type ExportFormat, type ExportRequest } from './export-request.ts';
import { requireOpenCertification } from './open-certification.ts';
import type { PortfolioStore, ReferentialSource, Workspace } from './ports.ts';
import type { ExportNotice, PreparedDocument, PreparedFolder } from './ports-batch.ts';
import type { DocumentPlace, DocumentRenderer } from './ports-export.ts';

export interface PreparePorts {
  readonly store: PortfolioStore;
  readonly referentials: ReferentialSource;
  readonly renderer: DocumentRenderer;
}

export interface PrepareWatcher {
  /** Told as soon as it is known, and again in the result. */
  notice?(notice: ExportNotice): void;
  /** Everything asked for can be made: the moment to start a browser, since putting it into words takes a while. */
  possible?(): Promise<void>;
}

/**
 * Puts the documents of a portfolio into words. Rejects with `certification-closed`, `bad-flag`, `no-memoire`, and with
 * what the folder is refused for.
 */
export const prepareExport = async (
  { store, referentials, renderer }: PreparePorts,
  request: ExportRequest,
  watcher: PrepareWatcher = {},
): Promise<PreparedFolder> => {
  const notices: ExportNotice[] = [];
  const notify = (notice: ExportNotice): void => {
    notices.push(notice);
    watcher.notice?.(notice);
  };
  const workspace = await store.open(request.folder);
  const { portfolio, referential } = workspace;
  const { eligible } = portfolio.dates;
  const permission = requireOpenCertification(referential, request.date, eligible);
  if (permission.reason !== 'open') notify({ code: 'registration', permission, eligible });
  const input: DocumentInput = {
    portfolio,
    referential,
    date: request.date,
    blocks: requestedBlocks(workspace, request.blocks),
    transversal: await transversalNames(portfolio, referentials),
  };
  const models = buildModels(input, request.documents, notify);
  if (models.length > 0) await watcher.possible?.();
  const files = await store.inspectEvidence(workspace);
  for (const finding of evidenceFaults(portfolio, files)) notify({ code: 'evidence', finding });
  const documents: PreparedDocument[] = [];
  for (const format of EXPORT_FORMATS.filter((each) => request.formats.includes(each)))
    for (const model of models)
      documents.push({
        kind: model.kind,
        audience: model.audience,
        format,
        place: placeOf(model, format, workspace, request),
        content: await putIntoWords(renderer, model, format),
      });
  return { certification: referential.code, namedFiles: namedFiles(portfolio), notices, documents };
};

const putIntoWords = async (
  renderer: DocumentRenderer,
  model: DocumentModel,
  format: ExportFormat,
): Promise<PreparedDocument['content']> =>
  format === 'html' ? (await renderer.render(model, 'screen')).html : renderer.render(model, 'paper');

/** Read only where the candidate placed herself: most exports need none of it. */
const transversalNames = async (
  { essProfile }: Portfolio,
  referentials: ReferentialSource,
): Promise<ReadonlyMap<string, string>> => {
  if (essProfile.transversal.length === 0) return new Map();
  const { transversal } = await referentials.essPortfolio();
  return new Map(transversal.map(({ id, title }) => [id, title]));
};

const buildModels = (
  input: DocumentInput,
  asked: ExportRequest['documents'],
  notify: (notice: ExportNotice) => void,
): DocumentModel[] => {
  const certification = input.referential.code;
  const wanted = (id: DocumentId): boolean => asked === 'all' || asked.includes(id);
  const memoire = wanted('memoire') ? buildMemoireDocument(input) : undefined;
  if (wanted('memoire') && memoire === undefined) {
    if (asked !== 'all') throw new AcquisError('usage', 'no-memoire', { certification });
    notify({ code: 'no-memoire', certification });
  }
  return [
    ...(wanted('portfolio') ? [buildPortfolioDocument(input)] : []),
    ...(memoire === undefined ? [] : [memoire]),
  ];
};

/** Full codes; a block that is unknown, not aimed at or already acquired is refused, with those that remain. */
const requestedBlocks = ({ portfolio, referential }: Workspace, typed: readonly string[]): string[] => {
  const open = openBlocks(portfolio, referential);
  return typed.map((value) => {
    const code = resolveBlockCode(referential, value);
    if (code !== undefined && open.some((block) => block.code === code)) return code;
    throw new AcquisError('usage', 'bad-flag', {
      flag: '--block',
      value,
      expected: open.map((block) => blockMark(referential, block)).join(', '),
    });
  });
};

/** Stable names, the same for everybody: whoever hands in a file renames it as the certifier asks. */
const placeOf = (
  { kind, audience }: DocumentModel,
  format: ExportFormat,
  { folder }: Workspace,
  { out, outName }: Pick<ExportRequest, 'out' | 'outName'>,
): DocumentPlace => {
  const base =
    out === undefined
      ? { folder, below: ['exports'] }
      : { folder: out, below: outName === undefined ? [] : [outName] };
  return audience === 'working'
    ? { folder: base.folder, below: [...base.below, 'travail'], name: `${kind}-plan.${format}` }
    : { ...base, name: `${kind}.${format}` };
};
