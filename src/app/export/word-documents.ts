import { joinedAnnexes } from '../../domain/documents/annexes.ts';
import { fileNameOf, type DocumentModel } from '../../domain/documents/document.ts';
import type { LengthPlan } from '../../domain/documents/page-budget.ts';
import { EXPORT_FORMATS, type ExportFormat, type ExportRequest } from '../export-request.ts';
import type { Sources } from './attach-source.ts';
import type { Workspace } from '../ports/world.ts';
import type { Attachment } from '../ports/source.ts';
import type { JoinedAnnexes, PreparedDocument } from '../ports/batch.ts';
import type { DocumentPlace, DocumentRenderer } from '../ports/export.ts';
import { EXPORTS_FOLDER, WORK_FOLDER } from '../../domain/folder-names.ts';

/** Every document in every format asked for, in words and with its place: format by format, so that PDFs come last. */
export const wordDocuments = async (
  renderer: DocumentRenderer,
  models: readonly DocumentModel[],
  lengths: ReadonlyMap<DocumentModel, LengthPlan>,
  workspace: Workspace,
  request: ExportRequest,
  sources: Sources = new Map(),
): Promise<PreparedDocument[]> => {
  const documents: PreparedDocument[] = [];
  for (const format of EXPORT_FORMATS.filter((each) => request.formats.includes(each)))
    for (const model of models.filter(({ kind }) => format === 'pdf' || kind !== APART))
      documents.push({
        kind: model.kind,
        audience: model.audience,
        format,
        place: placeOf(model, format, workspace, request),
        content: await putIntoWords(renderer, model, format, sources.get(model)),
        length: format === 'pdf' ? lengths.get(model) : undefined,
        annexes: format === 'pdf' ? annexesOf(model, workspace) : undefined,
      });
  return documents;
};

/** A file of pages alone, so there is none in other formats. */
const APART = 'dossier-validation-annexes';

const annexesOf = (model: DocumentModel, { folder, portfolio }: Workspace): JoinedAnnexes | undefined => {
  if (!('bound' in model) || model.bound === undefined) return undefined;
  const list = joinedAnnexes(portfolio, model.annexes);
  return { folder, list, place: model.bound === 'suite' ? 'here' : 'next' };
};

const putIntoWords = async (
  renderer: DocumentRenderer,
  model: DocumentModel,
  format: ExportFormat,
  attachments: readonly Attachment[] | undefined,
): Promise<PreparedDocument['content']> => {
  switch (format) {
    case 'html':
      return (await renderer.render(model, 'screen')).html;
    case 'docx':
    case 'md':
      return renderer.renderText(model, format);
    case 'pdf':
      return { ...(await renderer.render(model, 'paper')), ...(attachments && { attachments }) };
  }
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
      ? { folder, below: [EXPORTS_FOLDER] }
      : { folder: out, below: outName === undefined ? [] : [outName] };
  const name = `${fileNameOf(model)}.${format}`;
  return model.audience === 'working'
    ? { folder: base.folder, below: [...base.below, WORK_FOLDER], name }
    : { ...base, name };
};
