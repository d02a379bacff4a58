import { outputNames, portableName, sameNameKey } from '../../domain/batch/output-names.ts';
import { isInShard, type Shard } from '../../domain/batch/shard.ts';
import { DOCUMENT_NAMES, namedDocuments } from '../../domain/documents/choose-documents.ts';
import { AcquisError } from '../errors.ts';
import type { BatchItem, FolderFinder, FoundFolder, ManifestRow, PassedOver } from '../ports/batch-run.ts';

export interface FolderQuery {
  /** Folders, folders of folders, patterns; without any, and without a manifest, the current folder. */
  readonly args: readonly string[];
  readonly manifest: string | undefined;
  readonly shard: Shard | undefined;
  /** True where an output named by the manifest would have no place: `export` without `--out`. */
  readonly refusesOutputs: boolean;
}

export interface SelectedFolders {
  readonly items: readonly BatchItem[];
  /** Before the shard was taken out. */
  readonly total: number;
  readonly passedOver: readonly PassedOver[];
  /** Columns of the manifest that nobody reads. */
  readonly ignoredColumns: readonly string[];
}

type Row = Omit<ManifestRow, 'line'> & { readonly line?: number };

/**
 * The folders of a run, each once, in the order given, and named before any shard is taken out: every shard gives the
 * same names. Rejects with `nothing-selected`, `manifest-and-folders`, `manifest-twice`, `manifest-same-output`,
 * `manifest-needs-out`, and with what the manifest is refused for.
 */
export const selectFolders = async (finder: FolderFinder, query: FolderQuery): Promise<SelectedFolders> => {
  const { args, manifest, shard } = query;
  if (manifest !== undefined && args.length > 0) throw new AcquisError('usage', 'manifest-and-folders');
  const { rows, passedOver, ignoredColumns } =
    manifest === undefined
      ? await fromArguments(finder, args.length === 0 ? ['.'] : args)
      : await fromManifest(finder, manifest, query);
  if (rows.every(({ folder }) => folder.problem?.code === 'nothing-matches'))
    throw new AcquisError('usage', 'nothing-selected', { where: manifest ?? args.join(' ') });
  const names = outputNames(rows.map(({ folder, output }) => ({ path: folder.key, asked: output })));
  const items = rows.map(({ folder, certification, documents }, index) => ({
    folder,
    certification,
    documents: documents && namedDocuments(documents),
    name: names[index] ?? '',
  }));
  return {
    items: shard === undefined ? items : items.filter(({ folder }) => isInShard(folder.key, shard)),
    total: items.length,
    passedOver,
    ignoredColumns,
  };
};

interface Rows extends Pick<SelectedFolders, 'passedOver' | 'ignoredColumns'> {
  readonly rows: readonly Row[];
}

const fromArguments = async (finder: FolderFinder, args: readonly string[]): Promise<Rows> => {
  const { folders, passedOver } = await finder.find(args);
  return { rows: onceEach(folders).map((folder) => ({ folder })), passedOver, ignoredColumns: [] };
};

/** A folder that several arguments lead to keeps its first place and the first of its keys by their own order. */
const onceEach = (folders: readonly FoundFolder[]): readonly FoundFolder[] => {
  const byIdentity = new Map<string, FoundFolder>();
  for (const folder of folders) {
    const known = byIdentity.get(folder.identity);
    if (known === undefined || folder.key < known.key) byIdentity.set(folder.identity, folder);
  }
  return [...byIdentity.values()];
};

const fromManifest = async (
  finder: FolderFinder,
  file: string,
  { refusesOutputs }: FolderQuery,
): Promise<Rows> => {
  const { rows, ignored } = await finder.readManifest(file, DOCUMENT_NAMES);
  const unplaced = rows.find(({ output }) => output !== undefined);
  if (refusesOutputs && unplaced)
    throw new AcquisError('usage', 'manifest-needs-out', { file, line: unplaced.line });
  const byIdentity = new Map<string, ManifestRow>();
  for (const row of rows) {
    const known = byIdentity.get(row.folder.identity);
    if (known === undefined) byIdentity.set(row.folder.identity, row);
    else if (wishesOf(known) !== wishesOf(row))
      throw new AcquisError('usage', 'manifest-twice', {
        file,
        first: known.line,
        second: row.line,
        folder: row.folder.shown,
      });
  }
  const kept = [...byIdentity.values()];
  refuseSameOutput(file, kept);
  return { rows: kept, passedOver: [], ignoredColumns: ignored };
};

const wishesOf = ({ certification, documents, output }: ManifestRow): string =>
  JSON.stringify([certification, documents, output]);

const refuseSameOutput = (file: string, rows: readonly ManifestRow[]): void => {
  const lines = new Map<string, number>();
  for (const { output, line } of rows) {
    if (output === undefined) continue;
    const name = portableName(output);
    const first = lines.get(sameNameKey(name));
    if (first !== undefined)
      throw new AcquisError('usage', 'manifest-same-output', { file, first, second: line, name });
    lines.set(sameNameKey(name), line);
  }
};
