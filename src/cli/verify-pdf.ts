import { verifyProofs } from '../app/verify-source.ts';
import { sourceDocument, sourceReport } from '../output/source-report.ts';
import type { VerifyTarget } from './verify-target.ts';

/** A PDF whose data were changed is refused; of one that is whole, the proofs it lists are looked for in a folder. */
export const verifyPdf: VerifyTarget = async (path, format, cli, folder) => {
  const { manifest } = await cli.carriedSource(path);
  const proofs = folder === undefined ? undefined : await verifyProofs(await cli.store(), manifest, folder);
  const verdict = { file: path, manifest, folder, proofs };
  cli.terminal.data(format === 'json' ? sourceDocument(verdict) : sourceReport(verdict, cli.terminal));
  return (proofs ?? []).every(({ standing }) => standing === 'intact' || standing === 'unrecorded');
};
