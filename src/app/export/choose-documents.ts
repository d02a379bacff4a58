import { satInPerson } from '../../domain/documents/assessment-list.ts';
import { chooseDocuments, type ChosenDocument } from '../../domain/documents/choose-documents.ts';
import type { DocumentInput } from '../../domain/documents/document-input.ts';
import { blockMark } from '../../domain/documents/marks.ts';
import { openBlocks } from '../../domain/documents/scope.ts';
import { resolveBlockCode } from '../../domain/referential.ts';
import { AcquisError } from '../errors.ts';
import type { ExportRequest } from '../export-request.ts';
import type { ExportNotice } from '../ports/batch.ts';

/** The documents asked for, each with its blocks; what no document prepares is said. Rejects with `bad-flag`, `nothing-to-present`. */
export const chooseForExport = (
  { portfolio, referential }: DocumentInput,
  asked: ExportRequest['documents'],
  typed: readonly string[],
  notify: (notice: ExportNotice) => void,
): readonly ChosenDocument[] => {
  const only = requestedBlocks({ portfolio, referential }, typed);
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

/** Full codes; a block that is unknown, not aimed at or already acquired is refused, with those that remain. */
const requestedBlocks = (
  { portfolio, referential }: Pick<DocumentInput, 'portfolio' | 'referential'>,
  typed: readonly string[],
): string[] => {
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
