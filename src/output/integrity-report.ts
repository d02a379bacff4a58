import type { CheckedFile, FolderVerdict } from '../app/ports/integrity.ts';
import { words } from '../catalogue/index.ts';
import type { FileStanding } from '../domain/evidence/file-standing.ts';
import { saidDefects } from './error-report.ts';
import { createPage, type Page } from './page.ts';
import type { Terminal } from './terminal.ts';
import { jsonDocument } from './json-document.ts';

/** In the order a person settles them. */
const TROUBLES = ['missing', 'altered', 'outside', 'not-a-file', 'unreadable'] as const;

const sayList = (head: string, lines: readonly string[], hint: string, page: Page): void => {
  if (lines.length === 0) return;
  page.head(`${head} (${lines.length})`);
  for (const line of lines) page.item(line);
  page.say(hint, 1);
};

const sayDocument = ({ document, basis, folder }: FolderVerdict, page: Page): void => {
  const { cut, cutHint, unreadable, unreadableHint, changed, basis: taken } = words.integrity.document;
  if (document.state === 'cut') page.alert('✗', cut, cutHint(folder));
  if (document.state === 'unreadable') page.alert('✗', unreadable, unreadableHint(folder));
  if (document.changed !== undefined) page.say(changed(document.changed));
  if (basis !== 'document') page.say(taken[basis]);
};

const lineOf = ({ role, owner, path }: CheckedFile): string => words.integrity.file(role, owner, path);

const headline = ({ complete, valid, files, orphans, versions, basis, sound }: FolderVerdict): string => {
  const { verdicts, completeButOrphans, counts, versions: kept } = words.integrity;
  const all = !complete && sound && orphans.length > 0 ? completeButOrphans : verdicts.complete(complete);
  const intact = files.filter(({ standing }) => standing === 'intact').length;
  const facts = [...(basis === 'none' ? [] : [counts(intact)]), kept(versions.kept)];
  return `${sound ? '✓' : '✗'} ${all}, ${verdicts.valid(valid)} : ${facts.join(', ')}`;
};

/** For people: the verdict first, then each thing that is wrong under what it is, with its remedy. */
export const integrityText = (verdict: FolderVerdict, terminal: Terminal): string => {
  const { title, heads, hints, unrecorded, unrecordedHint, orphans, orphansHint } = words.integrity;
  const { alteredVersions, alteredVersionsHint } = words.integrity;
  const page = createPage(terminal);
  const linesWith = (standing: FileStanding): string[] =>
    verdict.files.filter((file) => file.standing === standing).map(lineOf);
  page.title(title(verdict.folder));
  page.say(headline(verdict));
  sayDocument(verdict, page);
  for (const trouble of TROUBLES) sayList(heads[trouble], linesWith(trouble), hints[trouble], page);
  sayList(alteredVersions, verdict.versions.altered, alteredVersionsHint, page);
  sayList(unrecorded, linesWith('unrecorded'), unrecordedHint, page);
  sayList(orphans, verdict.orphans, orphansHint, page);
  return page.text();
};

/** For machines: every file looked at with its standing. */
export const integrityDocument = (verdict: FolderVerdict): string => {
  const { folder, complete, valid, document, basis, files, orphans, versions } = verdict;
  const { state, changed, error } = document;
  return jsonDocument({
    version: 1,
    target: 'folder',
    folder,
    complete,
    valid,
    portfolio: {
      state,
      ...(changed && { changed }),
      ...(error && {
        error: {
          code: error.code,
          ...words.errors[error.code](error.args),
          ...(error.details.length > 0 && { details: saidDefects(error) }),
        },
      }),
    },
    basis,
    files,
    orphans,
    versions,
  });
};
