/** The half of an export that reads: from a folder to documents in words. It needs no browser and writes nothing. */
import { computeCoverage } from '../domain/coverage.ts';
import { satInPerson } from '../domain/documents/assessment-list.ts';
import { fileNameOf, type DocumentModel } from '../domain/documents/document.ts';
import { chooseDocuments, type ChosenDocument } from '../domain/documents/choose-documents.ts';
import type { Standing } from '../domain/documents/coverage-document.ts';
import { splitForHandingIn, whatKeepsFromHandingIn } from '../domain/documents/final-readiness.ts';
import { blockMark } from '../domain/documents/marks.ts';
import type { DocumentInput } from '../domain/documents/document-input.ts';
import { DOCUMENTS, readsStanding } from '../domain/documents/registry.ts';
import { lengthPlanOf, type LengthPlan } from '../domain/documents/page-budget.ts';
import { openBlocks } from '../domain/documents/scope.ts';
import type { EvidenceFiles } from '../domain/evidence-files.ts';
import { finding } from '../domain/findings.ts';
import { namedFiles } from '../domain/named-files.ts';
import type { Portfolio } from '../domain/portfolio.ts';
import { resolveBlockCode } from '../domain/referential.ts';
import type { Pictures } from '../domain/images/picture.ts';
import { evidenceFaults } from '../domain/rules/evidence-rules.ts';
import { runRules } from '../domain/rules/index.ts';
import { organigrammeFaults } from '../domain/rules/organigramme-rules.ts';
import { AcquisError } from './errors.ts';
import { EXPORT_FORMATS, type ExportFormat, type ExportRequest } from './export-request.ts';
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
 * Puts the documents of a portfolio into words. Rejects with `certification-closed`, `bad-flag`, `nothing-to-present`, `nothing-to-hand-in`, and with
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
    transversal: await transversalNames(portfolio, referentials),
  };
  const chosen = choose(input, request.documents, requestedBlocks(workspace, request.blocks), notify);
  await watcher.possible?.();
  const files = await store.inspectEvidence(workspace);
  const pictures = await store.inspectPictures(workspace);
  const standing = chosen.some(({ id }) => readsStanding(id))
    ? await standingOf(workspace, { files, pictures }, referentials, request.date)
    : undefined;
  const built: DocumentModel[] = [];
  const lengths = new Map<DocumentModel, LengthPlan>();
  for (const { id, blocks } of chosen)
    for (const model of DOCUMENTS[id].build({
      ...input,
      blocks,
      pictures,
      standing,
      lengths: [...lengths.values()],
    })) {
      built.push(model);
      const plan = lengthPlanOf(model, portfolio, referential);
      if (plan !== undefined && request.formats.includes('pdf')) lengths.set(model, plan);
    }
  const name = await store.findTemplates(workspace);
  if (name !== undefined)
    notify({ code: 'evidence', finding: finding('templates-ignored', 'templates', { name }) });
  const prepared = { certification: referential.code, namedFiles: namedFiles(portfolio), notices };
  const models = request.final === true ? handedIn(built, notify) : built;
  if (request.final === true) {
    const refusals = whatKeepsFromHandingIn({ portfolio, referential, models, files, pictures });
    if (refusals.length > 0) return { ...prepared, refusals, documents: [] };
  } else
    for (const finding of [...evidenceFaults(portfolio, files), ...organigrammeFaults(portfolio, pictures)])
      notify({ code: 'evidence', finding });
  const documents: PreparedDocument[] = [];
  for (const format of EXPORT_FORMATS.filter((each) => request.formats.includes(each)))
    for (const model of models)
      documents.push({
        kind: model.kind,
        audience: model.audience,
        format,
        place: placeOf(model, format, workspace, request),
        content: await putIntoWords(renderer, model, format),
        length: format === 'pdf' ? lengths.get(model) : undefined,
      });
  return { ...prepared, refusals: [], documents };
};

/** The documents that can be handed in; the others are said to be left out. */
const handedIn = (
  built: readonly DocumentModel[],
  notify: (notice: ExportNotice) => void,
): readonly DocumentModel[] => {
  const { handedIn: models, leftOut } = splitForHandingIn(built);
  const kinds = [...new Set(leftOut.map(({ kind }) => kind))];
  if (models.length === 0)
    throw new AcquisError('usage', 'nothing-to-hand-in', { documents: kinds.join(', ') });
  if (kinds.length > 0) notify({ code: 'not-handed-in', documents: kinds });
  return models;
};

const putIntoWords = async (
  renderer: DocumentRenderer,
  model: DocumentModel,
  format: ExportFormat,
): Promise<PreparedDocument['content']> => {
  switch (format) {
    case 'html':
      return (await renderer.render(model, 'screen')).html;
    case 'docx':
    case 'md':
      return renderer.renderText(model, format);
    case 'pdf':
      return renderer.render(model, 'paper');
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

const choose = (
  { portfolio, referential }: DocumentInput,
  asked: ExportRequest['documents'],
  only: readonly string[],
  notify: (notice: ExportNotice) => void,
): readonly ChosenDocument[] => {
  const call = { portfolio, referential, open: openBlocks(portfolio, referential) };
  const chosen = chooseDocuments(asked, call, only);
  if (chosen.length === 0)
    throw new AcquisError('usage', 'nothing-to-present', { certification: referential.code });
  for (const { id, called } of chosen)
    if (!called) notify({ code: 'uncalled', document: id, certification: referential.code });
  if (asked === 'all' && portfolio.stage === 'validation') {
    const shown = call.open.filter(({ code }) => only.length === 0 || only.includes(code));
    const lines = satInPerson(referential, shown);
    const from = referential.vae === undefined ? 'fiche' : 'certifier';
    if (lines.length > 0) notify({ code: 'in-person', lines, from });
  }
  return chosen;
};

/** What `check` would say of the same folder on the same day. */
const standingOf = async (
  { portfolio, referential }: Workspace,
  { files, pictures }: { readonly files: EvidenceFiles; readonly pictures: Pictures },
  referentials: ReferentialSource,
  today: string,
): Promise<Standing> => {
  const coverage = computeCoverage({ referential, portfolio, files });
  const shipped = await referentials.find(referential.code);
  const context = { referential, portfolio, files, pictures, coverage, shipped, today };
  return { coverage, findings: runRules(context, portfolio.stage) };
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
  model: DocumentModel,
  format: ExportFormat,
  { folder }: Workspace,
  { out, outName }: Pick<ExportRequest, 'out' | 'outName'>,
): DocumentPlace => {
  const base =
    out === undefined
      ? { folder, below: ['exports'] }
      : { folder: out, below: outName === undefined ? [] : [outName] };
  const name = `${fileNameOf(model)}.${format}`;
  return model.audience === 'working'
    ? { folder: base.folder, below: [...base.below, 'travail'], name }
    : { ...base, name };
};
