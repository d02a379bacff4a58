import { words } from '../catalogue/index.ts';
import { safeText } from '../output/safe-text.ts';
import { wrap } from '../output/wrap.ts';
import type { VerifyTarget } from './verify-target.ts';
import { jsonDocument } from '../output/json-document.ts';

/** An archive that is not complete and valid is refused with all that is wrong with it; nothing is taken out. */
export const verifyArchive: VerifyTarget = async (path, format, cli) => {
  const { file, id, name, certification, packed, files, bytes, leftOut } = await (
    await cli.archives()
  ).examine(path);
  const { examined, restore } = words.archive;
  if (format === 'json') {
    const portfolio = { id, name, certification };
    const found = { complete: true, valid: true, portfolio, packed: packed ?? null, files, bytes, leftOut };
    cli.terminal.data(jsonDocument({ version: 1, target: 'archive', file, ...found }));
    return true;
  }
  const lines = [
    examined(name, certification, files, bytes, packed),
    ...(leftOut.length > 0 ? [restore.leftOut(leftOut)] : []),
  ];
  for (const line of lines) cli.terminal.data(`${wrap(safeText(line), cli.terminal.width, '  ', '')}\n`);
  return true;
};
