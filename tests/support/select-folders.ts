/** What a run over many folders would take, from folders made for a test. */
import { selectFolders, type FolderQuery, type SelectedFolders } from '../../src/app/batch/select-folders.ts';
import { createFolderFinder } from '../../src/storage/find-folders.ts';
import { folderOf } from './portfolio-folder.ts';

const QUERY: FolderQuery = { args: [], manifest: undefined, shard: undefined, refusesOutputs: false };

export const select = (current: string, query: Partial<FolderQuery>): Promise<SelectedFolders> =>
  selectFolders(createFolderFinder(current), { ...QUERY, ...query });

export const shown = async (current: string, ...args: string[]): Promise<string[]> =>
  (await select(current, { args })).items.map(({ folder }) =>
    folder.problem === undefined ? folder.shown : `${folder.shown}: ${folder.problem.code}`,
  );

/** Two classes with an accent and a space, a folder that holds none, a stray file. */
export const cohort = (): string =>
  folderOf({
    'promo 2026/Zoé Martin/portfolio.yaml': '',
    'promo 2026/ada/portfolio.yaml': '',
    'promo 2026/ada/exports/portfolio.pdf': '',
    'promo 2026/modèles/trame.docx': '',
    'promo 2026/suivi.xlsx': '',
    'promo 2026/.caché/portfolio.yaml': '',
    'promo 2025/ada/portfolio.yaml': '',
    'promo 2025/loin/plus bas/ici/portfolio.yaml': '',
    'rien/du/tout.txt': '',
  });
