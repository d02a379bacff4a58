/** The half of an export that reads: from a folder to documents in words. It needs no browser and writes nothing. */
import type { DocumentModel } from '../domain/documents/document.ts';
import type { DocumentInput } from '../domain/documents/document-input.ts';
import { splitForHandingIn, whatKeepsFromHandingIn } from '../domain/documents/final-readiness.ts';
import { lengthPlanOf, type LengthPlan } from '../domain/documents/page-budget.ts';
import {
  namesIn,
  pseudonymise,
  pseudonymiseFinding,
  pseudonymiseModel,
} from '../domain/documents/pseudonyms.ts';
import { DOCUMENTS, readsStanding } from '../domain/documents/registry.ts';
import { finding } from '../domain/findings.ts';
import { namedFiles } from '../domain/named-files.ts';
import { evidenceFaults } from '../domain/rules/evidence-rules.ts';
import { organigrammeFaults } from '../domain/rules/organigramme-rules.ts';
import { AcquisError } from './errors.ts';
import { cutFindings } from './cut-finding.ts';
import { sourcesOf } from './export/attach-source.ts';
import { chooseForExport } from './export/choose-documents.ts';
import { standingOf, transversalNames } from './export/gather-material.ts';
import { wordDocuments } from './export/word-documents.ts';
import { personalDataIn } from './export/personal-data.ts';
import type { ExportRequest } from './export-request.ts';
import { requireOpenCertification } from './open-certification.ts';
import type { PortfolioStore, ReferentialSource } from './ports/world.ts';
import type { ExportNotice, PreparedFolder } from './ports/batch.ts';
import type { ProofTexts } from './ports/privacy.ts';
import type { DocumentRenderer } from './ports/export.ts';
import { withTellingHashes } from './telling-hashes.ts';

export interface PreparePorts {
  readonly store: PortfolioStore;
  readonly referentials: ReferentialSource;
  readonly renderer: DocumentRenderer;
  /** Asked for where documents are about to be handed in: their proofs are read for what is somebody's own. */
  readonly proofTexts?: () => Promise<ProofTexts>;
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
  { store, referentials, renderer, proofTexts }: PreparePorts,
  request: ExportRequest,
  watcher: PrepareWatcher = {},
): Promise<PreparedFolder> => {
  const notices: ExportNotice[] = [];
  const notify = (notice: ExportNotice): void => {
    notices.push(notice);
    watcher.notice?.(notice);
  };
  const opened = await store.open(request.folder);
  const listed = await store.listedNames(opened);
  const names = namesIn(opened.portfolio, listed);
  // From here on nothing knows the names that stand on the private list.
  const workspace = { ...opened, portfolio: pseudonymise(await withTellingHashes(store, opened), listed) };
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
  const chosen = chooseForExport(input, request.documents, request.blocks, notify);
  await watcher.possible?.();
  const files = await store.inspectEvidence(workspace);
  const pictures = await store.inspectPictures(workspace);
  const standing = chosen.some(({ id }) => readsStanding(id))
    ? await standingOf(workspace, { files, pictures }, referentials, request.date)
    : undefined;
  const built: DocumentModel[] = [];
  // One numbering for all that a candidate hands in: who reads two of them finds the same annex under the same number.
  const numbers = new Map<string, number>();
  const lengths = new Map<DocumentModel, LengthPlan>();
  const inputs = new Map<DocumentModel, DocumentInput>();
  for (const { id, blocks } of chosen)
    for (const model of DOCUMENTS[id]
      .build({
        ...input,
        blocks,
        pictures,
        standing: standing && {
          ...standing,
          findings: standing.findings.map((one) => pseudonymiseFinding(one, names)),
        },
        annexes: request.annexes,
        // Each document that carries its source is made again by itself, so it counts by itself.
        numbers: request.embedSource === true ? undefined : numbers,
        lengths: [...lengths.values()],
      })
      .map((one) => pseudonymiseModel(one, names))) {
      built.push(model);
      inputs.set(model, { ...input, blocks });
      for (const { id: proof, number } of model.annexes) numbers.set(proof, number);
      const plan = lengthPlanOf(model, portfolio, referential);
      if (plan !== undefined && request.formats.includes('pdf')) lengths.set(model, plan);
    }
  const name = await store.findTemplates(workspace);
  if (name !== undefined)
    notify({ code: 'evidence', finding: finding('templates-ignored', 'templates', { name }) });
  const prepared = { certification: referential.code, namedFiles: namedFiles(portfolio), notices };
  const models = request.final === true ? handedIn(built, notify) : built;
  if (request.final === true) {
    const refusals = [
      ...cutFindings(opened),
      ...whatKeepsFromHandingIn({ portfolio, referential, models, files, pictures }),
      ...(await personalDataIn(workspace, models, files, names, proofTexts)),
    ];
    if (refusals.length > 0) return { ...prepared, refusals, documents: [] };
  } else
    for (const finding of [
      ...cutFindings(opened),
      ...evidenceFaults(portfolio, files),
      ...organigrammeFaults(portfolio, pictures),
    ])
      notify({ code: 'evidence', finding });
  const carried =
    request.embedSource === true ? await sourcesOf(store, workspace, models, inputs) : undefined;
  if (carried && carried.without.length > 0) notify({ code: 'without-source', documents: carried.without });
  const documents = await wordDocuments(renderer, models, lengths, workspace, request, carried?.sources);
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
