import { ERASED_PARTS, type ErasurePlan, type ErasureResult } from '../app/ports/erasure.ts';
import { diskReason } from '../catalogue/fr/disk.ts';
import { words } from '../catalogue/index.ts';
import { createPage, type Page } from './page.ts';
import type { Terminal } from './terminal.ts';
import { jsonDocument } from './json-document.ts';

const sayList = (head: string, lines: readonly string[], page: Page): void => {
  if (lines.length === 0) return;
  page.head(head);
  for (const line of lines) page.item(line);
};

const whatGoes = ({ parts, notes, records, journalLines }: ErasurePlan): string[] => {
  const { part, parts: labels, notes: notesLine, records: recordsLine, journals } = words.erasure;
  return [
    ...ERASED_PARTS.flatMap((each) => {
      const { files, bytes } = parts[each];
      return files === 0 ? [] : [part(labels[each], files, bytes)];
    }),
    ...(notes === undefined ? [] : [notesLine(notes)]),
    ...(records === 0 ? [] : [recordsLine(records)]),
    ...(journalLines === 0 ? [] : [journals(journalLines)]),
  ];
};

/** What will go, what will stay and why, before anything is asked. */
export const erasureText = (plan: ErasurePlan, terminal: Terminal): string => {
  const { title, heads, git, unreachable } = words.erasure;
  const page = createPage(terminal);
  page.title(title(plan.folder));
  sayList(heads.goes, whatGoes(plan), page);
  sayList(heads.links, plan.links, page);
  sayList(heads.foreign, plan.foreign, page);
  if (plan.foreign.includes('.git')) page.say(git, 1);
  sayList(heads.elsewhere, plan.writtenElsewhere, page);
  sayList(heads.unreachable, unreachable, page);
  return page.text();
};

export const erasureDocument = (plan: ErasurePlan, result: ErasureResult): string =>
  jsonDocument({ version: 1, ...plan, ...result, unreachable: words.erasure.unreachable });

export const failureLines = ({ failed }: ErasureResult): string[] =>
  failed.map(({ path, reason }) => words.erasure.failure(path, diskReason(reason)));
