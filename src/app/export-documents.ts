import type { DocumentModel } from '../domain/documents/document.ts';
import { buildMemoireDocument } from '../domain/documents/memoire-document.ts';
import { buildPortfolioDocument, type DocumentInput } from '../domain/documents/portfolio-document.ts';
import { blockMark } from '../domain/documents/marks.ts';
import { openBlocks } from '../domain/documents/scope.ts';
import type { Finding } from '../domain/findings.ts';
import type { Portfolio } from '../domain/portfolio.ts';
import type { Permission } from '../domain/registration.ts';
import { resolveBlockCode } from '../domain/referential.ts';
import { evidenceFaults } from '../domain/rules/evidence-rules.ts';
import type { DocumentPrinter } from './document-printer.ts';
import { AcquisError } from './errors.ts';
import { requireOpenCertification } from './open-certification.ts';
import type { PortfolioStore, ReferentialSource, Workspace } from './ports.ts';
import type { DocumentPlace, DocumentRenderer, DocumentWriter } from './ports-export.ts';

export const DOCUMENTS = ['portfolio', 'memoire'] as const;
export type DocumentId = (typeof DOCUMENTS)[number];
export const EXPORT_FORMATS = ['html', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportRequest {
  readonly folder: string;
  /** `all`: every document the certification calls for. */
  readonly documents: readonly DocumentId[] | 'all';
  readonly formats: readonly ExportFormat[];
  /** Blocks as typed; none means every block aimed at and not yet acquired. */
  readonly blocks: readonly string[];
  /** Replaces the `exports` folder of the portfolio. */
  readonly out: string | undefined;
  /** `YYYY-MM-DD`: printed on the cover, and the day the registration is looked at. */
  readonly date: string;
}

/** What is known of the folder before a document is made. */
export type ExportNotice =
  | { readonly code: 'registration'; readonly permission: Permission; readonly eligible: string | undefined }
  | { readonly code: 'evidence'; readonly finding: Finding }
  | { readonly code: 'no-memoire'; readonly certification: string };

/** What happens while documents are made, for whoever waits. */
export type ExportEvent =
  | ExportNotice
  | { readonly code: 'rendering'; readonly document: DocumentModel; readonly format: ExportFormat }
  | { readonly code: 'written'; readonly path: string };

export interface ExportPorts {
  readonly store: PortfolioStore;
  readonly referentials: ReferentialSource;
  readonly renderer: DocumentRenderer;
  /** Asked for once, where a PDF is wanted. */
  printer(): Promise<DocumentPrinter>;
  readonly writer: DocumentWriter;
}

/**
 * Makes the documents of a portfolio; nothing is written before everything is known to be possible. HTML comes first, so
 * that it is there even where no browser is. Rejects with `certification-closed`, `bad-flag`, `no-memoire`, and with
 * whatever the printer and the disk refuse.
 */
export const exportDocuments = async (
  ports: ExportPorts,
  request: ExportRequest,
  notify: (event: ExportEvent) => void,
): Promise<void> => {
  const workspace = await ports.store.open(request.folder);
  const { portfolio, referential } = workspace;
  const { eligible } = portfolio.dates;
  const permission = requireOpenCertification(referential, request.date, eligible);
  if (permission.reason !== 'open') notify({ code: 'registration', permission, eligible });
  const input: DocumentInput = {
    portfolio,
    referential,
    date: request.date,
    blocks: requestedBlocks(workspace, request.blocks),
    transversal: await transversalNames(portfolio, ports.referentials),
  };
  const models = buildModels(input, request.documents, notify);
  // A browser takes about a second to start: meanwhile the documents are put into words.
  if (models.length > 0 && request.formats.includes('pdf')) (await ports.printer()).open();
  const files = await ports.store.inspectEvidence(workspace);
  for (const finding of evidenceFaults(portfolio, files)) notify({ code: 'evidence', finding });
  for (const format of EXPORT_FORMATS) {
    if (!request.formats.includes(format)) continue;
    for (const document of models) {
      notify({ code: 'rendering', document, format });
      const content = await make(ports, document, format);
      const path = await ports.writer.write(placeOf(document, format, workspace, request.out), content);
      notify({ code: 'written', path });
    }
  }
};

/** Read only where the candidate placed herself: most exports need none of it. */
const transversalNames = async (
  { essProfile }: Portfolio,
  referentials: ReferentialSource,
): Promise<ReadonlyMap<string, string>> => {
  if (essProfile.transversal.length === 0) return new Map();
  const { transversal } = await referentials.essPortfolio();
  return new Map(transversal.map(({ id, title }) => [id, title]));
};

const make = async (
  ports: ExportPorts,
  document: DocumentModel,
  format: ExportFormat,
): Promise<string | Uint8Array> => {
  if (format === 'html') return (await ports.renderer.render(document, 'screen')).html;
  const printer = await ports.printer();
  return printer.print(await ports.renderer.render(document, 'paper'));
};

const buildModels = (
  input: DocumentInput,
  asked: ExportRequest['documents'],
  notify: (event: ExportEvent) => void,
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
  out: string | undefined,
): DocumentPlace => {
  const base = out === undefined ? { folder, below: ['exports'] } : { folder: out, below: [] };
  return audience === 'working'
    ? { folder: base.folder, below: [...base.below, 'travail'], name: `${kind}-plan.${format}` }
    : { ...base, name: `${kind}.${format}` };
};
