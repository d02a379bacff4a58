import { verifyFolder } from '../app/verify-folder.ts';
import { integrityDocument, integrityText } from '../output/integrity-report.ts';
import type { VerifyTarget } from './verify-target.ts';

export const verifyOneFolder: VerifyTarget = async (folder, format, cli) => {
  const verdict = await verifyFolder(await cli.folderInspector(), folder);
  cli.terminal.data(format === 'json' ? integrityDocument(verdict) : integrityText(verdict, cli.terminal));
  return verdict.sound;
};
